import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Value } from 'typebox/value'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, notAllowed, Problem, say } from '../../../server/errors.ts'
import type { Upload } from '../../../server/receive-file.ts'
import { isDecidedOn } from '../../preconditions/server/queries.ts'
import { type Format, MilestoneKey } from '../contract.ts'
import { holdProject, listPapers, type PaperRow } from './held.ts'

const mostPapers = 200

/** Files a paper that has come under a milestone of a project; without the right or the words, the file goes again. */
export async function filePaper(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  { id, path, name, size, hash, format, fields }: Upload & { format: Format },
) {
  try {
    await holdProject(db, actor, projectId, 'update')
    const milestone = fields['milestone'] ?? ''
    const kind = (fields['kind'] ?? '').trim()
    if (!Value.Check(MilestoneKey, milestone))
      throw new Problem(
        'invalid_input',
        say(
          `没有「${milestone.slice(0, 40)}」这个节点。`,
          `There is no milestone “${milestone.slice(0, 40)}”.`,
        ),
      )
    if (kind === '' || kind.length > 40)
      throw new Problem(
        'invalid_input',
        say('请说明这份材料是什么（40 字以内）。', 'Say what paper this is, in 40 characters or fewer.'),
      )
    const filed = await listPapers(db, actor.zoneId, projectId)
    const twin = filed.find((paper) => paper.fileHash === hash && paper.milestone === milestone)
    if (twin && twin.kind === kind)
      throw new Problem(
        'conflict',
        say(
          `这份文件已经在这里了：“${twin.fileName}”。`,
          `This very file is here already: “${twin.fileName}”.`,
        ),
      )
    if (filed.length >= mostPapers)
      throw new Problem(
        'invalid_input',
        say(
          `一个项目最多 ${mostPapers} 份材料，请先移除不用的。`,
          `A project takes ${mostPapers} papers at most; remove some first.`,
        ),
      )
    await insertRows(db, author, 'paper', [
      {
        id,
        projectId,
        milestone,
        kind,
        fileName: name,
        fileSize: size,
        fileHash: hash,
        format,
        addedBy: actor.memberId,
        addedAt: author.at,
      },
    ])
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** By who added it, or by who may remove projects. */
export const mayRemove = (actor: Actor, abilities: readonly string[], paper: Pick<PaperRow, 'addedBy'>) =>
  abilities.includes('remove') || (abilities.includes('update') && paper.addedBy === actor.memberId)

const findPaper = async (db: Db, zoneId: string, projectId: string, paperId: string) =>
  found(
    (await listPapers(db, zoneId, projectId)).find((paper) => paper.id === paperId),
    say('材料', 'paper'),
    paperId,
  )

/** Out of the list; the file and its record stay. */
export async function removePaper(db: Db, actor: Actor, author: Author, projectId: string, paperId: string) {
  const { abilities } = await holdProject(db, actor, projectId, 'update')
  const paper = await findPaper(db, actor.zoneId, projectId, paperId)
  if (!mayRemove(actor, abilities, paper))
    throw notAllowed(
      `“${paper.fileName}”由${paper.author}上传，只能由本人、综合统计或领导移除。`,
      `${paper.author} added “${paper.fileName}”; only they, the analyst or a director may remove it.`,
    )
  if (await isDecidedOn(db, actor.zoneId, paperId))
    throw new Problem(
      'conflict',
      say(
        `“${paper.fileName}”是豁免决定或公平竞争审查的依据，不能移除。`,
        `“${paper.fileName}” is what an exemption or a fair competition review rests on; it stays.`,
      ),
    )
  const patch = { id: paperId, revision: paper.revision, set: { removedAt: author.at } }
  await updateRows(db, author, 'paper', [patch], 'remove')
}

/** The record of a paper that this person may open. */
export async function readPaper(db: Db, actor: Actor, projectId: string, paperId: string) {
  await holdProject(db, actor, projectId, 'read')
  return findPaper(db, actor.zoneId, projectId, paperId)
}

/** A file that is no longer what was filed proves nothing, and is not given out. */
export async function assertWhole(path: string, { fileHash, fileName }: PaperRow) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash).catch(() => undefined)
  if (hash.digest('hex') === fileHash) return
  throw new Problem(
    'conflict',
    say(
      `“${fileName}”在服务器上的文件丢失或与登记时不一致，不能提供。请告诉系统管理员，从备份恢复。`,
      `The file of “${fileName}” is gone or not what was filed, so it is not given out. Tell your administrator to restore it from a backup.`,
    ),
    { reason: 'hash' },
  )
}
