import { useMemo } from 'react'
import type { Day } from '../../../shared/days.ts'
import { api } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { readPalette } from '../../../web/map/palette.ts'
import { useTheme } from '../../../web/theme/index.ts'
import { imagesOf } from './images.ts'
import { styleOf } from './map-style.ts'
import { deskSize, type Filtered, type MapWords } from './style-parts.ts'

/** Where tiles come from, of a day. */
export const tilesOf = (set: 'land' | 'projects', day: Day | undefined) => {
  const [path = '', query] = api.address(`/map/tiles/${set}`, day ? { asOf: day } : {}).split('?')
  return `${location.origin}${path}/{z}/{x}/{y}${query ? `?${query}` : ''}`
}

/** What labels say, the same as long as the language is. */
export function useMapWords(): MapWords {
  const t = useWords('map')
  return useMemo(
    () => ({ mu: t('frame:mu'), vacant: t('vacant'), kept: t('kept'), keptPart: t('keptPart') }),
    [t],
  )
}

/** Style and pictures for what is asked, in the person’s theme and language, of a day. */
export function useMapLook(
  { unitId, chain, by, hidden, marks, plan, base }: Filtered,
  day: Day | undefined,
  size = deskSize,
  ratio?: number,
) {
  const { theme } = useTheme()
  const words = useMapWords()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides what is read
  const palette = useMemo(readPalette, [theme])
  const images = useMemo(() => imagesOf(palette, ratio), [palette, ratio])
  const hiddenKey = [...hidden].join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a set is new each time
  const style = useMemo(
    () =>
      styleOf(
        palette,
        { land: tilesOf('land', day), projects: tilesOf('projects', day) },
        { unitId, chain, by, hidden, marks, plan, base },
        words,
        size,
      ),
    [palette, unitId, chain, by, hiddenKey, marks, plan, base, words, day, size],
  )
  return { style, images }
}
