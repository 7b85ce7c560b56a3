import type { AmountFlag } from './amount-reading.ts'
import { readBase, readMultiplier } from './amount-units.ts'

export type Notes =
  | {
      text: string
      flags: AmountFlag[]
      negative: boolean /** The same amount said again. */
      equal?: string
    }
  | { code: 'several_amounts' }

const part =
  /^(?:其中|含|包含|包括|不含|内含|不包括|另|固投|固定资产|设备|土建|注册资本|首期|[一二三]期|自有)/
/** The same amount in another unit: 9407㎡（14.11亩）, 104.2亿元（1042000万元）. */
const again = /^(?:约|折合?|即|合|=)*[\d.,]+[十百千万亿]*(?:元|亩|公顷|ha|㎡|m2|平方米|平方公里)?(?:人民币)?$/
const estimate = /^(?:预计|预估|估算|暂定|暂估|概算|计划|拟)$/

/** Sets brackets and named parts aside: (5000) is negative, (亿元) a unit, (一期) a note, 其中设备2亿 a part. */
export function readNotes(text: string): Notes {
  const flags: AmountFlag[] = []
  const whole = /^\(([\d.,]+)\)$/.exec(text)
  // Accountants' brackets; with a unit inside they are only brackets, and the amount is not read.
  if (whole?.[1]) return { text: whole[1], flags, negative: true }
  let equal: string | undefined
  let several = false
  let rest = text.replace(/\(([^()]*)\)/g, (_, content: string) => {
    if (isUnit(content)) return content
    if (content === '') return ''
    if (estimate.test(content)) flags.push('estimate')
    else if (part.test(content) && /\d/.test(content)) flags.push('part_ignored')
    else if (!/\d/.test(content) || /^\d{4}年|\d+[年月期]/.test(content)) flags.push('note_ignored')
    else if (equal === undefined && again.test(content)) equal = content.replace(/^(?:约|折合?|即|合|=)+/, '')
    else several = true
    return ''
  })
  if (several) return { code: 'several_amounts' }
  const cut = /[,;。、:]?(?:其中|内含|包括|含)(?=.*\d)/.exec(rest)
  if (cut && cut.index > 0) {
    rest = rest.slice(0, cut.index)
    flags.push('part_ignored')
  }
  const remark =
    /[,;。](?=[^,;。])[^\d零一二三四五六七八九十百千万亿]*(?:[一二三两][期个次]?[^\d万亿]*)?$/.exec(rest)
  if (remark && remark.index > 0 && /\d|[万亿]/.test(rest.slice(0, remark.index))) {
    rest = rest.slice(0, remark.index)
    flags.push('note_ignored')
  }
  return { text: rest, flags, negative: false, ...(equal === undefined ? {} : { equal }) }
}

/** (亿元), (美元), (万). */
function isUnit(content: string): boolean {
  const rest = content.slice(readMultiplier(content).length)
  const base = readBase(rest)
  return (base !== undefined && base.length === rest.length) || (content !== '' && rest === '')
}
