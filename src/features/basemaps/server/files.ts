import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openPictureTiles, type PictureTiles, type ReadAt } from '../../../formats/picture-tiles.ts'
import { Problem } from '../../../server/errors.ts'
import { noAnswer } from './no-answer.ts'

const ending = '.pmtiles'
/** A broken file may say any length. */
const mostAtOnce = 64 * 1024 ** 2

export type BaseFiles = {
  list: () => Promise<string[]>
  /** Only of a name that `list` tells; undefined where it tells none such. */
  open: (name: string) => Promise<PictureTiles | 'vector' | undefined>
}

/** PMTiles files that whoever runs the server put into `base/` of its data folder. */
export function keepFiles(dataFolder: string): BaseFiles {
  const folder = join(dataFolder, 'base')
  const opened = new Map<string, { mark: string; tiles: PictureTiles | 'vector' }>()

  async function list() {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    // A link would lead out of the folder.
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b, 'zh'))
  }

  return {
    list,
    async open(name) {
      if (!(await list()).includes(name)) return undefined
      const path = join(folder, name)
      const { mtimeMs, size } = await stat(path)
      const mark = `${mtimeMs} ${size}`
      const known = opened.get(name)
      if (known?.mark === mark) return known.tiles
      const tiles = await openPictureTiles(`${name} ${mark}`, readerOf(path)).catch((error: Error) => {
        throw error instanceof Problem ? error : noAnswer(`${name} 读不出来`, `${name} cannot be read`)
      })
      opened.set(name, { mark, tiles })
      return tiles
    },
  }
}

/** Opened for each piece: a file may be replaced at any time, and nothing has to be closed at the end. */
const readerOf =
  (path: string): ReadAt =>
  async (offset, length) => {
    if (length > mostAtOnce) throw new Error(`${length} bytes are asked for at once.`)
    const handle = await open(path)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  }
