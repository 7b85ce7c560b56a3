import type { Blocker, BlockerInput, ProjectBlockers } from '../../src/features/blockers/contract.ts'
import type { Act } from '../../src/features/blockers/ladder.ts'
import type { Caller } from './caller.ts'

/** Blockers at every level, late, sent back, solved, withdrawn; on the first project one of each, on the others one. */
export async function furnishBlockers(as: Caller, director: Caller, [first, ...others]: readonly string[]) {
  const raise = async (projectId: string, input: BlockerInput) => {
    const { items } = await as.send<ProjectBlockers>('POST', `/projects/${projectId}/blockers`, input)
    const raised = items.find(({ title }) => title === input.title)
    if (!raised) throw new Error(`${input.title} was not raised.`)
    return raised
  }
  const take = async (who: Caller, { id, revision }: Blocker, act: Act, text: string) => {
    const { items } = await who.send<ProjectBlockers>('POST', `/blockers/${id}/steps`, {
      revision,
      act,
      text,
    })
    const now = items.find((one) => one.id === id)
    if (!now) throw new Error(`${id} is gone.`)
    return now
  }
  if (!first) throw new Error('The sample has too few projects.')
  let land = await raise(first, {
    title: '用地指标还差 3 亩，红线外无法平整',
    detail: '控规已批，指标由市里统筹。\n兵团内部已无可调剂的指标。',
    kind: 'land',
    wantedOn: '2022-03-31',
  })
  land = await take(as, land, 'up', '兵团内没有指标可以调剂')
  land = await take(director, land, 'down', '先核减绿化用地后再报')
  land = await take(as, land, 'note', '核减后仍差 3 亩，测绘报告已补')
  land = await take(as, land, 'up', '核减后仍差 3 亩，请区里向市局申请')
  land = await take(director, land, 'up', '区级指标已用完，先报市局')
  await take(director, land, 'up', '提请市自然资源局上联席会')
  await raise(first, { title: '110 千伏线路迁改未定', kind: 'energy', wantedOn: '2099-12-31' })
  const funds = await raise(first, { title: '首期注资未到位', kind: 'funds' })
  await take(as, funds, 'solve', '3,000 万元已到账，验资报告已附')
  const people = await raise(first, { title: '一线工人宿舍不足', kind: 'people' })
  await take(as, people, 'withdraw', '业主改租人才公寓')
  for (const [at, projectId] of others.entries()) {
    const given = more[at % more.length]
    if (!given) continue
    let one = await raise(projectId, given)
    for (let up = 0; up < at % 3; up++) one = await take(as, one, 'up', '本级协调不了')
  }
}

const more: readonly BlockerInput[] = [
  { title: '环评批复需两市会商', kind: 'approval' },
  { title: '冷链工艺方案与消防规范冲突', kind: 'technical' },
  { title: '新增能耗指标没有来源', kind: 'energy' },
  { title: '地块内高压杆线尚未迁移', kind: 'land' },
]
