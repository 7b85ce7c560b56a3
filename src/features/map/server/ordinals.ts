/** Whole numbers for record ids: vector tiles carry nothing else, and a record keeps its number as long as it is drawn. */
export class Ordinals {
  readonly #numbers = new Map<string, number>()
  readonly #ids: string[] = []

  of(id: string): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const next = this.#ids.push(id)
    this.#numbers.set(id, next)
    return next
  }

  idOf(ordinal: number): string | undefined {
    return this.#ids[ordinal - 1]
  }
}
