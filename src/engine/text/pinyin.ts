import { customPinyin, pinyin } from 'pinyin-pro'
import { foldForSearch } from './normalise.ts'

/** Place names and words of the trade that the general dictionary reads otherwise. */
customPinyin({ 乐清: 'yuè qīng', 会稽: 'kuài jī', 单县: 'shàn xiàn', 产品行: 'chǎn pǐn háng' })

/**
 * Lower-case ASCII readings: 传化 → { full: 'chuanhua', initials: 'ch' }. Words decide between readings (重庆
 * chongqing). Digits and Latin letters are kept in both, everything else is left out; ü is v.
 */
export function pinyinOf(text: string): { full: string; initials: string } {
  const folded = foldForSearch(text)
  if (!/[^a-z0-9]/.test(folded)) return { full: folded, initials: folded }
  let full = ''
  let initials = ''
  const readings = pinyin(folded, { toneType: 'none', type: 'array', toneSandhi: false, v: true })
  for (const reading of readings) {
    if (!/^[a-z0-9]+$/.test(reading)) continue
    full += reading
    initials += reading[0]
  }
  return { full, initials }
}
