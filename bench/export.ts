/** A ledger of 100,000 rows in all its usual columns as a workbook, over HTTP on loopback, beside one of 10,000 rows. */
import { loadavg } from 'node:os'
import { usualFields } from '../src/features/projects/fields.ts'
import { ms, table } from './measure.ts'
import { type Place, placeMakers } from './places.ts'
import type { Ready } from './serving.ts'
import { startServing } from './start-serving.ts'

const sizes = (process.env['BENCH_ROWS'] ?? '10000,100000').split(',').map(Number)
const heapMb = 512
const seedHeapMb = 2048
const runs = Number(process.env['BENCH_RUNS'] ?? 3)

type Download = { bytes: number; first: number; wall: number; processor: number; load: number }

export async function exportLedger(): Promise<string> {
  const lines: string[][] = []
  for (const make of placeMakers()) {
    const place = await make('export')
    try {
      const seeding = await startServing(orderOf(place, sizes), seedHeapMb)
      const { zones } = seeding
      await seeding.stop()
      for (const [index, rows] of sizes.entries()) {
        const zone = zones[index]
        if (zone) lines.push(await oneSize(place, zone, rows))
      }
    } finally {
      await place.remove()
    }
  }
  return [
    `GET /api/ledger/export.xlsx, all ${usualFields.length} usual columns, every one filled, into a reader on loopback. Promised: 100,000 rows ≤ 10 s, streaming.`,
    `Each size in a server of its own with --max-old-space-size=${heapMb}; best of ${runs} downloads. Processor: of the server's process (the embedded database is in it, PostgreSQL is not). Heap: the highest before a collection; load: of the machine when the best download began.\n`,
    table(
      [
        'database',
        'rows',
        'first byte, s',
        'whole, s',
        'processor, s',
        'file, MiB',
        'heap, MiB',
        'resident, MiB',
        'all downloads, s',
        'load',
      ],
      lines,
    ),
  ].join('\n')
}

const orderOf = ({ folder, url }: Place, zones: number[]) => ({ folder, zones, ...(url ? { url } : {}) })
const seconds = (value: number) => (value / 1000).toFixed(1)

async function oneSize(place: Place, zone: Ready['zones'][number], rows: number): Promise<string[]> {
  const server = await startServing(
    orderOf(place, []),
    heapMb,
    (process.env['BENCH_NODE'] ?? '').split(' ').filter(Boolean),
  )
  const cookie = await server.signIn(zone, 'analyst')
  const downloads: Download[] = []
  for (let run = 0; run < runs; run++) {
    const load = loadavg()[0] ?? 0
    const before = await server.usage()
    const start = performance.now()
    const response = await fetch(`${server.address}/api/ledger/export.xlsx`, { headers: { cookie } })
    if (!response.ok || !response.body) throw new Error(`The export was refused: ${await response.text()}`)
    let bytes = 0
    let first = 0
    for await (const chunk of response.body) {
      first ||= performance.now() - start
      bytes += chunk.length
    }
    const wall = performance.now() - start
    downloads.push({
      bytes,
      first,
      wall,
      processor: (await server.usage()).processor - before.processor,
      load,
    })
    console.log(place.kind, rows, JSON.stringify(downloads.at(-1)), JSON.stringify(server.heap()))
  }
  const { main } = server.heap()
  const { resident } = await server.usage()
  await server.stop()
  const walls = downloads.map(({ wall }) => seconds(wall)).join(' · ')
  const [best] = downloads.sort((a, b) => a.wall - b.wall)
  if (!best) throw new Error('No download was made.')
  return [
    place.kind,
    rows.toLocaleString('en'),
    seconds(best.first),
    seconds(best.wall),
    seconds(best.processor),
    (best.bytes / 2 ** 20).toFixed(1),
    ms(main),
    ms(resident),
    walls,
    best.load.toFixed(1),
  ]
}
