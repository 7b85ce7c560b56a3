import type { Highs } from 'highs'
import * as highs from 'highs'

/** The package's types tell of a CommonJS module; what Node imports is its ES module, whose default is the loader. */
const load = highs.default as unknown as (typeof highs)['default']['default']

let loaded: Promise<Highs> | null = null

/** HiGHS, compiled once a thread. */
export const solver = (): Promise<Highs> => {
  loaded ??= load()
  return loaded
}
