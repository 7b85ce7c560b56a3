import type { Rgb } from './patterns.ts'

/** Colours of the theme that is on, by their names in the style sheet. */
export type Palette = (name: string) => string

/** A renderer of its own knows no style sheet: its colours are read from there, now. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  return (name) => style.getPropertyValue(`--zt-${name}`).trim()
}

/** Colours of paper, which is light whichever theme is on. */
export function readPaperPalette(): Palette {
  const known = new Map<string, string>()
  return (name) => {
    const colour = known.get(name) ?? onPaper(name)
    known.set(name, colour)
    return colour
  }
}

function onPaper(name: string): string {
  const sheet = document.createElement('div')
  sheet.className = 'zt-paper'
  document.body.append(sheet)
  const colour = getComputedStyle(sheet).getPropertyValue(`--zt-${name}`).trim()
  sheet.remove()
  return colour
}

export const rgbOf = (colour: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb
