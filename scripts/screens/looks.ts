import type { Place } from '../../test/journeys/places.ts'

export const screens = ['desk', 'phone'] as const
const languages = ['zh', 'en'] as const
const themes = ['light', 'dark'] as const

export type Look = {
  screen: (typeof screens)[number]
  language: (typeof languages)[number]
  theme: (typeof themes)[number]
}

/** All there are: two screens, two languages, two themes. */
export const looks: readonly Look[] = screens.flatMap((screen) =>
  languages.flatMap((language) => themes.map((theme) => ({ screen, language, theme }))),
)

export const fileOf = ({ name }: Place, { screen, language, theme }: Look) =>
  `${screen}-${language}-${theme}/${name}.png`

export const shownOn = ({ only }: Place, screen: Look['screen']) => only === undefined || only === screen
