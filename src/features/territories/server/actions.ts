import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, Problem, type Sentence, say } from '../../../server/errors.ts'
import type { HoldingInput, HoldingPatch, TerritoryInput, TerritoryPatch } from '../contract.ts'
import { checkBoundary } from '../model/boundary.ts'
import { checkSpan } from './check-span.ts'
import { findArea, findAreaNamed, findHolding, listHoldings } from './queries.ts'

type Given = TerritoryInput & { provenance?: string | null | undefined }

/** A new area with its first holder. */
export async function addTerritory(db: Db, author: Author, input: Given): Promise<string> {
  const id = uuidv7()
  const { unitId, fromOn, toOn = null } = input
  const { areaM2 = null, boundary = null, source = null, note = null, provenance = null } = input
  const name = input.name.trim()
  await refuseName(db, author.zoneId, name)
  checkWritten(input)
  await checkSpan(db, author.zoneId, name, { id: '', territoryId: id, unitId, fromOn, toOn })
  await insertRows(db, author, 'territory', [{ id, name, areaM2, boundary, source, note, provenance }])
  await insertRows(db, author, 'territory_holding', [{ id: uuidv7(), territoryId: id, unitId, fromOn, toOn }])
  return id
}

export async function changeTerritory(db: Db, author: Author, id: string, patch: TerritoryPatch) {
  const area = found(await findArea(db, author.zoneId, id), territory, id)
  const { revision, ...given } = patch
  const name = given.name?.trim()
  if (name !== undefined && name !== area.name) await refuseName(db, author.zoneId, name)
  checkWritten(given)
  const set = Object.fromEntries(
    Object.entries({ ...given, ...(name === undefined ? {} : { name }) }).filter(
      ([, value]) => value !== undefined,
    ),
  )
  if (Object.keys(set).length > 0) await write(db, author, 'territory', [{ id, revision, set }])
}

/** One entered by mistake; an area that leaves the zone has its holding ended. */
export async function removeTerritory(db: Db, author: Author, id: string) {
  const { revision } = found(await findArea(db, author.zoneId, id, 'lock'), territory, id)
  const set = { removedAt: author.at }
  const holdings = await listHoldings(db, author.zoneId, id)
  await write(
    db,
    author,
    'territory_holding',
    holdings.map((one) => ({ id: one.id, revision: one.revision, set })),
    'remove',
  )
  await write(db, author, 'territory', [{ id, revision, set }], 'remove')
}

/** Who else held it, earlier or later. */
export async function addHolding(db: Db, author: Author, territoryId: string, input: HoldingInput) {
  const area = found(await findArea(db, author.zoneId, territoryId, 'lock'), territory, territoryId)
  const { unitId, fromOn, toOn = null } = input
  await checkSpan(db, author.zoneId, area.name, { id: '', territoryId, unitId, fromOn, toOn })
  await insertRows(db, author, 'territory_holding', [{ id: uuidv7(), territoryId, unitId, fromOn, toOn }])
}

export async function changeHolding(db: Db, author: Author, id: string, patch: HoldingPatch) {
  const holding = found(await findHolding(db, author.zoneId, id), say('辖区归属', 'holding'), id)
  const area = found(
    await findArea(db, author.zoneId, holding.territoryId, 'lock'),
    territory,
    holding.territoryId,
  )
  const { revision, fromOn = holding.fromOn, toOn } = patch
  await checkSpan(db, author.zoneId, area.name, { ...holding, fromOn, toOn })
  await write(db, author, 'territory_holding', [{ id, revision, set: { fromOn, toOn } }])
  return holding.territoryId
}

const territory: Sentence = say('辖区', 'territory')

async function refuseName(db: Db, zoneId: string, name: string) {
  if (await findAreaNamed(db, zoneId, name))
    throw new Problem(
      'conflict',
      say(
        `已有名为“${name}”的辖区。请换一个名称；如是同一片地，请在原辖区下添加归属。`,
        `There is a territory “${name}” already. Take another name; if it is the same land, add who held it there.`,
      ),
    )
}

function checkWritten({ areaM2, boundary }: Pick<TerritoryPatch, 'areaM2' | 'boundary'>) {
  if (areaM2 && Number(areaM2) === 0)
    throw new Problem(
      'invalid_input',
      say('面积须大于零；不知道就留空。', 'The area must be more than zero; leave it empty if unknown.'),
    )
  const fault = boundary && checkBoundary(boundary)
  if (fault) throw new Problem('invalid_input', fault)
}

async function write(
  db: Db,
  author: Author,
  table: 'territory' | 'territory_holding',
  patches: { id: string; revision: number; set: object }[],
  operation: 'update' | 'remove' = 'update',
) {
  const written = await updateRows(db, author, table, patches, operation)
  if (written.size < patches.length)
    throw new Problem(
      'conflict',
      say(
        '这个辖区刚被他人修改，请刷新后再试。',
        'Somebody changed this territory just now. Reload and try again.',
      ),
    )
}
