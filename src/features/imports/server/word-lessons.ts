import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { fieldByKey } from '../../projects/fields.ts'
import { wordKey } from '../model/choices.ts'

const keyOf = ({ field, word }: { field: string; word: string }) => `${field}\n${word}`

/** What the zone's people have said that words mean in fields of choices, by `wordLessonKey`. */
export async function listWords(db: Db, zoneId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('wordLesson')
    .select(['field', 'word', 'value'])
    .where('zoneId', '=', zoneId)
    .where('removedAt', 'is', null)
    .execute()
  return new Map(rows.map((row) => [keyOf(row), row.value]))
}

/** Remembers what was answered to words that are none of the choices; a word with two answers teaches nothing. */
export async function learnWords(db: Db, author: Author, importId: string) {
  const { zoneId } = author
  const { rows: said } = await sql<{ field: string; value: string; answer: string }>`
    select distinct field, value, answer from import_issue where zone_id = ${zoneId} and import_id = ${importId}::uuid
      and answered and answer is not null and field is not null and code in ('unknown_choice', 'unknown_corps', 'unknown_industry', 'learned_word')`.execute(
    db,
  )
  const answers = Map.groupBy(
    said
      .filter(({ field }) => !fieldByKey.get(field)?.personal)
      .map(({ field, value, answer }) => ({ field, word: wordKey(value), value: answer })),
    keyOf,
  )
  const lessons = [...answers.values()].flatMap((list) => {
    const [first] = list
    const same = list.every((one) => one.value === first?.value)
    return first && first.word !== '' && same ? [first] : []
  })
  if (lessons.length === 0) return
  const rows = await db
    .selectFrom('wordLesson')
    .select(['id', 'field', 'word', 'value', 'revision'])
    .where('zoneId', '=', zoneId)
    .execute()
  const known = new Map(rows.map((row) => [keyOf(row), row]))
  await insertRows(
    db,
    author,
    'word_lesson',
    lessons
      .filter((one) => !known.has(keyOf(one)))
      .map((one) => ({ id: uuidv7(), ...one, learnedAt: author.at })),
  )
  await updateRows(
    db,
    author,
    'word_lesson',
    lessons.flatMap((one) => {
      const row = known.get(keyOf(one))
      return row && row.value !== one.value
        ? [
            {
              id: row.id,
              revision: row.revision,
              set: { value: one.value, learnedAt: author.at, removedAt: null },
            },
          ]
        : []
    }),
  )
}
