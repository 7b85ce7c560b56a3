import { normaliseName } from '../../../engine/text/normalise.ts'

export type Corps = {
  items: readonly { id: string; name: string }[]
  nameOf: (id: string) => string | undefined
  /** By its whole name, or by a part that only one corps has: 市北 for 市北兵团. */
  idOf: (text: string) => string | undefined
}

type Named = readonly { id: string; name: string }[]

/** `items` can be chosen; `known` have a name, those closed since included. */
export const corpsOf = (items: Named, known: Named = items): Corps => ({
  items,
  nameOf: (id) => known.find((unit) => unit.id === id)?.name,
  idOf: (text) => {
    const wanted = normaliseName(text)
    const named = items.find((unit) => unit.id === text || normaliseName(unit.name) === wanted)
    if (named || wanted.length < 2) return named?.id
    const partly = items.filter((unit) => normaliseName(unit.name).includes(wanted))
    return partly.length === 1 ? partly[0]?.id : undefined
  },
})
