import { TileCache } from '../../map/server/tile-cache.ts'
import type { TilePlace } from '../model/sources.ts'
import { noAnswer } from './no-answer.ts'
import { Patience } from './patience.ts'

const mostBytes = 32 * 1024 ** 2
const nothing = new Uint8Array()

export type Pictures = {
  /** Empty where the base map has none. `whom` is who answers, `scope` what is alike for all who ask. */
  get: (
    scope: string,
    place: TilePlace,
    whom: string,
    read: () => Promise<Uint8Array | undefined>,
  ) => Promise<Uint8Array>
  /** It has answered just now. */
  answered: (whom: string) => void
}

/** Pictures that came a moment ago are not asked for again, nor twice at a time. */
export function keepPictures(now?: () => number): Pictures {
  const kept = new TileCache(mostBytes)
  const running = new Map<string, Promise<Uint8Array>>()
  const patience = new Patience(now)
  return {
    async get(scope, { z, x, y }, whom, read) {
      const known = kept.get(scope, z, x, y)
      if (known) return known
      const key = `${scope}@${z}/${x}/${y}`
      const asked = running.get(key)
      if (asked) return asked
      if (!patience.mayAsk(whom))
        throw noAnswer(
          '刚才几次都没有，稍后再问',
          'it did not several times just now and is asked again soon',
        )
      const work = read()
        .then((bytes = nothing) => {
          patience.answered(whom)
          kept.put(scope, z, x, y, bytes)
          return bytes
        })
        .catch((error) => {
          patience.failed(whom)
          throw error
        })
        .finally(() => running.delete(key))
      running.set(key, work)
      return work
    },
    answered: (whom) => patience.answered(whom),
  }
}
