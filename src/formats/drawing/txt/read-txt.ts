import type { EncodingFinding } from '../../text/encoding.ts'
import type { Drawing, Shape } from '../drawing.ts'
import type { Allowance } from '../limits.ts'
import { DrawingNotices } from '../notices.ts'
import { type Line, readLine } from './line-kinds.ts'
import { linesOf } from './text-lines.ts'
import { TxtShape } from './txt-shape.ts'

/**
 * Reads the coordinate TXT of land surveys (勘测定界 报盘): pairs under [属性描述], then under [地块坐标] for each shape a
 * line that ends with `@` and its points, `name,ring,X,Y`. What follows a closed ring under its number is a ring of
 * its own.
 */
export const readTxt = async (
  chunks: AsyncIterable<Buffer>,
  { encoding, guessed }: EncodingFinding,
  allowance: Allowance,
): Promise<Drawing> => {
  const reading = new TxtReading(allowance)
  if (guessed) reading.notices.add('encoding_guessed', { value: encoding.toUpperCase() })
  let number = 0
  for await (const lines of linesOf(chunks, encoding))
    for (const text of lines) {
      number++
      reading.take(text, number)
    }
  return reading.finish()
}

const headerSection = '属性描述'
/** What must not change in the middle of a file. */
const systemKeys = new Set(['坐标系', '几度分带', '投影类型', '计量单位', '带号', '转换参数'])
const blankLine = /^[\s,]*$/
/** Ends a text of old programs. */
const endMark = '\u001a'

class TxtReading {
  readonly notices = new DrawingNotices()
  readonly #allowance: Allowance
  readonly #shapes: Shape[] = []
  readonly #header = new Map<string, string>()
  /** Pairs of other sections; the header's own come first. */
  readonly #others = new Map<string, string>()
  #section: 'none' | 'header' | 'shapes' | 'other' = 'none'
  #shape: TxtShape | undefined

  constructor(allowance: Allowance) {
    this.#allowance = allowance
  }

  take(raw: string, number: number): void {
    const text = raw.replace(endMark, '').trim()
    if (blankLine.test(text)) return
    const { line, wide } = readLine(text)
    const place = String(number)
    if (wide) this.notices.add('full_width_read', { place })
    if (line.kind === 'section') this.#enter(line.name)
    else if (line.kind === 'pair' && this.#section !== 'shapes') this.#keep(line, place)
    else if (this.#section !== 'other') this.#draw(line, place, text)
  }

  finish(): Drawing {
    this.#endShape()
    if (this.#shapes.length === 0) this.notices.add('nothing_found')
    const header = { ...Object.fromEntries(this.#others), ...Object.fromEntries(this.#header) }
    return {
      format: 'parcelTxt',
      order: 'northFirst',
      shapes: this.#shapes,
      system: Object.keys(header).length > 0 ? { header } : {},
      notices: this.notices.list(),
    }
  }

  #enter(name: string): void {
    this.#endShape()
    this.#section = name === headerSection ? 'header' : name.endsWith('坐标') ? 'shapes' : 'other'
  }

  #keep({ key, value }: { key: string; value: string }, place: string): void {
    if (this.#section === 'other') {
      this.#others.set(key, value)
      return
    }
    const before = this.#header.get(key)
    if (before === undefined) this.#header.set(key, value)
    else if (before !== value && systemKeys.has(key))
      this.notices.add('systems_differ', { place, value: `${key}=${value}` })
  }

  #draw(line: Line, place: string, text: string): void {
    if (line.kind === 'head') {
      this.#endShape()
      this.#shape = new TxtShape(place, line.fields)
    } else if (line.kind === 'point') {
      this.#allowance.points(1)
      if (this.#shape?.endsBefore(line.ring)) this.#endShape()
      this.#shape ??= new TxtShape(place, undefined)
      this.#shape.add(line.ring, [line.first, line.second])
      if (line.hasHeight) this.notices.add('heights_ignored', { place, value: 'Z' })
    } else if (line.kind === 'bad_number') {
      this.#shape ??= new TxtShape(place, undefined)
      this.#shape.spoil()
      this.notices.add('no_number', { place, value: line.value })
    } else this.notices.add('unknown_line', { place, value: text })
  }

  #endShape(): void {
    const shape = this.#shape?.finish(this.notices, this.#allowance)
    if (shape) this.#shapes.push(shape)
    this.#shape = undefined
  }
}
