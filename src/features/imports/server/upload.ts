import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import type { Config } from '../../../server/config.ts'
import { say } from '../../../server/errors.ts'
import { type Upload as Received, receiveFile as receive } from '../../../server/receive-file.ts'
import { tooLarge } from './refusals.ts'

export type Upload = Omit<Received, 'fields'>

export const uploadsOf = ({ dataFolder }: Config) => join(dataFolder, 'uploads')

export const pathOf = (config: Config, zoneId: string, importId: string) =>
  join(uploadsOf(config), zoneId, importId)

/** Takes the workbook of a form onto the disk. */
export const receiveFile = (request: FastifyRequest, config: Config, zoneId: string): Promise<Upload> =>
  receive(request, {
    folder: join(uploadsOf(config), zoneId),
    megabytes: config.uploadMegabytes,
    tooLarge,
    noFile: say(
      '没有收到文件。请以表单字段 file 上传一个表格文件。',
      'No file came. Upload one workbook as the form field “file”.',
    ),
  })
