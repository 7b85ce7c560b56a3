const day = 86_400_000
/** Day 0 of serials from March 1900 on; Excel's own count has a 29 February 1900 before that. */
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)
/** 9999-12-31 in the 1900 system. */
const lastSerial = 2_958_465

/**
 * Excel's date serial as ISO `YYYY-MM-DD`, with `THH:mm:ss` (rounded to the second) if it has a time. Undefined if
 * the number is no day that exists: negative, before 1900, the invented 1900-02-29, or after 9999.
 */
export const serialToIso = (serial: number, date1904: boolean): string | undefined => {
  const seconds = Math.round(serial * 86_400)
  const whole = Math.floor(seconds / 86_400)
  if (!(whole >= (date1904 ? 0 : 1)) || whole > lastSerial - (date1904 ? 1462 : 0)) return undefined
  if (!date1904 && whole === 60) return undefined
  const start = date1904 ? epoch1904 : whole < 60 ? epoch1900 + day : epoch1900
  const iso = new Date(start + seconds * 1000).toISOString()
  return seconds % 86_400 === 0 ? iso.slice(0, 10) : iso.slice(0, 19)
}

/**
 * ISO `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss` as a serial of the 1900 system; undefined before 1900. Throws on a day
 * that does not exist.
 */
export const isoToSerial = (iso: string): number | undefined => {
  if (!isIsoDate(iso)) throw new TypeError(`"${iso}" is no ISO date`)
  const time = Date.parse(iso.length > 10 ? `${iso}Z` : iso)
  const serial = (time - epoch1900) / day
  return serial >= 61 ? serial : serial >= 2 ? serial - 1 : undefined
}

/** `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`, and a day that exists; the language's own parser takes 30 February. */
export const isIsoDate = (text: string): boolean => {
  const time = isoDate.test(text) ? Date.parse(text.length > 10 ? `${text}Z` : text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const isoDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?$/
