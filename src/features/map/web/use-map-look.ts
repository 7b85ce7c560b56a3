import { useMemo } from 'react'
import { api } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { readPalette } from '../../../web/map/palette.ts'
import { useTheme } from '../../../web/theme/index.ts'
import { imagesOf } from './images.ts'
import { styleOf } from './map-style.ts'
import { deskSize, type Filtered } from './style-parts.ts'

/** Where tiles come from, of the day that is looked at. */
export const tilesOf = (set: 'land' | 'projects') => {
  const [path = '', query] = api.address(`/map/tiles/${set}`).split('?')
  return `${location.origin}${path}/{z}/{x}/{y}${query ? `?${query}` : ''}`
}

/** Style and pictures for what is asked, in the person’s theme and language, of the day that is looked at. */
export function useMapLook(
  { unitId, chain, by, hidden }: Filtered,
  day: string | undefined,
  size = deskSize,
  ratio?: number,
) {
  const t = useWords('map')
  const { theme } = useTheme()
  const mu = t('frame:mu')
  const vacant = t('vacant')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides what is read
  const palette = useMemo(readPalette, [theme])
  const images = useMemo(() => imagesOf(palette, ratio), [palette, ratio])
  const hiddenKey = [...hidden].join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the day is in the addresses of tiles; a set is new each time
  const style = useMemo(
    () =>
      styleOf(
        palette,
        { land: tilesOf('land'), projects: tilesOf('projects') },
        { unitId, chain, by, hidden },
        { mu, vacant },
        size,
      ),
    [palette, unitId, chain, by, hiddenKey, mu, vacant, day, size],
  )
  return { style, images }
}
