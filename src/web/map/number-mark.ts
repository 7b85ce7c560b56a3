import type { Pixels } from './patterns.ts'

export type MarkColours = { fill: string; rim: string; text: string }

/** Two pixels of a rim, and one so that the edge is not cut. */
const rim = 2
const margin = 1
const fontShare = 1.12

/** A number in a circle with a rim, as one picture: what stands above another covers its number too. */
export function numberMark(
  radius: number,
  number: string,
  colours: MarkColours,
  ratio: number,
  font: string,
): Pixels {
  const side = Math.ceil((radius + rim + margin) * 2 * ratio)
  const canvas = new OffscreenCanvas(side, side)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('Nothing can be drawn on a canvas here.')
  pen.scale(ratio, ratio)
  const middle = side / ratio / 2
  const circle = (size: number, colour: string) => {
    pen.fillStyle = colour
    pen.beginPath()
    pen.arc(middle, middle, size, 0, 2 * Math.PI)
    pen.fill()
  }
  circle(radius + rim, colours.rim)
  circle(radius, colours.fill)
  pen.fillStyle = colours.text
  pen.font = `600 ${radius * fontShare}px ${font}`
  pen.textAlign = 'center'
  pen.textBaseline = 'alphabetic'
  const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = pen.measureText(number)
  pen.fillText(number, middle, middle + (up - down) / 2)
  return { width: side, height: side, data: pen.getImageData(0, 0, side, side).data }
}
