import type { UnreadableCode, UnreadableFile } from '../../../formats/unreadable-file.ts'
import { Problem, type Sentence, say } from '../../../server/errors.ts'

type Facts = Record<string, string | number>

const inMegabytes = (bytes: string | number | undefined) =>
  `${Math.round((Number(bytes) / 1024 ** 2) * 10) / 10} MB`
const grouped = (count: string | number | undefined) => Number(count).toLocaleString('en-US')
/** Text from a file, short and in quotes, if there is any. */
const quoted = (text: string | number | undefined, open: string, close: string) =>
  text === undefined || text === '' ? '' : `${open}${String(text).slice(0, 40)}${close}`
const given = (count: string | number | undefined, words: (shown: string) => string) =>
  count === undefined ? '' : words(grouped(count))

/** What a file may be instead of a workbook. */
const kinds: Record<string, Sentence> = {
  pdf: say(' PDF', 'a PDF'),
  picture: say('图片', 'a picture'),
  doc: say(' Word 文档', 'a Word document'),
  docx: say(' Word 文档', 'a Word document'),
  rtf: say('文字文档', 'a text document'),
  pptx: say(' PowerPoint 文档', 'a PowerPoint file'),
  xlsb: say(' .xlsb 二进制工作簿', 'a binary .xlsb workbook'),
  opendocument: say(' OpenDocument 文件', 'an OpenDocument file'),
  numbers: say(' Numbers 表格', 'a Numbers spreadsheet'),
  zip: say('压缩包', 'an archive'),
  rar: say('压缩包', 'an archive'),
  '7z': say('压缩包', 'an archive'),
  gzip: say('压缩包', 'an archive'),
  html: say('没有表格的网页', 'a web page without a table'),
  mhtml: say('网页存档', 'a web archive'),
  xml: say(' XML', 'XML'),
  kml: say(' KML', 'KML'),
  dwg: say(' DWG 图纸', 'a DWG drawing'),
  'binary-dxf': say('二进制 DXF', 'a binary DXF'),
  dbf: say('单独的 .dbf 属性表', 'a .dbf table by itself'),
  shx: say('单独的 .shx 索引', 'a .shx index by itself'),
  sqlite: say(' SQLite 数据库', 'an SQLite database'),
  xlsx: say(' Excel 工作簿', 'an Excel workbook'),
  xls: say(' Excel 97 工作簿', 'an Excel 97 workbook'),
  csv: say('表格文字', 'a table in text'),
  json: say('没有图形的 JSON', 'JSON without shapes'),
  topojson: say(' TopoJSON', 'TopoJSON'),
}

/** What is wrong with the file as a whole, with its size or place, and the way out. */
const sentences: Record<UnreadableCode, (name: string, facts: Facts) => Sentence> = {
  empty_file: (name) =>
    say(
      `“${name}”是空文件（0 字节）。请检查文件是否保存完整，再上传一次。`,
      `“${name}” is empty (0 bytes). Check that it was saved whole and upload it again.`,
    ),
  too_large: (name, { bytes, limit }) =>
    say(
      `“${name}”${bytes === undefined ? '' : `有 ${inMegabytes(bytes)}，`}超过了 ${inMegabytes(limit)} 的上限。请拆成几个文件，或删去图片后再上传。`,
      `“${name}” ${bytes === undefined ? 'is' : `has ${inMegabytes(bytes)} and is`} over the limit of ${inMegabytes(limit)}. Split it, or remove its pictures, and upload it again.`,
    ),
  password_protected: (name) =>
    say(
      `“${name}”设有打开密码，无法读取。请在 Excel 或 WPS 中去掉密码，另存后再上传。`,
      `“${name}” is protected by a password and cannot be read. Remove the password in Excel or WPS, save it and upload it again.`,
    ),
  zip_bomb: (name, { unpacked, ratio }) => {
    const size = { zh: '大得异常', en: 'to an abnormal size' }
    if (unpacked !== undefined)
      Object.assign(size, say(`有 ${inMegabytes(unpacked)}`, `to ${inMegabytes(unpacked)}`))
    if (ratio !== undefined)
      Object.assign(size, say(`是原来的 ${grouped(ratio)} 倍`, `to ${grouped(ratio)} times its size`))
    return say(
      `“${name}”解开后${size.zh}，为安全起见没有读取。请用 Excel 或 WPS 打开，另存为 .xlsx 再上传。`,
      `“${name}” unpacks ${size.en} and was not read, to be safe. Open it in Excel or WPS, save it as .xlsx and upload that.`,
    )
  },
  not_a_workbook: (name, { kind }) => {
    const seems = kinds[kind ?? '']
    return say(
      `“${name}”不是能导入的表格文件${seems ? `，看上去是${seems.zh}` : ''}。请给 .xlsx、.xls、.xlsm 或 .csv；其他格式请先另存为 .xlsx。`,
      `“${name}” is no workbook that can be imported${seems ? ` but seems to be ${seems.en}` : ''}. Give .xlsx, .xls, .xlsm or .csv; save other formats as .xlsx first.`,
    )
  },
  not_a_drawing: (name, { kind }) => {
    const seems = kinds[kind ?? '']
    return say(
      `“${name}”不是能读取的图形文件${seems ? `，看上去是${seems.zh}` : ''}。请给坐标 .txt、shapefile 的 .zip、.dxf 或 .geojson。`,
      `“${name}” is no file of shapes that can be read${seems ? ` but seems to be ${seems.en}` : ''}. Give a coordinate .txt, a shapefile as .zip, a .dxf or a .geojson.`,
    )
  },
  damaged: (name, { part, sheet, cell }) => {
    const place = [sheet, part, cell].filter((one) => one !== undefined).join(' ')
    return say(
      `“${name}”已损坏，读不下去${quoted(place, '（', '）')}。请用 Excel 或 WPS 打开并修复，另存后再上传。`,
      `“${name}” is damaged and cannot be read${quoted(place, ' (', ')')}. Open and repair it in Excel or WPS, save it and upload it again.`,
    )
  },
  too_many_columns: (name, { sheet, limit, cell }) =>
    say(
      `“${name}”的工作表${quoted(sheet, '“', '”')}超过 ${grouped(limit)} 列${quoted(cell, '（', '）')}。请删去右侧多余的列再上传。`,
      `Sheet ${quoted(sheet, '“', '”')} of “${name}” has more than ${grouped(limit)} columns${quoted(cell, ' (', ')')}. Remove the columns that are not needed and upload it again.`,
    ),
  too_many_rows: (name, { sheet, limit }) =>
    say(
      `“${name}”的工作表${quoted(sheet, '“', '”')}超过 ${grouped(limit)} 行。请按兵团或年份拆成几个文件再上传。`,
      `Sheet ${quoted(sheet, '“', '”')} of “${name}” has more than ${grouped(limit)} rows. Split it by corps or year and upload the parts.`,
    ),
  too_many_cells: (name, { limit }) =>
    say(
      `“${name}”的内容${given(limit, (count) => `超过 ${count} 格，`)}大得读不完。请按兵团或年份拆成几个文件再上传。`,
      `“${name}” holds ${given(limit, (count) => `more than ${count} cells, `)}too much to read. Split it by corps or year and upload the parts.`,
    ),
  too_many_shapes: (name, { limit }) =>
    say(
      `“${name}”里的图形${given(limit, (count) => `超过 ${count} 个，`)}多得读不完。请拆成几个文件再上传。`,
      `“${name}” holds ${given(limit, (count) => `more than ${count} shapes, `)}too many to read. Split it and upload the parts.`,
    ),
  too_many_points: (name, { limit }) =>
    say(
      `“${name}”里的顶点${given(limit, (count) => `超过 ${count} 个，`)}多得读不完。请简化图形或拆成几个文件再上传。`,
      `“${name}” holds ${given(limit, (count) => `more than ${count} points, `)}too many to read. Simplify it, or split it and upload the parts.`,
    ),
  too_slow: (name, { seconds }) =>
    say(
      `“${name}”读了${given(seconds, (count) => ` ${count} 秒`)}还没有读完，已停止。请删去多余的工作表和格式，或拆成几个文件再上传。`,
      `“${name}” was not read${given(seconds, (count) => ` within ${count} seconds`)} and reading stopped. Remove spare sheets and formats, or split it, and upload it again.`,
    ),
}

/** The refusal of a file that cannot be read, as a sentence; `reason` in the details is what programs go by. */
export const refusalOf = ({ code, details }: UnreadableFile, fileName: string): Problem =>
  new Problem('unreadable_file', sentences[code](fileName, details), { ...details, reason: code })

export const tooLarge = (fileName: string, limitBytes: number): Problem =>
  new Problem('too_large', sentences.too_large(fileName, { limit: limitBytes }), {
    reason: 'too_large',
    limit: limitBytes,
  })

export const noTable = (fileName: string, sheets: number): Problem =>
  new Problem(
    'unreadable_file',
    say(
      `“${fileName}”的 ${sheets} 个工作表里没有找到台账表格。请看看表头里有没有“项目名称”一列，表头下面有没有项目，改好后再上传。`,
      `No ledger table was found in the ${sheets} sheets of “${fileName}”. See whether a header says “项目名称” or “Project” and rows follow it, then upload it again.`,
    ),
    { reason: 'no_table', sheets },
  )
