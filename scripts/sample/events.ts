import { type Stage, stages } from '../../src/features/projects/stages.ts'
import { addDays, type Day } from '../../src/shared/days.ts'
import type { CorpsKey } from './corps/profile.ts'
import { stageOn } from './course.ts'
import { allTime, lastDay, type SampleProject, type Timed } from './project.ts'
import { luck } from './random.ts'

/** What happens to projects beside their course: pauses, moves between corps, new names. */
export const events = (projects: readonly SampleProject[]): SampleProject[] =>
  renamed(moved(paused(projects)))

const isGoing = (project: SampleProject) => project.standing.length === 1
const noteAdded = (project: SampleProject, since: Day, value: string): Timed<string> =>
  [...project.notes, { since, value }].sort((a, b) => (a.since < b.since ? -1 : 1))

const pausing: readonly Stage[] = ['negotiating', 'underReview', 'signed', 'landed', 'underConstruction']

/** Some stood still and went on; some still stand still. */
const paused = (projects: readonly SampleProject[]) =>
  projects.map((project) => {
    const chance = luck(`pause-${project.key}`)
    if (!isGoing(project) || !chance.chance(0.13)) return project
    const current = stageOn(project.reached, lastDay) ?? 'lead'
    const stage = chance.chance(0.5) && pausing.includes(current) ? current : chance.pick(pausing)
    const since = addDays(project.reached[stage] ?? lastDay, chance.between(8, 25))
    const next = stages.map((one) => project.reached[one]).find((day) => day !== undefined && day > since)
    const again = [addDays(since, chance.between(60, 200)), addDays(next ?? lastDay, -3)].sort()[0] ?? lastDay
    if (since > lastDay || again <= addDays(since, 25)) return project
    const standing = [
      ...project.standing,
      { since, value: 'onHold' as const },
      ...(again < lastDay ? [{ since: again, value: 'ongoing' as const }] : []),
    ]
    const why = chance.pick([
      '投资方申请延期，项目暂缓推进。',
      '待总部重新决策投资节奏，项目暂缓。',
      '受上游订单波动影响，项目暂缓实施。',
    ])
    const held = { ...project, standing, notes: noteAdded(project, since, why) }
    if (again >= lastDay) return held
    const resumed = `${why}${again.slice(0, 4)}年${Number(again.slice(5, 7))}月恢复推进。`
    return { ...held, notes: noteAdded(held, again, resumed) }
  })

const moves: readonly (readonly [from: CorpsKey, to: CorpsKey, why: string])[] = [
  ['qiaonan', 'lvzhi', '桥南无合适净地，由桥南流转至绿色智造产业新城，首谈单位不变。'],
  ['shibei', 'kejicheng', '研发用房需求调整，由市北流转至科技城，首谈单位不变。'],
  ['kejicheng', 'sanjiang', '中试转产业化，由科技城流转至三江创智新城，首谈单位不变。'],
  ['qiaonan', 'sanjiang', '产业方向更匹配，由桥南流转至三江创智新城，首谈单位不变。'],
]

/** Within the zone a project may change its corps and loses nothing by it. */
const moved = (projects: readonly SampleProject[]) => {
  const left = [...moves]
  return projects.map((project) => {
    const here = project.corps[0]?.value
    const move = left.find(([from]) => from === here)
    const talks = project.reached.negotiating
    if (!move || !isGoing(project) || !talks || talks < '2020-08-01' || talks > '2021-10-31') return project
    left.splice(left.indexOf(move), 1)
    const since = addDays(talks, 45)
    return {
      ...project,
      corps: [...project.corps, { since, value: move[1] }],
      notes: noteAdded(project, since, move[2]),
    }
  })
}

/** A few are called otherwise once they have a code, as firms refine what they register. */
const renamed = (projects: readonly SampleProject[]) => {
  let left = 6
  return projects.map((project) => {
    const landed = project.reached.landed
    const name = project.name[0]?.value ?? ''
    if (
      left === 0 ||
      !isGoing(project) ||
      !landed ||
      landed < '2020-07-01' ||
      landed > '2021-07-31' ||
      luck(`name-${project.key}`).chance(0.6)
    )
      return project
    left--
    return {
      ...project,
      name: [
        { since: allTime, value: name },
        { since: addDays(landed, 120), value: `${name}（一期）` },
      ],
    }
  })
}
