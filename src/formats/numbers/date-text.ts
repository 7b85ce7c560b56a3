import type { FormatSection, FormatToken } from './format-code.ts'
import type { NumberFormat } from './number-format.ts'

type Moment = {
  year: number
  month: number
  day: number
  weekday: number
  hour: number
  minute: number
  second: number
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const hanDigits = [...'〇一二三四五六七八九']
const hanWeekdays = [...'日一二三四五六']

/** A day (ISO, see `serialToIso`) as its format shows it: `2022-03-01` under `yyyy"年"m"月"` → `2022年3月`. */
export const dateText = (iso: string, format: NumberFormat): string => {
  const section = format.main
  if (section === undefined) return iso
  const moment = momentOf(iso)
  if (section.systemDate) return `${moment.year}年${moment.month}月${moment.day}日`
  return render(section, moment, 0).trim()
}

/** A part of a day (`0.5` → 12 hours) or a stretch of time in days, as its format shows it. */
export const timeText = (days: number, format: NumberFormat): string => {
  const section = format.main
  if (section === undefined) return String(days)
  const seconds = Math.round(Math.abs(days) * 86_400)
  const moment = {
    ...momentOf('1900-01-01'),
    hour: Math.floor(seconds / 3600) % 24,
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  }
  return (days < 0 ? '-' : '') + render(section, moment, seconds).trim()
}

const momentOf = (iso: string): Moment => {
  const date = new Date(iso.length > 10 ? `${iso}Z` : iso)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}

const render = (section: FormatSection, moment: Moment, elapsed: number) => {
  const twelve = section.tokens.some(({ type }) => type === 'halfDay')
  // Fractions of a second (`ss.00`) are not shown.
  const shown = section.tokens.filter(
    ({ type }, index) => type !== 'point' || section.tokens[index + 1]?.type !== 'digits',
  )
  return shown.map((token) => piece(token, section, moment, elapsed, twelve)).join('')
}

const piece = (
  token: FormatToken,
  section: FormatSection,
  moment: Moment,
  elapsed: number,
  twelve: boolean,
) => {
  if (token.type === 'literal') return token.text
  if (token.type === 'slash') return '/'
  if (token.type === 'comma') return ','
  if (token.type === 'point') return '.'
  if (token.type === 'halfDay')
    return section.chinese ? (moment.hour < 12 ? '上午' : '下午') : moment.hour < 12 ? 'AM' : 'PM'
  if (token.type === 'elapsed') {
    const unit = token.letter === 'h' ? 3600 : token.letter === 'm' ? 60 : 1
    return String(Math.floor(elapsed / unit)).padStart(token.length, '0')
  }
  return token.type === 'date' ? datePart(token.letter, token.length, section, moment, twelve) : ''
}

const datePart = (
  letter: string,
  length: number,
  section: FormatSection,
  moment: Moment,
  twelve: boolean,
) => {
  const number = (value: number) =>
    section.chineseDigits ? hanNumber(value) : String(value).padStart(Math.min(length, 2), '0')
  switch (letter) {
    case 'y':
    case 'e': {
      const year =
        letter === 'y' && length < 3 ? String(moment.year % 100).padStart(2, '0') : String(moment.year)
      return section.chineseDigits
        ? year.replaceAll(/\d/g, (digit) => hanDigits[Number(digit)] ?? digit)
        : year
    }
    case 'm':
      return length < 3 ? number(moment.month) : monthName(moment.month, length, section.chinese)
    case 'd':
      return length < 3 ? number(moment.day) : weekdayName(moment.weekday, length, section.chinese)
    case 'a':
      return length > 3 ? `星期${hanWeekdays[moment.weekday]}` : (hanWeekdays[moment.weekday] ?? '')
    case 'h':
      return number(twelve ? moment.hour % 12 || 12 : moment.hour)
    case 'n':
      return number(moment.minute)
    case 's':
      return number(moment.second)
    default:
      return ''
  }
}

const monthName = (month: number, length: number, chinese: boolean) => {
  const name = months[month - 1] ?? ''
  if (chinese) return length === 4 ? `${hanNumber(month)}月` : `${month}月`
  return length === 3 ? name.slice(0, 3) : length === 4 ? name : name.slice(0, 1)
}

const weekdayName = (weekday: number, length: number, chinese: boolean) => {
  if (chinese) return `${length === 3 ? '周' : '星期'}${hanWeekdays[weekday]}`
  const name = weekdays[weekday] ?? ''
  return length === 3 ? name.slice(0, 3) : name
}

/** 0 to 99 in Chinese numerals. */
const hanNumber = (value: number) => {
  if (value < 10) return hanDigits[value] ?? ''
  const tens = Math.floor(value / 10)
  return `${tens > 1 ? hanDigits[tens] : ''}十${value % 10 === 0 ? '' : hanDigits[value % 10]}`
}
