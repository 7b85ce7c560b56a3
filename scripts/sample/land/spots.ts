import { contains } from '../../../src/engine/geometry/inside.ts'
import { interiorPoint } from '../../../src/engine/geometry/interior-point.ts'
import type { Position } from '../../../src/engine/geometry/position.ts'
import type { ParcelStatus } from '../../../src/features/spaces/statuses.ts'
import { profiles } from '../corps/all.ts'
import type { CorpsKey } from '../corps/profile.ts'
import type { Plot } from './plots.ts'

/** The article's projects, each on land of its corps in a state that fits what the article says of it. */
const published: readonly (readonly [name: string, corps: CorpsKey, area: string, ...ParcelStatus[]])[] = [
  ['传化年产68万吨有机硅及高端精细化工产品项目', 'lvzhi', '益农拓展区', 'granted', 'listed'],
  ['中国电信大数据中心项目', 'sanjiang', '三江创智新城区块', 'granted', 'listed'],
  ['浙报融媒体产业园项目', 'sanjiang', '三江创智新城区块', 'granted', 'listed'],
  ['莱和生物项目', 'sanjiang', '三江创智新城区块', 'granted', 'listed'],
  ['诺特健康研究中心&智链研发一体工厂项目', 'sanjiang', '三江创智新城区块', 'granted', 'listed'],
  ['浙商中拓储能模组项目', 'sanjiang', '三江创智新城区块', 'granted', 'listed'],
  ['浙大国际科创中心CMOS平台项目', 'kejicheng', '江南科技城核心区', 'building'],
  ['西电杭州研究院', 'kejicheng', '江南科技城核心区', 'granted', 'building'],
  ['创新聚能城', 'kejicheng', '江南科技城核心区', 'granted', 'building'],
]

/** A point for each, the largest parcel that no other project stands on first. */
export const spotsIn = (plots: readonly Plot[]): { name: string; at: Position }[] => {
  const free = plots
    .filter(({ projects, number }) => projects.length === 0 && number !== undefined)
    .sort((a, b) => Number(b.areaM2) - Number(a.areaM2))
  const taken = new Set<Plot>()
  return published.map(([name, corps, area, ...statuses]) => {
    const fitting = statuses.flatMap((status) =>
      free.filter((one) => one.corps === corps && one.area === area && one.course.at(-1) === status),
    )
    const plot = fitting.find((one) => !taken.has(one))
    if (!plot) throw new Error(`There is no land for ${name}.`)
    taken.add(plot)
    return { name, at: middle(plot) }
  })
}

const homes = ['城镇住宅用地', '教育用地', '医疗卫生用地']

/** Where the buildings stand in which projects rent: a built parcel of the corps for each, by corps and name. */
export const campusesOf = (plots: readonly Plot[]): Map<string, Plot> =>
  new Map(
    profiles.flatMap(({ key, buildings }) => {
      const built = plots.filter(
        ({ corps, course, projects, landUse }) =>
          corps === key &&
          projects.length === 0 &&
          course.every((status) => status === 'built') &&
          landUse !== '' &&
          !homes.includes(landUse),
      )
      return buildings.flatMap((name, at) => {
        const plot = built[Math.floor(((at + 0.5) * built.length) / buildings.length)]
        return plot ? [[`${key} ${name}`, plot] as const] : []
      })
    }),
  )

/** Buildings 1 to 9 stand three by three around the middle. */
export const spotAt = (plot: Plot, building: number): Position => {
  const [x, y] = middle(plot)
  const pitch = Math.sqrt(Number(plot.areaM2)) / 5
  const spot: Position = [
    x + (((building - 1) % 3) - 1) * pitch,
    y + (Math.floor((building - 1) / 3) - 1) * pitch,
  ]
  return contains([plot.ring], spot) ? spot : [x, y]
}

const middle = ({ ring, name }: Plot): Position => {
  const point = interiorPoint([ring])
  if (!point) throw new Error(`${name} has no inside.`)
  return point
}
