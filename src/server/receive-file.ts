import '@fastify/multipart'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import { Problem, type Sentence, say } from './errors.ts'

/** A file on the server's disk, not yet a record. */
export type Upload = {
  id: string
  path: string
  name: string
  size: number
  hash: string
  /** What the form said before its file. */
  fields: Record<string, string>
}
/** Where files of this sort lie, how large one may be, and the sentences for what goes wrong. */
export type Place = {
  folder: string
  megabytes: number
  tooLarge: (name: string, limitBytes: number) => Problem
  noFile: Sentence
}

const longestName = 200
const megabyte = 1024 ** 2

/** Takes the file of a form onto the disk, with its hash on the way. What did not come whole leaves nothing behind. */
export async function receiveFile(request: FastifyRequest, place: Place): Promise<Upload> {
  if (!request.isMultipart()) throw new Problem('invalid_input', place.noFile)
  const limit = place.megabytes * megabyte
  const part = await request.file({ limits: { fileSize: limit } })
  if (!part) throw new Problem('invalid_input', place.noFile)
  const id = uuidv7()
  const path = join(place.folder, id)
  const name = nameOf(part.filename)
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    // What says itself that it is too large is not even begun.
    if (Number(request.headers['content-length']) > limit + megabyte) throw place.tooLarge(name, limit)
    await mkdir(place.folder, { recursive: true })
    // What never says how large it is ends here; the form itself may go on for ever.
    const atLimit = new AbortController()
    part.file.once('limit', () => atLimit.abort())
    await pipeline(part.file, measure, createWriteStream(path, { flags: 'wx' }), {
      signal: atLimit.signal,
    })
    if (part.file.truncated) throw place.tooLarge(name, limit)
    return { id, path, name, size, hash: hash.digest('hex'), fields: fieldsOf(part.fields) }
  } catch (error) {
    part.file.resume()
    await rm(path, { force: true })
    throw refusalOf(error as NodeJS.ErrnoException, name, place)
  }
}

const fieldsOf = (fields: object) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]: [string, unknown]) => {
      const value = (field as { value?: unknown } | undefined)?.value
      return typeof value === 'string' ? [[key, value]] : []
    }),
  )

function refusalOf(error: NodeJS.ErrnoException, name: string, { megabytes, tooLarge }: Place): Error {
  if (error.code === 'FST_REQ_FILE_TOO_LARGE' || error.code === 'ABORT_ERR')
    return tooLarge(name, megabytes * megabyte)
  if (error.code === 'ENOSPC')
    return new Problem(
      'busy',
      say(
        `服务器磁盘已满，“${name}”没有存下。请联系系统管理员。`,
        `The server’s disk is full; “${name}” was not kept. Tell your administrator.`,
      ),
    )
  if (error.code === 'ERR_STREAM_PREMATURE_CLOSE' || error.code === 'ECONNRESET')
    return new Problem(
      'invalid_input',
      say(
        `上传中断，“${name}”没有传完，请再传一次。`,
        `The upload broke off before “${name}” was whole; upload it again.`,
      ),
    )
  return error
}

/** The last part of what the browser calls it, without controls: a name for people, never a path. */
const nameOf = (name: string | undefined) =>
  ((name ?? '').split(/[\\/]/).at(-1) ?? '')
    .replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .slice(-longestName) || '未命名'
