import { rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import { type FileFault, type FileKind, fileKind } from '../../../formats/file-kind.ts'
import type { Config } from '../../../server/config.ts'
import { Problem, type Sentence, say } from '../../../server/errors.ts'
import { receiveFile, type Upload } from '../../../server/receive-file.ts'

export const papersOf = ({ dataFolder }: Config) => join(dataFolder, 'papers')
export const paperPath = (config: Config, zoneId: string, id: string) => join(papersOf(config), zoneId, id)

/** A paper is a scan or a document, not a film; below the limit of workbooks where that is lower. */
const mostMegabytes = 50
export const paperMegabytes = ({ uploadMegabytes }: Config) => Math.min(mostMegabytes, uploadMegabytes)

const known = say('PDF、PNG、JPG、DOCX、XLSX 或 OFD', 'PDF, PNG, JPG, DOCX, XLSX or OFD')
const faults: Record<FileFault, Sentence> = {
  empty: say('是空文件（0 字节），请检查后再传', 'is empty (0 bytes); check it and upload it again'),
  program: say(
    '是程序、脚本或网页，不能作为佐证；请上传材料的扫描件',
    'is a program, script or web page and proves nothing; upload a scan of the paper',
  ),
  macros: say(
    '含有宏，不能接收；请另存为不含宏的 DOCX、XLSX 或 PDF',
    'has macros and was not taken; save it as DOCX, XLSX or PDF without macros',
  ),
  damaged: say('已损坏，打不开；请重新保存后再传', 'is damaged; save it again and upload that'),
  unknown: say(`不是能接收的格式；请上传 ${known.zh}`, `is of no kind that can be taken; upload ${known.en}`),
}
const extensions: Record<FileKind, readonly string[]> = {
  pdf: ['.pdf'],
  png: ['.png'],
  jpeg: ['.jpg', '.jpeg'],
  docx: ['.docx'],
  xlsx: ['.xlsx'],
  ofd: ['.ofd'],
}

/** Takes a paper onto the disk if it is one by its content; what is refused leaves nothing behind. */
export async function receivePaper(
  request: FastifyRequest,
  config: Config,
  zoneId: string,
): Promise<Upload & { format: FileKind }> {
  const upload = await receiveFile(request, {
    folder: join(papersOf(config), zoneId),
    megabytes: paperMegabytes(config),
    tooLarge,
    noFile: say(
      '没有收到文件。请以表单字段 file 上传一份佐证材料。',
      'No file came. Upload one paper as the form field “file”.',
    ),
  })
  try {
    const found = await fileKind(upload.path)
    if ('fault' in found) throw refused(upload.name, faults[found.fault], found.fault)
    const own = extensions[found.kind]
    if (!own.includes(extname(upload.name).toLowerCase()))
      throw refused(
        upload.name,
        say(
          `的内容是 ${found.kind.toUpperCase()}，与文件名不符；请把扩展名改为 ${own[0]} 再传`,
          `holds ${found.kind.toUpperCase()}, which is not what its name says; name it ${own[0]} and upload it again`,
        ),
        'name',
      )
    return { ...upload, format: found.kind }
  } catch (error) {
    await rm(upload.path, { force: true })
    throw error
  }
}

const refused = (name: string, { zh, en }: Sentence, reason: string) =>
  new Problem('unreadable_file', say(`“${name}”${zh}。`, `“${name}” ${en}.`), { reason })

const tooLarge = (name: string, limitBytes: number) => {
  const limit = `${limitBytes / 1024 ** 2} MB`
  return new Problem(
    'too_large',
    say(
      `“${name}”超过了 ${limit} 的上限，没有接收。请降低扫描精度或拆成几份再传。`,
      `“${name}” is over the limit of ${limit} and was not taken. Scan it at a lower resolution or split it.`,
    ),
    { reason: 'too_large', limit: limitBytes },
  )
}
