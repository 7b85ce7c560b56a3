import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { UnreadableFile } from '../unreadable-file.ts'

/** Sheets, comments and pictures of a large workbook are hundreds of entries. */
const mostEntries = 20_000
/** Below this an entry can do no harm, however well it packs. */
const harmlessBytes = 64 * 1024 ** 2

/** No packing of deflate is better than this. */
const mostDeflate = 1_032

/** What an archive may cost, unpacked. */
export type ArchiveLimits = {
  /** All entries together. */
  unpackedBytes: number
  /** How many times larger than packed one entry may be; entries below 64 MB are not asked. */
  packingRatio: number
}

/** A zip file, read part by part and never unpacked to disk. Parts go by their path in lower case. */
export class Archive {
  /** Entries whose path leads outside. */
  readonly unsafeNames: string[]
  readonly #zip: ZipFile
  readonly #entries: Map<string, NamedEntry>
  readonly #limits: ArchiveLimits
  #opened = 0

  private constructor(
    zip: ZipFile,
    entries: Map<string, NamedEntry>,
    unsafeNames: string[],
    limits: ArchiveLimits,
  ) {
    this.#zip = zip
    this.#entries = entries
    this.unsafeNames = unsafeNames
    this.#limits = limits
  }

  /** `close` it when done. */
  static async open(file: string, limits: ArchiveLimits): Promise<Archive> {
    const zip = await openZip(file)
    zip.on('error', () => {}) // every failure also rejects a promise below
    try {
      const entries = new Map<string, NamedEntry>()
      const unsafeNames: string[] = []
      let unpacked = 0
      for await (const entry of zip.eachEntry()) {
        const name = nameOf(entry)
        unpacked += entry.uncompressedSize
        guard(entry, name, unpacked, limits)
        if (leadsOutside(name)) unsafeNames.push(name)
        else entries.set(name.toLowerCase(), { entry, name })
        if (entries.size + unsafeNames.length > mostEntries)
          throw new UnreadableFile('zip_bomb', { entries: mostEntries + 1, limit: mostEntries })
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

  /** The path as it is written. */
  nameOf(path: string): string {
    return this.#entries.get(path.toLowerCase())?.name ?? path
  }

  unpackedSize(path: string): number {
    return this.#entries.get(path.toLowerCase())?.entry.uncompressedSize ?? 0
  }

  /** The bytes of one part; a second reading counts against the limits again. */
  async *read(path: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(path.toLowerCase())?.entry
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
  { uncompressedSize, compressedSize }: Entry,
  part: string,
  unpacked: number,
  limits: ArchiveLimits,
) => {
  if (unpacked > limits.unpackedBytes) throw bomb(part, unpacked, limits.unpackedBytes)
  if (uncompressedSize <= harmlessBytes) return
  const ratio = Math.round(uncompressedSize / Math.max(compressedSize, 1))
  if (ratio > limits.packingRatio)
    throw new UnreadableFile('zip_bomb', { part, ratio, limit: limits.packingRatio })
}

const bomb = (part: string, unpacked: number, limit: number) =>
  new UnreadableFile('zip_bomb', { part, unpacked, limit })

type NamedEntry = { entry: Entry; name: string }

/** Forward slashes throughout: some writers use backslashes. Chinese Windows writes names in GBK and says nothing of it. */
const nameOf = (entry: Entry): string => decodeName(entry).replaceAll('\\', '/').replace(/^\/+/, '')

const saysUtf8 = 0x800

const decodeName = ({ fileNameRaw, generalPurposeBitFlag }: Entry) => {
  const utf8 = new TextDecoder('utf-8').decode(fileNameRaw)
  if (generalPurposeBitFlag & saysUtf8 || /^[\0-\x7f]*$/.test(utf8)) return utf8
  // GBK words of common characters can be valid UTF-8, but never with characters above U+07FF.
  const isUtf8 =
    !utf8.includes('\ufffd') &&
    /[\u0800-\uffff]|(?<![\u0080-\u07ff])[\u0080-\u07ff](?![\u0080-\u07ff])/.test(utf8)
  return isUtf8 ? utf8 : new TextDecoder('gb18030').decode(fileNameRaw)
}

const leadsOutside = (path: string) => /^[a-z]:/i.test(path) || path.split('/').includes('..')

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
