/** A server under measure, in a process of its own: told what to open by its argument, it answers `usage` and `stop`. */
import { performance } from 'node:perf_hooks'
import { buildApp } from '../src/server/app.ts'
import { openDatabase } from '../src/server/database/open.ts'
import type { Month } from '../src/shared/days.ts'
import { buildZone, type TestZone, testConfig } from '../test/factories.ts'
import { fillZone } from './seed-columns.ts'
import { fillTasks } from './seed-tasks.ts'

export type Order = {
  folder: string
  url?: string /** A zone is made for each, with so many projects. */
  zones?: number[]
  /** A task in each of so many months of each project. */
  tasks?: { from: Month; months: number }
}
export type Ready = { address: string; zones: TestZone[] }
export type Usage = {
  /** Processor time of the whole process, its threads included, ms. */ processor: number /** Highest so far, MiB. */
  resident: number
}

const order: Order = JSON.parse(process.argv[2] ?? '{}')
const database = await openDatabase(order.url ? { url: order.url } : { folder: order.folder })
const zones: TestZone[] = []
for (const count of order.zones ?? []) {
  const zone = await buildZone(database)
  if (count > 0) await fillZone(database, zone, count)
  if (order.tasks) await fillTasks(database, zone.id, order.tasks.from, order.tasks.months)
  zones.push(zone)
}
const app = await buildApp({ database, config: testConfig(order.folder) })
const address = await app.listen({ host: '127.0.0.1', port: 0 })

process.on('message', async (asked) => {
  if (asked === 'usage') {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    process.send?.({
      processor: (userCPUTime + systemCPUTime) / 1000,
      resident: maxRSS / 1024,
    } satisfies Usage)
  } else if (asked === 'stop') {
    await app.close()
    await database.close()
    process.exit(0)
  }
})
process.send?.({ address, zones } satisfies Ready)
console.error(`ready after ${Math.round(performance.now())} ms`)
