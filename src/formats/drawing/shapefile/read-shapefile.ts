import { UnreadableFile } from '../../unreadable-file.ts'
import { Archive } from '../../zip/archive.ts'
import type { Drawing, Shape } from '../drawing.ts'
import type { Allowance, DrawingLimits } from '../limits.ts'
import { DrawingNotices } from '../notices.ts'
import { type Dbf, openDbf } from './dbf.ts'
import { type LayerParts, layersOf } from './layers.ts'
import { readShp } from './shp.ts'

/** Reads every shapefile in a zip. Throws `not_a_drawing` for an archive without one. */
export const readZippedShapefiles = async (
  path: string,
  limits: DrawingLimits,
  allowance: Allowance,
): Promise<Drawing> => {
  const archive = await Archive.open(path, limits)
  try {
    const { layers, others } = layersOf(archive)
    if (layers.length === 0) throw new UnreadableFile('not_a_drawing', { kind: kindOf(archive) })
    const reading = new ShapefileReading(allowance)
    for (const value of [...others, ...archive.unsafeNames]) reading.notices.add('entry_ignored', { value })
    for (const parts of layers) await reading.takeLayer(archive, parts)
    return reading.finish()
  } finally {
    archive.close()
  }
}

/** Reads a .shp without the files that belong to it. */
export const readBareShp = (bytes: Buffer, layer: string, allowance: Allowance): Drawing => {
  const reading = new ShapefileReading(allowance)
  reading.takeShapes(bytes, layer, undefined)
  return reading.finish()
}

class ShapefileReading {
  readonly notices = new DrawingNotices()
  readonly #allowance: Allowance
  readonly #shapes: Shape[] = []
  #wkt: string | undefined

  constructor(allowance: Allowance) {
    this.#allowance = allowance
  }

  async takeLayer(archive: Archive, { name, shp, dbf, cpg, prj }: LayerParts): Promise<void> {
    if (prj !== undefined) this.#takeSystem(textOf(await wholeOf(archive, prj)), name)
    const cpgText = cpg === undefined ? undefined : textOf(await wholeOf(archive, cpg))
    const table = dbf === undefined ? undefined : await openDbf(await wholeOf(archive, dbf), cpgText)
    this.takeShapes(await wholeOf(archive, shp), name, table)
  }

  takeShapes(shp: Buffer, layer: string, table: Dbf | undefined): void {
    if (table === undefined || table.isCut) this.notices.add('no_attributes', { layer })
    if (table?.codePage.guessed)
      this.notices.add('encoding_guessed', { layer, value: table.codePage.encoding.toUpperCase() })
    const { records, count } = readShp(shp, layer, this.notices, this.#allowance)
    if (table !== undefined && !table.isCut && table.count !== count)
      this.notices.add('count_differs', { layer, value: String(table.count) })
    let taken = 0
    for (const { number, surfaces } of records) {
      const place = String(number)
      if (table?.isDeleted(number - 1)) {
        this.notices.add('deleted_record', { place, layer })
        continue
      }
      this.#shapes.push({ place, layer, surfaces, attributes: table?.attributes(number - 1) ?? {} })
      taken++
    }
    if (taken === 0) this.notices.add('nothing_found', { layer })
  }

  finish(): Drawing {
    return {
      format: 'shapefile',
      order: 'eastFirst',
      shapes: this.#shapes,
      system: this.#wkt === undefined ? {} : { wkt: this.#wkt },
      notices: this.notices.list(),
    }
  }

  #takeSystem(wkt: string, layer: string): void {
    if (wkt === '') return
    this.#wkt ??= wkt
    if (this.#wkt !== wkt) this.notices.add('systems_differ', { layer, value: wkt })
  }
}

const wholeOf = async (archive: Archive, path: string): Promise<Buffer> => {
  const whole = Buffer.allocUnsafe(archive.unpackedSize(path))
  let at = 0
  for await (const chunk of archive.read(path)) at += chunk.copy(whole, at)
  return whole.subarray(0, at)
}

const textOf = (bytes: Buffer) =>
  bytes
    .toString('utf8')
    .replaceAll(/[\0\ufeff]/g, '')
    .trim()

const kindOf = (archive: Archive) => {
  if (archive.has('[content_types].xml')) {
    const folders: [string, string][] = [
      ['xl/', 'xlsx'],
      ['word/', 'docx'],
      ['ppt/', 'pptx'],
    ]
    const paths = archive.paths()
    return folders.find(([folder]) => paths.some((path) => path.startsWith(folder)))?.[1] ?? 'zip'
  }
  return archive.paths().some((path) => path.endsWith('.kml')) ? 'kml' : 'zip'
}
