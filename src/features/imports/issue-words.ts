import { partnerOf } from '../projects/amount-parts.ts'
import type { Issue, IssueCode } from './contract.ts'
import { industryWords } from './issue-words-industry.ts'
import { fieldLabel, type Language, type Showing, showValue } from './show-value.ts'

type Facts = Pick<Issue, 'code' | 'severity' | 'field' | 'value' | 'taken'> &
  Partial<Pick<Issue, 'suggestions'>>

/**
 * `title` heads a group of alike issues; `wrong` says what is wrong with the cell, `{value}` being the cell as received,
 * `{field}` the name of its field, `{before}` an earlier row and `{parts}` two amounts; `ask` is the way out while nothing was taken; `look` replaces the usual
 * sentence about what was taken.
 */
type Words = { title: string; wrong: string; ask: string; look?: string }
type Both = { zh: Words; en: Words }

const issueWords: Record<IssueCode, Both> = {
  not_a_date: {
    zh: { title: '读不出日期', wrong: '“{value}”读不出合理的日期', ask: '请填写日期，或不导入这一格' },
    en: {
      title: 'Not a date',
      wrong: '“{value}” cannot be read as a plausible date',
      ask: 'Give the date, or leave this cell out',
    },
  },
  no_such_day: {
    zh: {
      title: '没有这一天',
      wrong: '日历上没有“{value}”这一天',
      ask: '请选一个日期或另填，或不导入这一格',
    },
    en: {
      title: 'No such day',
      wrong: 'There is no day “{value}” in the calendar',
      ask: 'Choose or give the right date, or leave this cell out',
    },
  },
  no_year: {
    zh: { title: '日期没有年份', wrong: '“{value}”没有写年份', ask: '请选是哪一年，或另填日期' },
    en: {
      title: 'Date without a year',
      wrong: '“{value}” does not say which year',
      ask: 'Choose the year, or give the date',
    },
  },
  year_assumed: {
    zh: { title: '年份是推定的', wrong: '“{value}”没有写年份', ask: '请填写带年份的日期' },
    en: {
      title: 'Year assumed',
      wrong: '“{value}” does not say which year',
      ask: 'Give the date with its year',
    },
  },
  several_dates: {
    zh: { title: '一格多个日期', wrong: '“{value}”里有不止一个日期', ask: '请选一个，或另填' },
    en: {
      title: 'Several dates in one cell',
      wrong: '“{value}” holds more than one date',
      ask: 'Choose one, or give another',
    },
  },
  ambiguous_date: {
    zh: {
      title: '日期有几种读法',
      wrong: '“{value}”不止一种读法（哪一天，或是计划还是实际）',
      ask: '请选一个或另填，或不导入这一格',
    },
    en: {
      title: 'Date with several readings',
      wrong: '“{value}” has more than one reading (which day, or whether planned or done)',
      ask: 'Choose one, give another, or leave this cell out',
    },
  },
  approximate_date: {
    zh: {
      title: '不确切的日期',
      wrong: '“{value}”不只是一个日期（带“约”“前”一类的话）',
      ask: '请填写日期，精确到季度或年也可以',
    },
    en: {
      title: 'Inexact date',
      wrong: '“{value}” is more than a date (words such as about or before)',
      ask: 'Give a date; a quarter or a year will do',
    },
  },
  serial_text: {
    zh: { title: '日期存成了数字', wrong: '“{value}”是存成数字的日期', ask: '请填写这一天的日期' },
    en: {
      title: 'Date kept as a number',
      wrong: '“{value}” is a date kept as a number',
      ask: 'Give the date it stands for',
    },
  },
  actual_in_future: {
    zh: {
      title: '实际日期还没有到',
      wrong: '“{value}”是计划中或还没有到的日期，却写在“{field}”里',
      ask: '如果是计划日期，请改这一列对应的字段；否则请更正或不导入',
      look: '已按“{taken}”读取；如果是计划日期，请改这一列对应的字段',
    },
    en: {
      title: 'Actual date in the future',
      wrong: '“{value}” is planned or has not come yet, but stands under “{field}”',
      ask: 'If it is a planned date, change the field of this column; otherwise correct it or leave it out',
      look: 'Taken as {taken}; if it is a planned date, change the field of this column',
    },
  },
  not_an_amount: {
    zh: { title: '读不出数字', wrong: '“{value}”读不出数字', ask: '请填写数字，或不导入这一格' },
    en: {
      title: 'Not a number',
      wrong: '“{value}” cannot be read as a number',
      ask: 'Give the number, or leave this cell out',
    },
  },
  amount_range: {
    zh: {
      title: '写的是范围',
      wrong: '“{value}”是一个范围，台账只记一个数',
      ask: '请选一个数或另填，或不导入这一格',
    },
    en: {
      title: 'A range, not a number',
      wrong: '“{value}” is a range; the ledger keeps one number',
      ask: 'Choose or give one, or leave this cell out',
    },
  },
  wrong_currency: {
    zh: {
      title: '币种不同',
      wrong: '“{value}”的币种与“{field}”不同，系统不代为折算汇率',
      ask: '请填写折算后的数，或不导入这一格',
    },
    en: {
      title: 'Another currency',
      wrong: '“{value}” is in another currency than “{field}”, and no exchange rate is assumed',
      ask: 'Give the converted amount, or leave this cell out',
    },
  },
  approximate_amount: {
    zh: {
      title: '不确切的数',
      wrong: '“{value}”不只是一个数（带“约”“以上”“其中”一类的话）',
      ask: '请填写一个确定的数，或不导入这一格',
    },
    en: {
      title: 'Inexact number',
      wrong: '“{value}” is more than a number (words such as about, over or of which)',
      ask: 'Give a definite number, or leave this cell out',
    },
  },
  unit_doubtful: {
    zh: { title: '单位说不准', wrong: '“{value}”是亿还是万说不准', ask: '请选一种读法，或另填' },
    en: {
      title: 'Unit in doubt',
      wrong: 'The unit of “{value}” is in doubt',
      ask: 'Choose a reading, or give the amount',
    },
  },
  unit_assumed: {
    zh: {
      title: '单位是推定的',
      wrong: '“{value}”没有写清单位',
      ask: '请选一种读法；整列都没写的话，在第一步给这一列选单位更快',
      look: '已按“{taken}”读取；不对请改，或在第一步给这一列选单位',
    },
    en: {
      title: 'Unit assumed',
      wrong: 'The unit of “{value}” is not clearly written',
      ask: 'Choose a reading; if the whole column has none, choosing its unit in the first step is quicker',
      look: 'Taken as {taken}; correct it if that is wrong, or choose the unit of the column in the first step',
    },
  },
  implausible_amount: {
    zh: {
      title: '数值不合常理',
      wrong: '“{value}”作为“{field}”不合常理',
      ask: '请核实后填写，或不导入这一格',
    },
    en: {
      title: 'Implausible number',
      wrong: '“{value}” is implausible as “{field}”',
      ask: 'Check and give the right number, or leave this cell out',
    },
  },
  not_a_ratio: {
    zh: { title: '读不出百分比', wrong: '“{value}”读不出百分比', ask: '请填写如 35% 的比例，或不导入这一格' },
    en: {
      title: 'Not a percentage',
      wrong: '“{value}” cannot be read as a percentage',
      ask: 'Give a ratio such as 35%, or leave this cell out',
    },
  },
  over_whole: {
    zh: {
      title: '分项大于总额',
      wrong: '分项大于总额{parts}',
      ask: '请核对两个数，多半是亿、万写错；填写核对后的数',
      look: '已照样读取；请核对两个数，多半是亿、万写错',
    },
    en: {
      title: 'Part larger than its whole',
      wrong: 'A part is larger than its whole{parts}',
      ask: 'Compare the two; mostly a unit is wrong. Give the right amount',
      look: 'Taken as they stand; compare the two, mostly a unit is wrong',
    },
  },
  unknown_choice: {
    zh: { title: '不在可选值中', wrong: '“{field}”里没有“{value}”这个选项', ask: '请选一个，或不导入这一格' },
    en: {
      title: 'Not one of the choices',
      wrong: '“{value}” is not a choice of “{field}”',
      ask: 'Choose one, or leave this cell out',
    },
  },
  unknown_corps: {
    zh: { title: '没有这个兵团', wrong: '没有叫“{value}”的兵团', ask: '请选一个兵团，或不导入这一格' },
    en: {
      title: 'No such corps',
      wrong: 'There is no corps called “{value}”',
      ask: 'Choose a corps, or leave this cell out',
    },
  },
  learned_word: {
    zh: {
      title: '照本区以前的答复',
      wrong: '“{field}”里没有“{value}”这个选项，本区以前答过它是什么',
      ask: '请选一个，或不导入这一格',
      look: '照以前的答复记为“{taken}”；这次不是的话请改',
    },
    en: {
      title: 'As answered before',
      wrong: '“{value}” is not a choice of “{field}”, but this zone has said what it means',
      ask: 'Choose one, or leave this cell out',
      look: 'Taken as {taken}, as answered before; change it if that is wrong this time',
    },
  },
  undecided: {
    zh: { title: '写着待定', wrong: '“{value}”表示还没有定', ask: '这一格不导入；定了的话请在这里填写' },
    en: {
      title: 'Not decided yet',
      wrong: '“{value}” says that it is not decided yet',
      ask: 'The cell is left out; give the value here if it is known by now',
    },
  },
  too_long: {
    zh: { title: '文字太长', wrong: '“{field}”放不下这么长的文字', ask: '请缩短后填写，或不导入这一格' },
    en: {
      title: 'Text too long',
      wrong: 'The text is too long for “{field}”',
      ask: 'Shorten it here, or leave this cell out',
    },
  },
  doubtful_code: {
    zh: {
      title: '项目代码存疑',
      wrong: '“{value}”不符合项目代码的写法（如 2311-330109-04-01-789813）',
      ask: '请核对后填写，或不导入这一格',
      look: '已照原样读取；请核对',
    },
    en: {
      title: 'Doubtful project code',
      wrong: '“{value}” is not written like a project code (2311-330109-04-01-789813)',
      ask: 'Check and give it here, or leave this cell out',
      look: 'Taken as it stands; please check it',
    },
  },
  ...industryWords,
  contact_apart: {
    zh: {
      title: '姓名和电话写在一格',
      wrong: '“{value}”里既有姓名又有电话',
      ask: '请填写“{field}”',
      look: '已分开填入“联系人”和“联系电话”',
    },
    en: {
      title: 'Name and number in one cell',
      wrong: '“{value}” holds a name and a number',
      ask: 'Give “{field}”',
      look: 'Each has gone into its own field',
    },
  },
  contact_differs: {
    zh: {
      title: '两处联系方式不一致',
      wrong: '“{value}”与本行另一格写的“{field}”不一致',
      ask: '请选一个，或另填',
    },
    en: {
      title: 'Two cells name different contacts',
      wrong: '“{value}” and another cell of this row differ about “{field}”',
      ask: 'Choose one, or give another',
    },
  },
  contact_unclear: {
    zh: {
      title: '读不出联系方式',
      wrong: '“{value}”里的数字不是完整的电话号码',
      ask: '请填写“{field}”，或不导入这一格',
    },
    en: {
      title: 'Contact not understood',
      wrong: 'The digits in “{value}” are no whole telephone number',
      ask: 'Give “{field}”, or leave this cell out',
    },
  },
  mask_unmatched: {
    zh: {
      title: '只有遮蔽后的内容',
      wrong: '“{value}”是遮蔽后的样子，与台账里的“{field}”对不上',
      ask: '请填写完整内容，或不导入这一格',
    },
    en: {
      title: 'Only a mask',
      wrong: '“{value}” is a mask, and not that of “{field}” in the ledger',
      ask: 'Give it in full, or leave this cell out',
    },
  },
  error_cell: {
    zh: {
      title: '公式出错的格',
      wrong: '这一格的公式出错，显示“{value}”',
      ask: '请填写应有的值，或不导入这一格',
    },
    en: {
      title: 'Formula in error',
      wrong: 'The formula of this cell fails with “{value}”',
      ask: 'Give the value it should have, or leave this cell out',
    },
  },
  formula_without_value: {
    zh: {
      title: '公式没有结果',
      wrong: '这一格的公式没有存下结果',
      ask: '请用 Excel 或 WPS 打开文件、保存后重新导入，或在这里填写',
    },
    en: {
      title: 'Formula without a result',
      wrong: 'The formula of this cell was saved without its result',
      ask: 'Open and save the file in Excel or WPS and import it again, or give the value here',
    },
  },
  merged_cell: {
    zh: {
      title: '合并格与分节',
      wrong: '“{value}”写在跨行的合并格或分节标题里',
      ask: '可能是几行合计：请填写这一行的值，或不导入这一格',
      look: '它所管的每一行都按“{taken}”读取',
    },
    en: {
      title: 'Merged cells and sections',
      wrong: '“{value}” stands in a cell merged over several rows, or heads a section',
      ask: 'It may be their sum: give the value of this row, or leave this cell out',
      look: 'Every row under it is taken as {taken}',
    },
  },
  cell_note: {
    zh: {
      title: '格上有批注',
      wrong: '这一格有批注：“{value}”',
      ask: '批注不导入；要紧的话请另行填写',
      look: '批注不导入，格中的值按“{taken}”读取',
    },
    en: {
      title: 'Note on the cell',
      wrong: 'The cell carries a note: “{value}”',
      ask: 'Notes are not imported; if it matters, write it into a field',
      look: 'Notes are not imported; the cell itself is taken as {taken}',
    },
  },
  computed_differs: {
    zh: {
      title: '与算出的数不符',
      wrong: '文件里的“{field}”是“{value}”，与按台账算出的不符',
      ask: '这一列由系统计算，文件里的数不导入',
      look: '以算出的“{taken}”为准；如果文件对，请核对用来计算的各列',
    },
    en: {
      title: 'Differs from what is computed',
      wrong: 'The file gives “{value}” as “{field}”, which is not what the ledger computes',
      ask: 'This column is computed; the number in the file is not imported',
      look: 'The computed {taken} stands; if the file is right, check the columns it is computed from',
    },
  },
  name_missing: {
    zh: { title: '没有项目名称', wrong: '这一行没有项目名称', ask: '请填写名称，否则这一行跳过' },
    en: {
      title: 'No project name',
      wrong: 'This row has no project name',
      ask: 'Give the name, or the row is skipped',
    },
  },
  twice_in_file: {
    zh: {
      title: '文件中重复',
      wrong: '“{value}”在这份文件里不止一行{before}',
      ask: '请核对这几行，多余的选“跳过这一行”',
    },
    en: {
      title: 'Twice in the file',
      wrong: '“{value}” stands in more than one row of this file{before}',
      ask: 'Compare the rows and skip the ones too many',
    },
  },
  hidden_row: {
    zh: { title: '隐藏的行', wrong: '这一行在文件里是隐藏的', ask: '照常导入；不要的话请选“跳过这一行”' },
    en: {
      title: 'Hidden row',
      wrong: 'This row is hidden in the file',
      ask: 'It is imported like the others; skip it if it should not be',
    },
  },
  row_too_wide: {
    zh: {
      title: '超出表头的格',
      wrong: '“{value}”写在没有表头的列里',
      ask: '这一格不导入；要紧的话请在文件里补上表头',
    },
    en: {
      title: 'Cells beyond the header',
      wrong: '“{value}” stands in a column without a header',
      ask: 'The cell is left out; if it matters, give its column a header in the file',
    },
  },
}

/** Longer cells are shown whole beside the sentence; inside it they would bury it. */
const longestInside = 60
const shorten = (text: string) => (text.length > longestInside ? `${text.slice(0, longestInside)}…` : text)

export const issueTitle = (code: IssueCode, language: Language): string => issueWords[code][language].title

/** What is wrong with a cell, what was taken from it and the way out, as one or two sentences. */
export function issueSentence(
  issue: Facts,
  language: Language,
  showing: Omit<Showing, 'language'> = {},
): string {
  const { wrong, ask, look } = issueWords[issue.code][language]
  const taken = issue.taken === null ? '' : shorten(showTaken(issue, language, showing))
  const usual =
    language === 'zh' ? '已按“{taken}”读取；不对请改' : 'Taken as {taken}; correct it if that is wrong'
  const forTheRecord = language === 'zh' ? '已按“{taken}”读取' : 'Taken as {taken}'
  const second = issue.taken === null ? ask : (look ?? (issue.severity === 'note' ? forTheRecord : usual))
  const places = {
    value: shorten(issue.value.trim()),
    field: fieldLabel(issue.field ?? '', language),
    taken,
    before: issue.code === 'twice_in_file' ? beforeWords(issue.suggestions ?? [], language) : '',
    parts: issue.code === 'over_whole' ? partWords(issue, language, showing) : '',
  }
  const fill = (text: string) =>
    text.replace(/\{(value|field|taken|before|parts)\}/g, (_, name: keyof typeof places) => places[name])
  return language === 'zh' ? `${fill(wrong)}。${fill(second)}。` : `${fill(wrong)}. ${fill(second)}.`
}

const beforeWords = ([sheet, row]: readonly string[], language: Language): string => {
  if (sheet === undefined || row === undefined) return ''
  return language === 'zh' ? `，前面是“${sheet}”第 ${row} 行` : `, before it row ${row} of “${sheet}”`
}

/** The two amounts beside each other. */
function partWords(
  { field, taken, suggestions: [other] = [] }: Facts,
  language: Language,
  showing: Omit<Showing, 'language'>,
): string {
  const partner = partnerOf(field ?? '')
  if (field === null || taken === null || other === undefined || partner === undefined) return ''
  const amount = (key: string, value: string) =>
    `${fieldLabel(key, language)} ${showValue(key, value, { ...showing, language })}`
  const both = [amount(field, taken), amount(partner, other)]
  return language === 'zh' ? `：${both.join('，')}` : `: ${both.join(', ')}`
}

const showTaken = ({ field, taken }: Facts, language: Language, showing: Omit<Showing, 'language'>) =>
  field === null ? (taken ?? '') : showValue(field, taken, { ...showing, language })
