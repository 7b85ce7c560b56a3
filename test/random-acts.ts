import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Comparison } from '../src/features/duplicates/contract.ts'
import { clerkOf } from '../src/features/evidence/test-papers.ts'
import type { Reorganisation } from '../src/features/organisation/reorganisation.ts'
import type { App } from '../src/server/http.ts'
import { addDays, type Day } from '../src/shared/days.ts'
import type { Caller, TestZone } from './factories.ts'

/** A zone in which things happen, with what has come of them so far. */
export type Scene = {
  app: App
  zone: TestZone
  today: Day
  projects: string[]
  approvals: string[]
  merges: string[]
  as: (login: string) => Promise<Caller>
}
export type Act = { kind: keyof typeof doers; a: number; b: number; text: string; wait: number }

type Answer = Awaited<ReturnType<Caller['call']>>
type Doer = (scene: Scene, act: Act) => Promise<Answer | undefined>

/** The project of this place, unless it was merged away. */
async function present({ as, projects }: Scene, index: number): Promise<string | undefined> {
  const id = at(projects, index)
  const answer = id && (await (await as('director')).call('GET', `/api/projects/${id}`))
  return answer && answer.statusCode === 200 ? id : undefined
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length]
const names = ['云栖减震支座项目', '莱和生物制药项目', '澄湖光学工程', '云栖减震支座', '江南储能']
const stages = ['lead', 'engaged', 'negotiating', 'signed']

/** What people do with projects, papers, approvals, doubles, rules and corps: each over HTTP, as somebody who may. */
const doers = {
  async add({ as, projects, zone }, { a, b }) {
    const values = {
      name: at(names, a),
      stage: at(stages, b),
      corps: b % 3 === 0 ? null : b % 3 === 1 ? zone.corps.a : zone.corps.b,
      totalInvestment: String(100 + a),
    }
    const response = await (await as('analyst')).call('POST', '/api/projects', { values })
    if (response.statusCode === 201) projects.push(response.json<{ row: { id: string } }>().row.id)
    return response
  },

  async edit(scene, { a, b, text }) {
    const { as, zone } = scene
    const projectId = await present(scene, a)
    if (!projectId) return undefined
    const who = await as('analyst')
    const [field, to] = at(
      [
        ['name', `${at(names, b)}${text}`],
        ['totalInvestment', String(1000 + b)],
        ['corps', b % 2 ? zone.corps.a : zone.corps.b],
        ['stage', at(stages, b)],
        ['started.plan', '2022-Q3'],
        ['signed.actual', b % 2 ? '2022-02-18' : null],
        ['problem', text],
        ['officer', 'promoter同志'],
        ['note', null],
      ] as const,
      b,
    ) ?? ['note', text]
    const { row } = (await who.call('GET', `/api/projects/${projectId}`)).json<{
      row: Record<string, string>
    }>()
    const from = row?.[field] ?? null
    return who.call('PATCH', '/api/ledger', { edits: [{ projectId, field, from, to }] })
  },

  async paper(scene, { a, b }) {
    const { app, as } = scene
    const id = await present(scene, a)
    const clerk = clerkOf(app, await as(b % 2 ? 'analyst' : 'director'))
    const milestone = at(['lead', 'engaged', 'signed'], b) ?? 'lead'
    return id
      ? clerk.send(
          id,
          { milestone, kind: 'contactRecord' },
          `${a}${b}.pdf`,
          Buffer.from(`%PDF-1.7 ${a} ${b}`),
        )
      : undefined
  },

  async removePaper(scene, { a }) {
    const who = await scene.as('analyst')
    const id = await present(scene, a)
    const { papers } = (await who.call('GET', `/api/projects/${id}/evidence`)).json<{
      papers?: { id: string }[]
    }>()
    const paper = at(papers ?? [], a)
    return paper && who.call('DELETE', `/api/projects/${id}/papers/${paper.id}`)
  },

  async verify(scene, { a, b }) {
    const { app, as } = scene
    const id = await present(scene, a)
    return id
      ? clerkOf(app, await as('director')).verify(id, at(['engaged', 'signed'], b) ?? 'engaged')
      : undefined
  },

  async enter(scene, { a, b }) {
    const { app, as } = scene
    const id = await present(scene, a)
    if (!id) return undefined
    const clerk = clerkOf(app, await as('analyst'))
    const { stage, next } = await clerk.read(id)
    if (b % 2 || next === null) return clerk.enter(id, stage, 'lead', '从头再来')
    await clerk.bring(id, next)
    return clerk.enter(id, stage, next)
  },

  async standing(scene, { a, b }) {
    const { app, as } = scene
    const id = await present(scene, a)
    if (!id) return undefined
    const clerk = clerkOf(app, await as('director'))
    const { standing, reasons } = await clerk.read(id)
    if (standing !== 'ongoing') return clerk.standing(id, standing, 'ongoing')
    const list = reasons.find((one) => one.standing === 'onHold')?.reasons ?? []
    return clerk.standing(id, standing, 'onHold', at(list, b)?.zh)
  },

  async approval({ as, projects, approvals }, { a, b, text }) {
    const id = at(projects, a)
    if (!id) return undefined
    const input = { name: `批复${text}`, acceptedOn: '2022-02-21', limitDays: 5 + (b % 9) }
    const response = await (await as('analyst')).call('POST', `/api/projects/${id}/approvals`, input)
    if (response.statusCode === 201)
      approvals.push(response.json<{ items: { id: string }[] }>().items.at(-1)?.id ?? '')
    return response
  },

  async stop({ as, approvals, today }, { a, text }) {
    const id = at(approvals, a)
    const input = { fromOn: today, turn: 'owner', reason: `待补正${text}` }
    return id ? (await as('director')).call('POST', `/api/approvals/${id}/stops`, input) : undefined
  },

  async dropApproval({ as, approvals }, { a }) {
    const id = at(approvals, a)
    return id ? (await as('analyst')).call('DELETE', `/api/approvals/${id}`) : undefined
  },

  async merge({ as, projects, merges }, { a, b }) {
    const [keptId, lostId] = [at(projects, a), at(projects, a + 1 + (b % 3))]
    if (!keptId || !lostId || keptId === lostId) return undefined
    const who = await as('analyst')
    const seen = await who.call('GET', `/api/duplicates/${keptId}/${lostId}`)
    if (seen.statusCode !== 200) return seen
    const pair = seen.json<Comparison>()
    const revision = (id: string) => (pair.first.id === id ? pair.first : pair.second).revision
    const response = await who.call('POST', '/api/merges', {
      keptId,
      lostId,
      keptRevision: revision(keptId),
      lostRevision: revision(lostId),
      takeLost: [],
    })
    if (response.statusCode === 201) merges.push(response.json<{ id: string }>().id)
    return response
  },

  async unmerge({ as, merges }, { b }) {
    const id = merges.pop()
    return id
      ? (await as('director')).call('POST', `/api/merges/${id}/undo`, { keepEdited: b % 2 === 0 })
      : undefined
  },

  async notSame({ as, projects }, { a, b }) {
    const [firstId, secondId] = [at(projects, a), at(projects, a + 1 + (b % 3))]
    if (!firstId || !secondId || firstId === secondId) return undefined
    const who = await as('director')
    const seen = await who.call('GET', `/api/duplicates/${firstId}/${secondId}`)
    if (seen.statusCode !== 200) return seen
    const { first, second } = seen.json<Comparison>()
    return who.call('POST', '/api/not-same', {
      firstId: first.id,
      secondId: second.id,
      firstRevision: first.revision,
      secondRevision: second.revision,
    })
  },

  async rule({ as }, { a, b, text }) {
    const who = await as('director')
    const stage = at(stages, a) ?? 'lead'
    const { items } = (await who.call('GET', '/api/stage-rules')).json<{
      items: { stage: string; revision: number; isPreset: boolean }[]
    }>()
    const rule = items.find((one) => one.stage === stage)
    if (rule && !rule.isPreset && b % 2)
      return who.call('DELETE', `/api/stage-rules/${stage}?revision=${rule.revision}`)
    const needs = [{ milestone: stage, papers: [`材料${text}`] }]
    return who.call('PUT', `/api/stage-rules/${stage}`, {
      revision: rule?.revision ?? 0,
      needs,
      verified: b % 3 === 0,
      source: '本区规定',
    })
  },

  async reasons({ as }, { text }) {
    const who = await as('director')
    const { items } = (await who.call('GET', '/api/standing-reasons')).json<{
      items: { standing: string; reasons: { zh: string }[] }[]
    }>()
    const from = items.find((one) => one.standing === 'onHold')?.reasons.map(({ zh }) => zh) ?? []
    return who.call('PUT', '/api/standing-reasons/onHold', { from, reasons: [{ zh: `等待${text}` }] })
  },

  async post({ as, zone, today }, { a, b }) {
    const memberId = zone.memberIds[at(['officer', 'promoter', 'commander2'], a) ?? 'officer']
    const input = {
      memberId,
      unitId: b % 2 ? zone.corps.a : zone.corps.b,
      role: 'promoter',
      fromOn: today,
      toOn: addDays(today, a % 9),
    }
    return (await as('security')).call('POST', '/api/posts', input)
  },

  async reorganise({ as, zone, today }, { a, b, text }) {
    const who = await as('director')
    const unitId = b % 2 ? zone.corps.a : zone.corps.b
    const step =
      a % 2
        ? { kind: 'rename', unitId, name: `兵团${text}${a}` }
        : {
            kind: 'hand_over',
            fromId: unitId,
            toId: b % 2 ? zone.corps.b : zone.corps.a,
            members: [],
            projects: 'all',
          }
    const input = { title: `调整${text}`, effectiveOn: addDays(today, b % 4), steps: [step] }
    const draft = await who.call('POST', '/api/reorganisations', input)
    const { id, revision } = draft.json<Reorganisation>()
    return id ? who.call('POST', `/api/reorganisations/${id}/confirm`, { revision }) : draft
  },
} satisfies Record<string, Doer>

const often = ['add', 'edit', 'enter'] as const
export const anyAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(
    ...(Object.keys(doers) as (keyof typeof doers)[]),
    ...often,
    ...often,
    'add' as const,
  ),
  a: fc.nat(30),
  b: fc.nat(30),
  text: fc.constantFrom('甲', '乙', '丙'),
  wait: fc.constantFrom(1, 1, 2, 30),
})

/** Whether it could be done; what is refused is refused in words. */
export async function doAct(scene: Scene, act: Act): Promise<boolean> {
  const response = await (doers[act.kind] as Doer)(scene, act)
  if (!response) return false
  assert.ok(response.statusCode < 500, `${act.kind}: ${response.body}`)
  return response.statusCode < 300
}
