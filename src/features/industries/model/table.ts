import { readFileSync } from 'node:fs'
import type { Edition, Level } from '../contract.ts'
import { levels } from '../contract.ts'

/** One row of the classification. `code` is a letter or 2 to 4 digits, `letter` that of its 门类. */
export type Entry = {
  code: string
  letter: string
  name: string
  level: Level
  parent: string | null
  amended: boolean
}

export type Table = {
  edition: Edition
  /** In the order of the standard, each above what lies beneath it. */
  entries: readonly Entry[]
  byCode: ReadonlyMap<string, Entry>
  /** By the code above; 门类 by null. */
  beneath: ReadonlyMap<string | null, readonly Entry[]>
}

/** Code with its letter, name, and where the first edition differs its name there, `-` where it had no such row. */
const file = new URL('./gbt4754-2017.tsv', import.meta.url)
const absent = '-'

const tables = new Map<Edition, Table>()

/** The classification as one edition has it. A list of industries says which: they differ in a few rows. */
export function tableOf(edition: Edition): Table {
  const kept = tables.get(edition)
  if (kept) return kept
  const entries = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : (entryOf(line, edition) ?? [])))
  const beneath = new Map<string | null, Entry[]>()
  for (const entry of entries) {
    const siblings = beneath.get(entry.parent)
    if (siblings) siblings.push(entry)
    else beneath.set(entry.parent, [entry])
  }
  const table = { edition, entries, byCode: new Map(entries.map((entry) => [entry.code, entry])), beneath }
  tables.set(edition, table)
  return table
}

function entryOf(line: string, edition: Edition): Entry | undefined {
  const [key = '', name = '', firstName] = line.split('\t')
  if (edition === '2017' && firstName === absent) return undefined
  const letter = key.slice(0, 1)
  const level = levels[Math.max(0, key.length - 2)]
  if (!level) throw new Error(`gbt4754-2017.tsv: ${line}`)
  return {
    code: key.slice(1) || letter,
    letter,
    name: edition === '2017' ? (firstName ?? name) : name,
    level,
    parent: key.length === 1 ? null : key.length === 3 ? letter : key.slice(1, -1),
    amended: firstName !== undefined,
  }
}

/** From its 门类 down to the entry itself; nothing where the code is none. */
export function lineOf(table: Table, code: string): Entry[] {
  const entry = table.byCode.get(code)
  return entry ? [...(entry.parent === null ? [] : lineOf(table, entry.parent)), entry] : []
}
