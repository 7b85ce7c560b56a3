import '@fastify/multipart'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import type { Config } from '../../../server/config.ts'
import { Problem, say } from '../../../server/errors.ts'
import { tooLarge } from './refusals.ts'

/** A file on the server's disk, not yet an import. */
export type Upload = { id: string; path: string; name: string; size: number; hash: string }

export const uploadsOf = ({ dataFolder }: Config) => join(dataFolder, 'uploads')

export const pathOf = (config: Config, zoneId: string, importId: string) =>
  join(uploadsOf(config), zoneId, importId)

const longestName = 200

/** Takes the file of a form onto the disk, with its hash on the way. What did not come whole leaves nothing behind. */
export async function receiveFile(request: FastifyRequest, config: Config, zoneId: string): Promise<Upload> {
  if (!request.isMultipart()) throw noFile()
  const part = await request.file()
  if (!part) throw noFile()
  const id = uuidv7()
  const path = pathOf(config, zoneId, id)
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
    await mkdir(join(uploadsOf(config), zoneId), { recursive: true })
    await pipeline(part.file, measure, createWriteStream(path, { flags: 'wx' }))
    if (part.file.truncated) throw tooLarge(name, config.uploadMegabytes * 1024 ** 2)
    return { id, path, name, size, hash: hash.digest('hex') }
  } catch (error) {
    await rm(path, { force: true })
    throw refusalOf(error as NodeJS.ErrnoException, name, config)
  }
}

function refusalOf(error: NodeJS.ErrnoException, name: string, config: Config): Error {
  if (error.code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge(name, config.uploadMegabytes * 1024 ** 2)
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

const noFile = () =>
  new Problem(
    'invalid_input',
    say(
      '没有收到文件。请以表单字段 file 上传一个表格文件。',
      'No file came. Upload one workbook as the form field “file”.',
    ),
  )

/** The last part of what the browser calls it, without controls: a name for people, never a path. */
const nameOf = (name: string | undefined) =>
  ((name ?? '').split(/[\\/]/).at(-1) ?? '')
    .replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .slice(-longestName) || '未命名'
