import { v7 as uuidv7 } from 'uuid'
import type { Cipher } from '../../../server/cipher.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import type { BasemapInput } from '../contract.ts'
import {
  type BasemapKind,
  type BasemapSystem,
  type BasemapValues,
  defaultBasemap,
  keyHolder,
  needsKey,
  type TiandituLayer,
} from '../model/sources.ts'
import { checkValues } from './check-values.ts'
import type { BaseFiles } from './files.ts'

export type StoredBasemap = { values: BasemapValues; key: string; revision: number }

/** What the zone has set; 0 is the revision of a zone that has set nothing. */
export async function readBasemap(db: Db, cipher: Cipher, zoneId: string): Promise<StoredBasemap> {
  const row = await findRow(db, zoneId)
  if (!row) return { values: defaultBasemap, key: '', revision: 0 }
  const { id: _, revision, secret, ...rest } = row
  const values = {
    ...rest,
    kind: rest.kind as BasemapKind,
    layer: rest.layer as TiandituLayer,
    system: rest.system as BasemapSystem,
  }
  return { values, revision, key: (secret && cipher.decrypt(secret, boundTo(zoneId, values))) || '' }
}

/** A key opens for the host alone that it was given for: no later address takes it elsewhere. */
const boundTo = (zoneId: string, values: BasemapValues) => `basemap ${zoneId} ${keyHolder(values)}`

const findRow = (db: Db, zoneId: string) =>
  db
    .selectFrom('basemap')
    .select(['id', 'revision', 'kind', 'layer', 'address', 'file', 'secret', 'system', 'credit', 'nearest'])
    .where('zoneId', '=', zoneId)
    .executeTakeFirst()

export async function saveBasemap(
  db: Db,
  author: Author,
  { cipher, files }: { cipher: Cipher; files: BaseFiles },
  { revision, key: given, ...input }: BasemapInput,
) {
  // Blanks are no credit, and no part of an address.
  const values = { ...input, address: input.address.trim(), credit: input.credit.trim() }
  await checkValues(values, files)
  const row = await findRow(db, author.zoneId)
  if ((row?.revision ?? 0) !== revision) throw movedOn()
  const bound = boundTo(author.zoneId, values)
  const former = row?.secret && cipher.decrypt(row.secret, bound)
  const key = !needsKey(values) ? '' : (given?.trim() ?? (former || ''))
  if (needsKey(values) && key === '') throw keyMissing()
  const written = { ...values, secret: key && (key === former ? row?.secret : cipher.encrypt(key, bound)) }
  if (!row) return insertRows(db, author, 'basemap', [{ id: uuidv7(), ...written }])
  const done = await updateRows(db, author, 'basemap', [{ id: row.id, revision, set: written }])
  if (done.size === 0) throw movedOn()
}

const keyMissing = () =>
  new Problem(
    'invalid_input',
    say(
      '这个底图要密钥，请填写。换了服务地址，原来的密钥不会带过去。',
      'This base map needs a key: enter it. A former key is not taken to another host.',
    ),
  )

const movedOn = () =>
  new Problem(
    'conflict',
    say(
      '底图设置刚被他人修改，请刷新后核对再改。',
      'Somebody changed the base map just now. Reload, compare, and edit again.',
    ),
  )
