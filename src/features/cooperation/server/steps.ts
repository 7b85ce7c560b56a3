import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import type { AgreementState } from '../contract.ts'
import type { AgreementRow } from './agreement-queries.ts'

/** Writes of an agreement say so in the log, the project's timeline included. */
export const causedBy = (author: Author, { kind, id }: Pick<AgreementRow, 'kind' | 'id'>): Author => ({
  ...author,
  cause: { kind, id },
})

type Said = {
  unitId?: string | null
  unitName?: string | null
  onBehalf?: boolean
  note?: string | null | undefined
}

export const addStep = (
  db: Db,
  author: Author,
  agreementId: string,
  kind: AgreementState,
  { note, ...said }: Said = {},
) =>
  insertRows(db, author, 'agreement_step', [
    {
      id: uuidv7(),
      agreementId,
      kind,
      unitId: null,
      unitName: null,
      onBehalf: false,
      ...said,
      note: note?.trim() || null,
      takenBy: author.memberId,
      takenAt: author.at,
    },
  ])

/** What an agreement is from now on, with the step that made it so. */
export async function moveTo(
  db: Db,
  author: Author,
  { id, revision }: Pick<AgreementRow, 'id' | 'revision'>,
  state: AgreementState,
  said?: Said,
  more: { officer?: string } = {},
) {
  const written = await updateRows(db, author, 'agreement', [{ id, revision, set: { state, ...more } }])
  if (written.size === 0)
    throw new Problem(
      'conflict',
      say('这份协议刚被他人办理，请刷新。', 'Somebody has just acted on this agreement. Reload.'),
    )
  await addStep(db, author, id, state, said)
}
