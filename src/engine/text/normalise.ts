/** Invisible characters that Word, WPS and web pages leave in cells: zero-width, bidi marks, soft hyphen, selectors. */
const invisible = /\p{Cf}|[\ufe00-\ufe0f]|\u180e/gu
/** Controls other than tab and line breaks. PostgreSQL refuses U+0000 in text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g
/** Most cells need nothing done: half-width without spaces and common Han. */
const plain = /^[!-~\u4e00-\u9fa5]*$/
const foldedAlready = /^[a-z0-9\u4e00-\u9fa5]*$/
const openBrackets = /[[{〔〖【〘〚「『﹁﹃〈]/g
const closeBrackets = /[\]}〕〗】〙〛」』﹂﹄〉]/g

/** What a cell says: full-width forms made half-width (NFKC), invisible characters out, runs of space made one. */
export function normaliseText(text: string): string {
  if (plain.test(text)) return text
  return text
    .toWellFormed()
    .replace(invisible, '')
    .replace(controls, '')
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** All bracket variants 〔〕[]【】「」… as (), so that 萧政工出〔2023〕51号 and [2023] compare equal. */
export function unifyBrackets(text: string): string {
  return text.replace(openBrackets, '(').replace(closeBrackets, ')')
}

/** Quotes, dashes and middle dots that differ only by keyboard or font. */
function unifyMarks(text: string): string {
  return unifyBrackets(text)
    .replace(/[“”„‟〝〞″＂«»]/gu, '"')
    .replace(/[‘’‚‛′`´]/gu, "'")
    .replace(/[‐‑‒–—―−﹣－─━]+/gu, '-')
    .replace(/[·•・‧∙⋅●]/gu, '·')
    .replace(/[～〜∼]/gu, '~')
}

/** The key by which two names of a project or firm are the same name. For comparison, not for display. */
export function normaliseName(text: string): string {
  if (foldedAlready.test(text)) return text
  return unifyMarks(normaliseText(text)).toLowerCase().replace(/\s/gu, '')
}

const firmForm = /(?:\(集团\)|集团)?(?:股份有限公司|有限责任公司|有限公司|股份公司|公司)$/
const projectForm = /(?:建设项目|项目建设|建设工程|项目|工程)$/

/** A name without its legal form or the word 项目 at its end: weaker than `normaliseName`, for "in doubt" only. */
export function coreName(text: string): string {
  const name = normaliseName(text)
  const core = name.replace(projectForm, '').replace(firmForm, '')
  return core.length >= 2 ? core : name
}

/**
 * Text for substring search: lower case, no spaces, no accents, brackets and dashes unified. Works character
 * by character, so that the fold of a part is always a part of the fold.
 */
export function foldForSearch(text: string): string {
  if (foldedAlready.test(text)) return text
  return unifyMarks(
    text
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
      .replace(invisible, '')
      .replace(controls, '')
      .normalize('NFKD')
      .toLowerCase()
      .normalize('NFKD'),
  )
    .replace(/[\p{M}\s]/gu, '')
    .replace(/ς/g, 'σ')
    .replace(/-+/g, '-')
}

/** A cell can hold 32,767 characters; no header needs more than these, and patterns stay quick on hostile ones. */
const longestHeader = 300
const longestNote = 40

const unitWord =
  '(?:人民币)?[十百千万亿]*(?:元整?|美元|美金|欧元|港元|港币|日元|英镑|亩|公顷|平方米|平方公里|平米|m2|km2|ha|㎡|%|‰|百分比|个|家|人|名|吨|项|台|套|年|月|日|天|亿|万|千)'
const unitText = new RegExp(
  `^(?:(?:金额|计量)?单位[::]?)?${unitWord}(?:[/、,或;·]?(?:${unitWord}|吨标煤|年))*$`,
  'i',
)
const formText =
  /^(?:必填|选填|可选|可空|自动计算|公式|下拉选择|下拉|格式.*|如.*|例如.*|示例.*|精确到.*|保留.*|见.*|含税|y{2,4}[-/.年]?m{1,2}.*|年月日?|年[-/.]月([-/.]日)?|required|optional)$/i

/** True for the content of a bracket that only names a unit or tells how to fill in the cell. */
export function isHeaderNote(content: string): boolean {
  return content.length <= longestNote && (unitText.test(content) || formText.test(content))
}

/**
 * The key of a column header, by which a zone's learned mapping is found again: half-width, lower case, no
 * spaces, no units, no 必填 marks. Brackets that say more than a unit (计划/实际) stay.
 */
export function normaliseHeader(text: string): string {
  return unifyMarks(normaliseText(text.slice(0, longestHeader)))
    .toLowerCase()
    .replace(/\s/gu, '')
    .replace(/\(([^()]*)\)/g, (whole, content: string) => (isHeaderNote(content) || !content ? '' : whole))
    .replace(/^[*＊※#★☆·]+|[*＊※★☆:：。.;,、]+$/gu, '')
    .replace(/[/:：、,-]?(?:单位[:：])?(?:人民币)?[十百千万亿]+(?:元|美元|美金)$/u, '')
    .replace(/[/:：](?:元|亩|公顷|平方米|m2|%)$/u, '')
    .replace(/(^|\/)其中[::]?/g, '$1')
}
