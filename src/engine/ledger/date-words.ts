import type { DateFlag } from './date-reading.ts'

const planned =
  /拟|计划|预计|预期|预定|力争|争取|确保|目标|将|暂定|初定|初步|定于|推迟至|延期至|延至|顺延至|调整[为至到]/
const done = /已|实际(?!.*计划)/
const deadline = /之?前|以前|不晚于|不迟于|截至|截止/
const later = /以?后|之后|起$/
const unsure = /约|左右|前后|上下|许|暂定|初定|初步|大概|可能|待/
/** 未开工, 原计划, 春节前: the date is not what it seems to be. */
const denied =
  /春节|国庆|元旦|中秋|端午|清明|五一|农历|未|没有|无法|取消|终止|暂缓|放弃|原计划|原定|不(?!晚于|迟于)/
const changed = /推迟|延期|延至|顺延|调整|变更|改为/

/** Words that say no more than what the column says. */
const neutral = new RegExp(
  '拟定?|计划|预计|预期|预定|力争|争取|确保|目标|将|暂定|初定|初步|定于|已经?|实际|不晚于|不迟于|截至|截止|之前|以前|以?后|之后|前后|前|' +
    '约|大概|左右|上下|许|可能|于|在|至|到|为|时间|日期|时限|年月|当天|当日|正式|框架|协议|合同|签约|签订|签署|签|开工|动工|进场|' +
    '竣工|投产|达产|投用|试生产|摘牌|拿地|成交|出让|交地|供地|注册|登记|落地|入统|入库|纳统|上规|取得|领取|施工|许可证?|完成|完工|' +
    '建成|结顶|封顶|通过|验收|备案|立项|启动|开始|实现|全面|主体|桩基|项目|工程|一期|挂牌|土地|证|份|内|期间|起|' +
    '结构|基础|厂房|设备|安装|调试|部分|首期|[二三]期|所有|所|年|' +
    '星期[一二三四五六日天]|周[一二三四五六日天]|上午|下午|mon|tue|wed|thu|fri|sat|sun|day',
  'g',
)

export interface WordsRead {
  planned: boolean
  done: boolean
  denied: boolean
  approximate: boolean
  flags: DateFlag[]
}

/** What the words around a date say about it. `exact`: it names a day or an end (底), so 前 leaves it sure. */
export function readWords(words: string, exact: boolean): WordsRead {
  const flags: DateFlag[] = []
  const before = deadline.test(words.replace(/前后/g, ''))
  const after = later.test(words.replace(/前后/g, ''))
  if (before) flags.push('before')
  if (after) flags.push('after')
  const unknown = words.replace(neutral, '').replace(/[\s()[\]{}:：,，.。;；、/\-~!！"'*]/g, '')
  if (unknown !== '' || changed.test(words)) flags.push('words')
  return {
    planned: planned.test(words) || before,
    done: done.test(words),
    denied: denied.test(words),
    approximate: unsure.test(words) || after || (before && !exact),
    flags,
  }
}
