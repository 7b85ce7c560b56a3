/** Texts marked 地| are for projects with land of their own, 租| for those in rented rooms. */
export const unmarked = (text: string) => text.replace(/^[地租]\|/, '')

export const fittingBy = <T>(list: readonly T[], textOf: (one: T) => string, land: boolean): readonly T[] =>
  list.filter((one) => !textOf(one).startsWith(land ? '租|' : '地|'))

export const fitting = (list: readonly string[], land: boolean): readonly string[] =>
  fittingBy(list, (text) => text, land).map(unmarked)
