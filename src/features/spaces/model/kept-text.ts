/** A text as a database can keep it, at most so many characters long: no NUL, no half of a character. */
export function keptText(text: string, most: number): string {
  const whole = text.toWellFormed().replaceAll('\0', '')
  return whole.length <= most ? whole : [...whole].slice(0, most).join('')
}
