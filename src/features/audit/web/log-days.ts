/** The instant at which a day begins in Shanghai. */
export const shanghaiMidnight = (day: string) => `${day}T00:00:00+08:00`

export function nextDay(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}
