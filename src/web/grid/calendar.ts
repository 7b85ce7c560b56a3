const DAY = 86_400_000

/** Whether the text is a day that exists, written 2022-03-01. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** The same day of another month, or that month's last day. */
export function addMonths(iso: string, months: number): string {
  const { year, month, day } = partsOf(iso)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}

/** The day to open on: that of the text, or the first of the month, quarter or year it says; else today. */
export function dayToShow(text: string): string {
  if (isIsoDate(text)) return text
  const [, year, rest] = /^(\d{4})(?:-(0[1-9]|1[0-2]|[QH][1-4]).*)?$/.exec(text) ?? []
  if (!year) return today()
  const part = Number(rest?.slice(1) ?? 1) - 1
  const month = !rest
    ? 1
    : rest.startsWith('Q')
      ? part * 3 + 1
      : rest.startsWith('H')
        ? part * 6 + 1
        : Number(rest)
  return `${year}-${String(Math.min(month, 12)).padStart(2, '0')}-01`
}

/** Six weeks from the Monday on or before the first of the month. */
export function monthPage(iso: string): string[] {
  const first = `${iso.slice(0, 8)}01`
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  return Array.from({ length: 42 }, (_, day) => addDays(first, day - weekday))
}

export function partsOf(iso: string): { year: number; month: number; day: number } {
  const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number)
  return { year, month, day }
}

/** Today by the user's clock. */
export function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
