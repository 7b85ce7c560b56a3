/** Letters on a sheet, in its units. */
export type Letters = { size: number; weight?: number }

let pen: CanvasRenderingContext2D | null

/** How wide a text is. */
export function widthOf(text: string, { size, weight = 400 }: Letters, font: string): number {
  pen ??= document.createElement('canvas').getContext('2d')
  if (!pen) return text.length * size
  pen.font = `${weight} ${size}px ${font}`
  return pen.measureText(text).width
}

/** The size, `largest` at most, at which a text fits into a width. */
export const fittingSize = (text: string, width: number, { size, ...rest }: Letters, font: string): number =>
  size * Math.min(1, width / widthOf(text, { size, ...rest }, font))

/** A text in lines of a width: broken between Chinese letters, and between words of others. */
export function linesOf(text: string, width: number, letters: Letters, font: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[\p{Script=Han}\p{P}]|[^\p{Script=Han}\p{P}\s]+[,.;:)]*|\s+/gu) ?? []) {
    const isStop = /^[，。；：、）〕”]/.test(piece)
    if (line && !isStop && widthOf(line + piece, letters, font) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return line ? [...lines, line.trimEnd()] : lines
}
