const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
const monthText = (number: number) =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`

const yearsBack = 10

/** Months to choose a period from, latest first: the present one and ten years back, and the one chosen. */
export function monthsAround(chosen: string, today: string): string[] {
  const last = Math.max(monthNumber(today), monthNumber(chosen))
  const first = Math.min(monthNumber(today) - yearsBack * 12, monthNumber(chosen))
  return Array.from({ length: last - first + 1 }, (_, index) => monthText(last - index))
}
