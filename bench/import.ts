/** An office's workbook of 10,000 rows and 40 columns from its bytes into an empty zone's ledger, over the product's own API. */
import { readFileSync, rmSync, statSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ApplyLine, Counts, LedgerImport } from '../src/features/imports/contract.ts'
import { writeLedger } from './ledger-workbook.ts'
import { ms, table } from './measure.ts'
import { type PlaceMaker, placeMakers } from './places.ts'
import { type Server, startServing } from './start-serving.ts'

const rows = 10_000
const changed = 500
const heapMb = 512
const runs = Number(process.env['BENCH_RUNS'] ?? 3)

type Phase = { wall: number; processor: number }
type Round = { read: Phase; check: Phase; apply: Phase; counts: Counts }
type Run = {
  kind: string
  load: number
  rounds: Round[]
  heap: { main: number; worker: number }
  resident: number
}

const total = ({ read, check, apply }: Round): Phase => ({
  wall: read.wall + check.wall + apply.wall,
  processor: read.processor + check.processor + apply.processor,
})

export async function importLedger(): Promise<string> {
  const file = join(tmpdir(), `zhantu-bench-${process.pid}.xlsx`)
  const later = join(tmpdir(), `zhantu-bench-${process.pid}-later.xlsx`)
  const { columns } = await writeLedger(file, { rows })
  await writeLedger(later, { rows, changed })
  const lines: string[][] = []
  const every: string[][] = []
  try {
    for (const make of placeMakers()) {
      const made: Run[] = []
      for (let run = 0; run < runs; run++) {
        made.push(await oneRun(make, [file, file, later]))
        const last = made.at(-1)
        if (last)
          every.push([
            last.kind,
            String(run + 1),
            ...last.rounds.map((round) => seconds(total(round))),
            `${ms(last.heap.main)} + ${ms(last.heap.worker)}`,
            ms(last.resident),
            last.load.toFixed(1),
          ])
      }
      const best = made.sort((a, b) => total(a.rounds[0] as Round).wall - total(b.rounds[0] as Round).wall)[0] // every run has its rounds
      if (best) lines.push(...best.rounds.map((round, index) => lineOf(best, round, index)))
    }
  } finally {
    for (const path of [file, later]) rmSync(path, { force: true })
  }
  return [
    `${rows.toLocaleString('en')} rows × ${columns} columns, every cell filled, one row in a hundred with a date or amount that is asked about; upload → read → check → apply over HTTP on loopback.`,
    `The server runs with --max-old-space-size=${heapMb}. Promised: first import ≤ 20 s, heap ≤ 512 MB. Seconds, in brackets processor time of the server's process (the embedded database is in it, PostgreSQL is not). Best of ${runs}.\n`,
    table(
      [
        'database',
        'import',
        'upload, read',
        'check',
        'apply',
        'whole',
        'new / changed / unchanged / doubt',
        'questions',
      ],
      lines,
    ),
    'Every run. Heap: the highest before a collection, main thread + reading thread, MiB; resident: the whole process, MiB. Load: of the machine when the run began.\n',
    table(
      ['database', 'run', 'first', 'same file again', `${changed} rows changed`, 'heap', 'resident', 'load'],
      every,
    ),
  ].join('\n')
}

const seconds = ({ wall, processor }: Phase) =>
  `${(wall / 1000).toFixed(1)} (${(processor / 1000).toFixed(1)})`
const names = ['first', 'same file again', `${changed} rows changed`]
const lineOf = ({ kind }: Run, round: Round, index: number) => {
  const { new: added, changed: moved, unchanged, doubt, questions } = round.counts
  return [
    kind,
    names[index] ?? '',
    seconds(round.read),
    seconds(round.check),
    seconds(round.apply),
    seconds(total(round)),
    `${added} / ${moved} / ${unchanged} / ${doubt}`,
    String(questions),
  ]
}

async function oneRun(make: PlaceMaker, files: string[]): Promise<Run> {
  const place = await make('import')
  try {
    const load = loadavg()[0] ?? 0
    const server = await startServing(
      { folder: place.folder, ...(place.url ? { url: place.url } : {}), zones: [0] },
      heapMb,
      (process.env['BENCH_NODE'] ?? '').split(' ').filter(Boolean),
    )
    const [zone] = server.zones
    if (!zone) throw new Error('The server made no zone.')
    const cookie = await server.signIn(zone, 'analyst')
    const rounds: Round[] = []
    for (const file of files) {
      rounds.push(await oneImport(server, cookie, file))
      const last = rounds.at(-1)
      if (last)
        console.log(
          place.kind,
          statSync(file).size,
          seconds(last.read),
          seconds(last.check),
          seconds(last.apply),
          JSON.stringify(last.counts),
          JSON.stringify(server.heap()),
          `load ${loadavg()[0]?.toFixed(1)}`,
        )
    }
    const run = {
      kind: place.kind,
      load,
      rounds,
      heap: server.heap(),
      resident: (await server.usage()).resident,
    }
    await server.stop()
    return run
  } finally {
    await place.remove()
  }
}

async function oneImport(server: Server, cookie: string, file: string): Promise<Round> {
  const call = async (method: string, path: string, body?: FormData | object) => {
    const json = body !== undefined && !(body instanceof FormData)
    const response = await fetch(`${server.address}${path}`, {
      method,
      headers: { cookie, ...(json ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: body instanceof FormData ? body : JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`)
    return text
  }
  const form = new FormData()
  form.append('file', new Blob([readFileSync(file)]), '项目台账2022年3月.xlsx')
  const [read, uploaded] = await phase(server, () => call('POST', '/api/imports', form))
  const { id, period, blanks, tables }: LedgerImport = JSON.parse(uploaded)
  const asProposed = {
    period,
    blanks,
    tables: tables.map(({ key, use, corpsId, columns }) => ({
      key,
      use,
      corpsId,
      columns: columns.map(({ index, field, unit }) => ({ index, field, unit })),
    })),
  }
  const unread = tables.flatMap((one) =>
    one.columns.filter(({ field }) => field === null).map(({ header }) => header),
  )
  if (unread.length > 0) throw new Error(`Columns without a field: ${unread.join(', ')}.`)
  const [check] = await phase(server, () => call('PUT', `/api/imports/${id}/check`, asProposed))
  const [apply, told] = await phase(server, () => call('POST', `/api/imports/${id}/apply`))
  const last: ApplyLine = JSON.parse(told.trim().split('\n').at(-1) ?? '{}')
  if (last.kind !== 'done' || !last.import.counts)
    throw new Error(`The import did not end well: ${told.slice(-500)}`)
  return { read, check, apply, counts: last.import.counts }
}

async function phase<T>(server: Server, work: () => Promise<T>): Promise<[Phase, T]> {
  const before = await server.usage()
  const start = performance.now()
  const result = await work()
  const wall = performance.now() - start
  return [{ wall, processor: (await server.usage()).processor - before.processor }, result]
}
