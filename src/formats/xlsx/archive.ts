import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { WorkbookLimits } from '../limits.ts'
import { UnreadableFile } from '../unreadable-file.ts'

/** Sheets, comments and pictures of a large workbook are hundreds of entries. */
const mostEntries = 20_000
/** Below this an entry can do no harm, however well it packs. */
const harmlessBytes = 64 * 1024 ** 2

/** No packing of deflate is better than this. */
const mostDeflate = 1_032

/** A zip file, read part by part and never unpacked to disk. Parts go by their path in lower case. */
export class Archive {
  /** How many entries have a path that leads outside. */
  readonly unsafeNames: number
  readonly #zip: ZipFile
  readonly #entries: Map<string, Entry>
  readonly #limits: WorkbookLimits
  #opened = 0

  private constructor(
    zip: ZipFile,
    entries: Map<string, Entry>,
    unsafeNames: number,
    limits: WorkbookLimits,
  ) {
    this.#zip = zip
    this.#entries = entries
    this.unsafeNames = unsafeNames
    this.#limits = limits
  }

  /** `close` it when done. */
  static async open(file: string, limits: WorkbookLimits): Promise<Archive> {
    const zip = await openZip(file)
    zip.on('error', () => {}) // every failure also rejects a promise below
    try {
      const entries = new Map<string, Entry>()
      let unsafeNames = 0
      let unpacked = 0
      for await (const entry of zip.eachEntry()) {
        const path = safePath(entry)
        unpacked += entry.uncompressedSize
        guard(entry, unpacked, limits)
        if (path === undefined) unsafeNames++
        else entries.set(path, entry)
        if (entries.size > mostEntries)
          throw new UnreadableFile('zip_bomb', { entries: entries.size, limit: mostEntries })
      }
      return new Archive(zip, entries, unsafeNames, limits)
    } catch (error) {
      zip.close()
      if (error instanceof UnreadableFile) throw error
      throw new UnreadableFile('damaged', { reason: messageOf(error) }, { cause: error })
    }
  }

  has(path: string): boolean {
    return this.#entries.has(path.toLowerCase())
  }

  paths(): string[] {
    return [...this.#entries.keys()]
  }

  unpackedSize(path: string): number {
    return this.#entries.get(path.toLowerCase())?.uncompressedSize ?? 0
  }

  /** The bytes of one part; a second reading counts against the limits again. */
  async *read(path: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(path.toLowerCase())
    if (entry === undefined) throw new UnreadableFile('damaged', { part: path, reason: 'missing' })
    if (entry.isEncrypted()) throw new UnreadableFile('password_protected')
    this.#opened += entry.uncompressedSize
    if (this.#opened > this.#limits.unpackedBytes) throw bomb(path, this.#opened, this.#limits.unpackedBytes)
    let sum = 0
    try {
      for await (const chunk of await this.#zip.openReadStreamPromise(entry)) {
        sum = crc32(chunk, sum)
        yield chunk
      }
    } catch (error) {
      const reason = messageOf(error)
      // Broken data unpacks to anything; only what could grow large is a bomb.
      const couldGrow = entry.compressedSize * mostDeflate > harmlessBytes
      if (couldGrow && reason.startsWith('too many bytes'))
        throw bomb(path, entry.uncompressedSize, entry.uncompressedSize)
      throw new UnreadableFile('damaged', { part: path, reason }, { cause: error })
    }
    if (sum !== entry.crc32) throw new UnreadableFile('damaged', { part: path, reason: 'checksum' })
  }

  close(): void {
    this.#zip.close()
  }
}

const openZip = async (file: string) => {
  try {
    return await openPromise(file, { lazyEntries: true, decodeStrings: false, autoClose: false })
  } catch (error) {
    throw new UnreadableFile('damaged', { reason: messageOf(error) }, { cause: error })
  }
}

const guard = (
  { uncompressedSize, compressedSize, fileNameRaw }: Entry,
  unpacked: number,
  limits: WorkbookLimits,
) => {
  const part = fileNameRaw.toString()
  if (unpacked > limits.unpackedBytes) throw bomb(part, unpacked, limits.unpackedBytes)
  if (uncompressedSize <= harmlessBytes) return
  const ratio = Math.round(uncompressedSize / Math.max(compressedSize, 1))
  if (ratio > limits.packingRatio)
    throw new UnreadableFile('zip_bomb', { part, ratio, limit: limits.packingRatio })
}

const bomb = (part: string, unpacked: number, limit: number) =>
  new UnreadableFile('zip_bomb', { part, unpacked, limit })

/** Lower case with forward slashes; undefined for a path that leaves the archive. Some writers use backslashes. */
const safePath = (entry: Entry): string | undefined => {
  const path = entry.fileNameRaw.toString().replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
  return /^[a-z]:/.test(path) || path.split('/').includes('..') ? undefined : path
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
