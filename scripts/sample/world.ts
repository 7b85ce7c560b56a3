import { stages } from '../../src/features/projects/stages.ts'
import { addDays, addMonths } from '../../src/shared/days.ts'
import { build } from './build.ts'
import { profiles } from './corps/all.ts'
import type { CorpsKey } from './corps/profile.ts'
import { events } from './events.ts'
import { withOwnLots } from './parcel-numbers.ts'
import type { SampleProject } from './project.ts'
import { luck } from './random.ts'
import { signedInFebruary } from './signed-february.ts'

/** Projects that ended on the way, for each corps. */
const endedPerCorps = 13

/** Every invented project of the zone; what the article names is apart, in article.ts. */
export const world = (): SampleProject[] => {
  let brandNumber = 0
  const projects = profiles.flatMap((profile) => {
    const wanted = stages.flatMap((stage, index) =>
      Array.from({ length: profile.atStage[index] ?? 0 }, () => stage),
    )
    const going = wanted.map((target, number) =>
      build({ corps: profile.key, number, brandNumber: brandNumber++, target }),
    )
    const ended = Array.from({ length: endedPerCorps }, (_, index) =>
      endedProject(profile.key, wanted.length + index, brandNumber++, index),
    )
    return [...going, ...ended]
  })
  return withOwnLots([...events(projects), ...signedInFebruary(900)])
}

/** A project that was lost, rescinded or passed on to another zone before the last ledger. */
const endedProject = (corps: CorpsKey, number: number, brandNumber: number, index: number): SampleProject => {
  const chance = luck(`ended-${corps}-${number}`)
  const project = build({
    corps,
    number,
    brandNumber,
    leadOn: addDays('2019-09-15', Math.round((index / endedPerCorps) * 700) + chance.between(0, 60)),
  })
  const { value, last, why } = endings[index % endings.length] ?? endings[0]
  const waited = value === 'rescinded' ? chance.between(300, 400) : chance.between(20, 60)
  const since = addDays(project.reached[last] ?? '2021-06-30', waited)
  // Endings that would come too late are spread over the last half-year.
  const reachedOn = project.reached[last] ?? since
  const earlier = addDays(reachedOn > '2021-09-01' ? reachedOn : '2021-09-01', chance.between(10, 150))
  const ended = since <= '2022-02-20' ? since : earlier <= '2022-02-20' ? earlier : '2022-02-18'
  return {
    ...project,
    standing: [...project.standing, { since: ended, value }],
    notes: [{ since: ended, value: chance.pick(why) }],
    // Nothing is entered after the end: the stage that was reached is kept.
    reached: Object.fromEntries(
      stages.map((stage, order) => {
        const day = project.reached[stage] ?? ended
        return [stage, order > stages.indexOf(last) || day > ended ? addMonths(day, 240) : day]
      }),
    ),
  }
}

const endings = [
  {
    value: 'lost',
    last: 'negotiating',
    why: ['投资方调整战略布局，项目终止洽谈。', '项目用地需求与规划不符，投资方另行选址。'],
  },
  {
    value: 'lost',
    last: 'engaged',
    why: ['多轮对接后投资方暂无扩张计划。', '主要产品不符合产业导向，不再跟踪。'],
  },
  {
    value: 'lost',
    last: 'underReview',
    why: ['联审认为环境容量不足，项目未通过。', '预审未通过：亩均税收承诺低于供地前置条件。'],
  },
  {
    value: 'transferred',
    last: 'negotiating',
    why: ['经区招商一盘棋统筹，流转至区内其他平台。', '选址条件不匹配，按首谈流转办法转出开发区。'],
  },
  {
    value: 'rescinded',
    last: 'signed',
    why: ['投资方资金未按期到位，双方协商解约。', '签约后一年内未注册公司，按协议解除。'],
  },
  {
    value: 'lost',
    last: 'negotiating',
    why: ['投资方股东意见不一致，项目搁置后放弃。', '融资未达预期，投资方放弃项目。'],
  },
] as const
