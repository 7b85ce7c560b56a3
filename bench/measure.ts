import { cpus, totalmem } from 'node:os'

export type Figures = { p50: number; p95: number; n: number }

/** Times a piece of work over and over, in milliseconds, after a few rounds to warm up. */
export async function measure(
  rounds: number,
  work: (round: number) => Promise<unknown>,
  warmup = 10,
): Promise<Figures> {
  for (let round = 0; round < warmup; round++) await work(round)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await work(warmup + round)
    times.push(performance.now() - start)
  }
  return figuresOf(times)
}

/** Rounds before the first that counts: a server has run for a while when somebody saves. */
const warmUp = 200

/** Two pieces of work in turn, so that both see the same weather on a shared machine. */
export async function inTurn(
  rounds: number,
  one: (round: number) => Promise<unknown>,
  two: (round: number) => Promise<unknown>,
): Promise<[Figures, Figures]> {
  const times: [number[], number[]] = [[], []]
  for (let round = -warmUp; round < rounds; round++)
    for (const [index, work] of [one, two].entries()) {
      const start = performance.now()
      await work(round + warmUp)
      if (round >= 0) times[index]?.push(performance.now() - start)
    }
  return [figuresOf(times[0]), figuresOf(times[1])]
}

function figuresOf(times: number[]): Figures {
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), n: sorted.length }
}

export const ms = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0))

export function table(header: string[], rows: string[][]): string {
  const lines = [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
  return `${lines.join('\n')}\n`
}

export const machine = () =>
  `${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'} · ${Math.round(totalmem() / 2 ** 30)} GiB · Node ${process.versions.node}`

/** The highest heap and resident memory of this process while it works, in MiB. */
export function watchMemory() {
  let heap = 0
  let resident = 0
  const look = () => {
    const { heapUsed, rss } = process.memoryUsage()
    heap = Math.max(heap, heapUsed)
    resident = Math.max(resident, rss)
  }
  const timer = setInterval(look, 20)
  return () => {
    look()
    clearInterval(timer)
    return { heap: Math.round(heap / 2 ** 20), resident: Math.round(resident / 2 ** 20) }
  }
}
