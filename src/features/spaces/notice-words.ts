import type { DrawingNoticeCode } from '../../formats/drawing/drawing.ts'
import type { ParcelImport } from './import-contract.ts'
import { fill, type Language, placeWords } from './shown-values.ts'

export type Notice = ParcelImport['notices'][number]

/** What was not taken, or taken otherwise than it stands, while a file was read; `{value}` is what the file says. */
export const noticeWords: Record<DrawingNoticeCode, { zh: string; en: string; isLeftOut?: true }> = {
  not_a_surface: {
    zh: '不是面（{value}），没有读入：只收闭合的面。',
    en: 'Not a surface ({value}), left out: only closed surfaces are taken.',
    isLeftOut: true,
  },
  not_closed: {
    zh: '边线没有闭合，没有读入。请在图里闭合后重新导入。',
    en: 'Not closed, left out. Close the line in the drawing and import it again.',
    isLeftOut: true,
  },
  empty_shape: { zh: '没有坐标，没有读入。', en: 'Without coordinates, left out.', isLeftOut: true },
  no_number: {
    zh: '坐标“{value}”不是数，没有读入。请改正后重新导入。',
    en: 'The coordinates “{value}” are no numbers, left out. Correct them and import again.',
    isLeftOut: true,
  },
  too_few_points: {
    zh: '不同的点不足 3 个，围不成面，没有读入。',
    en: 'Fewer than three different points, left out.',
    isLeftOut: true,
  },
  unknown_line: {
    zh: '这一行看不懂：“{value}”，没有读入。',
    en: 'This line cannot be understood: “{value}”. It is left out.',
    isLeftOut: true,
  },
  count_differs: {
    zh: '写的点数或条数是 {value}，与实际不符；按实际读取。',
    en: 'The number told, {value}, is not the number found; what is there was read.',
  },
  no_attributes: {
    zh: '属性表（.dbf）缺失或损坏，地块没有编号、名称等属性。',
    en: 'The table of attributes (.dbf) is missing or damaged: the parcels have no number, name and so on.',
  },
  encoding_guessed: {
    zh: '文件没有写文字编码，按 {value} 读取；文字若是乱码，请另存为 UTF-8。',
    en: 'The file does not name its character set; it was read as {value}. If words look wrong, save it as UTF-8.',
  },
  arcs_flattened: {
    zh: '圆弧按折线读取，离原弧不超过 {value} 米。',
    en: 'Arcs were read as chords, at most {value} m off.',
  },
  nested_too_deep: {
    zh: '图块嵌套超过 {value} 层，更里面的没有读入。请分解图块后重新导入。',
    en: 'Blocks within blocks beyond {value} levels are left out. Explode them and import again.',
    isLeftOut: true,
  },
  heights_ignored: {
    zh: '高程或量测值（{value}）没有读入，只取平面。',
    en: 'Heights or measures ({value}) are left out; only the plane is taken.',
  },
  full_width_read: { zh: '全角符号按半角读取。', en: 'Full-width characters were read as plain ones.' },
  entry_ignored: {
    zh: '压缩包里的“{value}”不是图形文件，没有读入。',
    en: '“{value}” in the archive is no part of a drawing and is left out.',
    isLeftOut: true,
  },
  nothing_found: { zh: '没有找到面。', en: 'No surface was found.' },
  damaged_shape: { zh: '记录损坏，没有读入。', en: 'The record is damaged, left out.', isLeftOut: true },
  cut_short: {
    zh: '文件到这里断了，后面的没有读入。请检查文件是否完整。',
    en: 'The file breaks off here; what follows is left out. See whether the file is whole.',
    isLeftOut: true,
  },
  deleted_record: { zh: '标为已删除，没有读入。', en: 'Marked as deleted, left out.', isLeftOut: true },
  systems_differ: {
    zh: '坐标系与文件开头的不同[（{value}）]。请分成几个文件导入。',
    en: 'Another system than at the beginning of the file[ ({value})]. Import it as several files.',
  },
}

export const isLeftOut = ({ code }: Pick<Notice, 'code'>): boolean =>
  Object.hasOwn(noticeWords, code) && noticeWords[code as DrawingNoticeCode].isLeftOut === true

/** Where in the file, and what became of it. */
export function noticeSentence(notice: Notice, language: Language, format: string): string {
  const { code, place, layer, value, count = 1 } = notice
  const words = Object.hasOwn(noticeWords, code) ? noticeWords[code as DrawingNoticeCode][language] : code
  const where = place
    ? placeWords(place, format, language, layer)
    : layer
      ? language === 'zh'
        ? `“${layer}”`
        : `“${layer}”`
      : ''
  const more = count > 1 ? (language === 'zh' ? `等 ${count} 处` : ` and ${count - 1} more`) : ''
  const sentence = fill(words, { value: value ?? '' })
  if (!where && !more) return sentence
  if (language === 'zh') return `${where}${where ? more : `${count} 处`}：${sentence}`
  const head = where ? `${where}${more}` : `${count} times`
  return `${head.charAt(0).toUpperCase()}${head.slice(1)}: ${sentence}`
}
