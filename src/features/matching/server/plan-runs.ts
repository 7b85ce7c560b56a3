import { v7 as uuidv7 } from 'uuid'
import { planInWorker } from '../../../engine/matching/plan-in-worker.ts'
import type { Progress } from '../../../engine/matching/run.ts'
import { type Actor, has } from '../../../server/access.ts'
import { insertRows } from '../../../server/database/record.ts'
import { found, notAllowed, Problem, type Sentence, say } from '../../../server/errors.ts'
import { type House, within } from '../../../server/http.ts'
import type { PlanRun } from '../plan-contract.ts'
import { planAnswer, whyNone } from './plan-answer.ts'
import type { Gathered } from './plan-input.ts'

type Run = {
  id: string
  actor: Actor
  name: string
  startedAt: number
  endedAt: number | null
  ending: AbortController
  phase: PlanRun['phase']
  progress: Progress | null
  gathered: Gathered | null
  /** `keeping`: the plan is being written, too late to cancel. */
  state: 'running' | 'keeping' | 'done' | 'failed'
  planId: string | null
  problem: Sentence | null
}
/** The same input gives the same plan. */
const seed = 1

/** Plans on their way, one a zone at a time, in the memory of this process; the last one is known until the next begins. */
export function keepRuns(house: House, logError: (error: unknown) => void) {
  const byZone = new Map<string, Run>()
  const isOn = (run: Run | undefined) => run?.state === 'running' || run?.state === 'keeping'

  return {
    /** Holds the zone's turn; what it is made of is read next. */
    begin(actor: Actor, name: string): Run {
      const before = byZone.get(actor.zoneId)
      if (before && isOn(before))
        throw new Problem(
          'conflict',
          say(
            `“${before.actor.name}”正在计算“${before.name}”，请等它完成。`,
            `“${before.actor.name}” is planning “${before.name}”; wait until it is done.`,
          ),
        )
      const run: Run = {
        ...{ id: uuidv7(), actor, name, startedAt: Date.now(), endedAt: null, ending: new AbortController() },
        ...{
          phase: 'reading',
          progress: null,
          gathered: null,
          state: 'running',
          planId: null,
          problem: null,
        },
      }
      byZone.set(actor.zoneId, run)
      return run
    },
    /** It came to nothing before it was computed. */
    drop(run: Run) {
      if (byZone.get(run.actor.zoneId) === run) byZone.delete(run.actor.zoneId)
    },
    carryOut(run: Run, gathered: Gathered) {
      run.gathered = gathered
      void compute(run, gathered).catch((error: unknown) => {
        if (run.ending.signal.aborted) return
        logError(error)
        end(run, {
          state: 'failed',
          problem: say(
            '计算中断，没有留下方案。请重试。',
            'The computation broke off and left no plan. Try again.',
          ),
        })
      })
    },
    find: (actor: Actor, id: string): PlanRun => told(findRun(actor, id), actor),
    /** The one on its way. */
    running(actor: Actor): PlanRun | null {
      const run = byZone.get(actor.zoneId)
      return run && isOn(run) ? told(run, actor) : null
    },
    cancel(actor: Actor, id: string) {
      const run = findRun(actor, id)
      if (!mayCancel(run, actor))
        throw notAllowed(
          `这次计算是“${run.actor.name}”发起的，由本人或管委会领导取消。`,
          `“${run.actor.name}” started this; they or a director may cancel it.`,
        )
      if (run.state !== 'running')
        throw new Problem('conflict', say('计算已经结束。', 'It has come to its end already.'))
      this.drop(run)
      run.ending.abort()
    },
    close() {
      for (const run of byZone.values()) run.ending.abort()
      byZone.clear()
    },
  }

  function findRun({ zoneId }: Actor, id: string): Run {
    const run = byZone.get(zoneId)
    return found(run?.id === id ? run : undefined, say('计算', 'computation'), id)
  }

  async function compute(run: Run, gathered: Gathered) {
    const { gap, mostSeconds } = gathered.asked
    const { signal } = run.ending
    const answer = await planInWorker(gathered.input, {
      ...{ seed, gap, mostSeconds, signal },
      onProgress(progress) {
        run.phase = progress.phase
        run.progress = progress
      },
    })
    signal.throwIfAborted()
    if (!answer.ok) return end(run, { state: 'failed', problem: whyNone(answer, gathered) })
    run.state = 'keeping'
    const planId = uuidv7()
    const kept = planAnswer(answer, gathered)
    await within(house, run, (db, author) =>
      insertRows(db, author, 'plan', [
        {
          ...{ id: planId, name: run.name, asked: gathered.asked, answer: kept },
          ...{ madeBy: run.actor.memberId, madeAt: author.at },
        },
      ]),
    )
    end(run, { state: 'done', planId })
  }
}

const end = (run: Run, how: Pick<Run, 'state'> & Partial<Run>) =>
  Object.assign(run, how, { endedAt: Date.now(), gathered: null })

const mayCancel = (run: Run, actor: Actor) => run.actor.memberId === actor.memberId || has(actor, 'director')

const told = (run: Run, actor: Actor): PlanRun => ({
  ...{ id: run.id, name: run.name, by: run.actor.name, phase: run.phase },
  state: run.state === 'keeping' ? 'running' : run.state,
  projects: run.gathered?.asked.projects ?? null,
  spaces: run.gathered?.asked.spaces ?? null,
  bound: run.progress?.bound ?? null,
  best: run.progress?.best ?? null,
  seconds: ((run.endedAt ?? Date.now()) - run.startedAt) / 1000,
  mostSeconds: run.gathered?.asked.mostSeconds ?? 0,
  ...{ planId: run.planId, problem: run.problem },
  mayCancel: run.state === 'running' && mayCancel(run, actor),
})
