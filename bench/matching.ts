/** Projects on spaces: the best plan with its proof, beside the greedy one on the same data. */
import type { BatchPlan, Summary } from '../src/engine/matching/batch-plan.ts'
import type { MatchInput } from '../src/engine/matching/input.ts'
import { planInWorker } from '../src/engine/matching/plan-in-worker.ts'
import { matchingZone } from './matching-zone.ts'
import { table, watchMemory } from './measure.ts'

const sizes = [
  { projects: 300, spaces: 500, gap: 0.005, promised: '≤ 0.5 % in ≤ 10 s' },
  { projects: 1000, spaces: 2000, gap: 0.005, promised: '≤ 2 % in ≤ 60 s' },
]
const seeds = (process.env['BENCH_SEEDS'] ?? '1,2,3').split(',').map(Number)
const only = process.env['BENCH_SPACES']

export async function matching(): Promise<string> {
  const times: string[][] = []
  const gains: string[][] = []
  for (const { projects, spaces, gap, promised } of sizes) {
    if (only && Number(only) !== spaces) continue
    for (const seed of seeds) {
      const input = matchingZone(projects, spaces, seed)
      const stop = watchMemory()
      const start = performance.now()
      const plan = await planInWorker(input, { seed, gap, mostSeconds: 120 })
      const seconds = (performance.now() - start) / 1000
      const { resident } = stop()
      if (!plan.ok) throw new Error(`No plan: ${JSON.stringify(plan).slice(0, 200)}`)
      const { counts } = plan
      times.push([
        `${projects} × ${spaces}`,
        String(seed),
        percent(gap),
        seconds.toFixed(1),
        percent(plan.gap),
        plan.isProven ? 'yes' : `no (${plan.stopped})`,
        `${counts.columns} / ${counts.generated} / ${counts.kept}`,
        String(counts.rounds),
        String(resident),
        promised,
      ])
      gains.push([`${projects} × ${spaces}`, String(seed), ...gained(input, plan)])
    }
  }
  return [
    `Made-up zones: needs log-normal 5–200 亩, tax 10–60 万元/亩, a third rooms, a fifth joinable, rules on a third of the parcels, five corps with quotas of land and of projects; in a worker thread, everything from spaces to reasons counted.`,
    `## Time and proof\n\n${table(['projects × spaces', 'seed', 'gap asked', 'seconds', 'gap', 'proven', 'columns all / generated / kept', 'rounds', 'resident, MiB', 'promised'], times)}`,
    `## Beside greedy\n\nBest pair first, one after another, on the same columns and quotas. Tax in 万元 a year; per mu of the land given out, and of all the land on offer.\n\n${table(['projects × spaces', 'seed', 'value', 'greedy', 'gain', 'placed', 'greedy', 'tax', 'greedy', 'tax / mu given', 'greedy', 'tax / mu of all', 'greedy', 'gain'], gains)}`,
  ].join('\n\n')
}

function gained(input: MatchInput, plan: BatchPlan): string[] {
  const ours = taxOf(input, plan)
  const theirs = taxOf(input, plan.greedy)
  return [
    plan.value.toFixed(0),
    plan.greedy.value.toFixed(0),
    percent(plan.value / plan.greedy.value - 1),
    String(plan.placed.length),
    String(plan.greedy.placed.length),
    ours.tax.toFixed(0),
    theirs.tax.toFixed(0),
    ours.perMuGiven.toFixed(2),
    theirs.perMuGiven.toFixed(2),
    ours.perMuOfAll.toFixed(2),
    theirs.perMuOfAll.toFixed(2),
    percent(ours.perMuOfAll / theirs.perMuOfAll - 1),
  ]
}

function taxOf(input: MatchInput, { placed }: Pick<Summary, 'placed'> | BatchPlan) {
  const taxes = new Map(input.projects.map(({ id, figures }) => [id, Number(figures['tax'])]))
  const mu = (areaM2: number) => (areaM2 * 3) / 2000
  const onLand = placed.filter(({ place }) => !place.kind.startsWith('room'))
  const sum = (of: typeof placed) => of.reduce((all, { project }) => all + (taxes.get(project) ?? 0), 0)
  const given = onLand.reduce((all, { place }) => all + mu(place.areaM2), 0)
  const land = input.spaces.reduce((all, { kind, areaM2 }) => all + (kind === 'parcel' ? mu(areaM2) : 0), 0)
  return { tax: sum(placed), perMuGiven: sum(onLand) / given, perMuOfAll: sum(onLand) / land }
}

const percent = (share: number) =>
  `${(share * 100).toFixed(share !== 0 && Math.abs(share) < 0.001 ? 4 : 2)} %`
