import { normaliseText } from './normalise.ts'

/**
 * `138****5678`, `0571-****5678转***`: of a number its last four digits, of a mobile one its first three too. The
 * database says the same by `app.mask_phone`.
 */
export const maskPhone = (phones: string): string =>
  phones
    .replace(/转[0-9]+/g, '转***')
    .replace(/([0-9]{3}(?=[0-9]{8}))?[0-9]{3,}([0-9]{4})/g, '$1****$2')
    .replace(/(?<![0-9*])(?!0[0-9]{2,3}-[0-9*])[0-9]{1,6}(?![0-9*])/g, '***')

/** `王**`, `王**、李**`: how each name begins, and not even its length. The database says the same by `app.mask_name`. */
export const maskName = (names: string): string => names.replace(/(^|、)([^、])[^、]*/gu, '$1$2**')

export const hasMask = (text: string): boolean => /[*＊]/.test(text)

const parted = '[-\\s]?'
const extension = '(?:\\s?(?:转|-|ext\\.?)\\s?(\\d{1,6}))?'
const digitsOf = (text: string) => text.replace(/\D/g, '')
const withExtension = (number: string, more: string | undefined) => (more ? `${number}转${more}` : number)

/** Forms of numbers, each with the one form in which it is kept. */
const forms: readonly (readonly [string, (...groups: string[]) => string])[] = [
  [`(?:\\(?(?:\\+|00)?86\\)?${parted})?(1[3-9]\\d${parted}\\d{4}${parted}\\d{4})`, digitsOf],
  [
    `\\(?(0(?:10|2\\d|[3-9]\\d\\d))\\)?${parted}([2-9]\\d{2,3}${parted}\\d{4})${extension}`,
    (area, own, more) => withExtension(`${area}-${digitsOf(own ?? '')}`, more),
  ],
  [`([48]00${parted}(?:\\d{3}${parted}\\d{4}|\\d{4}${parted}\\d{3}))`, digitsOf],
  [`(\\+(?!86)\\d(?:${parted}\\d){6,14})`, (own) => `+${digitsOf(own ?? '')}`],
  [`([2-9]\\d{2,3}${parted}\\d{4})${extension}`, (own, more) => withExtension(digitsOf(own ?? ''), more)],
  // Short numbers stand alone, or behind a word or another number: so they are told from the number of a room.
  ['((?<=短号[:\\s]*|\\d\\s?[(/、,]\\s?)\\d{4,6}|^\\d{3,6}(?=$|、))', (own) => own ?? ''],
]
const anyNumber = new RegExp(
  `(?<![\\d*.])(?:${forms.map(([form]) => form).join('|')})(?![\\d*]|\\.\\d)`,
  'gi',
)
const groupsOf = forms.map(([, keep]) => keep.length)

function kept(groups: (string | undefined)[]): string {
  let start = 0
  for (const [at, [, keep]] of forms.entries()) {
    const own = groups.slice(start, start + (groupsOf[at] ?? 0))
    start += own.length
    if (own.some((group) => group !== undefined)) return keep(...(own as string[]))
  }
  return ''
}

const between = '、'
const labels =
  /(?:联系)?(?:电话|手机|座机|短号|办公|\btel\b|\bmobile\b|\bphone\b)(?:号码?)?\s*[:.]?|(?:联系人|姓名)\s*:/gi

export type Contact = { names: string | null; phones: string | null }

/**
 * What a cell says of whom to call: names and numbers apart, parted by 、 as they are kept. Undefined: digits are left
 * that are no telephone number, and a person must say what is meant.
 */
export function readContact(text: string): Contact | undefined {
  const phones: string[] = []
  const rest = normaliseText(text).replace(anyNumber, (...found) => {
    phones.push(kept(found.slice(1, 1 + groupsOf.reduce((sum, count) => sum + count, 0))))
    return between
  })
  if (hasMask(rest) || /\d/.test(rest)) return undefined
  if (phones.length === 0) return { names: text.trim() || null, phones: null }
  const names = rest
    .replace(labels, between)
    .replace(/\([\s、,/]*\)/g, between)
    .split(/[、,;/|]+/)
    .map((part) => part.replace(/^[\s:.-]+|[\s:.-]+$/g, ''))
    .filter((part) => part !== '')
  return { names: [...new Set(names)].join(between) || null, phones: [...new Set(phones)].join(between) }
}

/** Telephone numbers and nothing else, as they are kept. */
export function tidyPhones(text: string): string | undefined {
  const found = readContact(text)
  return found?.names === null ? (found.phones ?? undefined) : undefined
}
