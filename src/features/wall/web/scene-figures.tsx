import { showArea, showMoney, showNumber } from '../../../web/format.ts'
import type { Language, Words } from '../../../web/i18n/index.ts'
import { Light } from '../../../web/ui/index.ts'
import { Swatch } from '../../map/web/Swatch.tsx'
import { lights, lightWords } from '../../projects/stages.ts'
import { parcelStatusWords } from '../../spaces/statuses.ts'
import type { Scene } from '../model/scenes.ts'
import type { Figure } from './Figures.tsx'
import type { WallFigures } from './use-wall-figures.ts'
import { offered } from './wall-queries.ts'

export type Plain = Omit<Figure, 'mark'>
type Told = { t: Words; language: Language }

/** The figures of a scene, at most five, as they are shown. */
export function figuresOf(scene: Scene, figures: WallFigures, { t, language }: Told): Plain[] {
  const year = figures.day.slice(0, 4)
  const projects = (value: number) => one('projects', t('figures.projects'), value, t('unit.projects'))
  const total = (wan: string) => ({
    ...{ key: 'total', word: t('figures.total'), unit: t('unit.yi') },
    value: showMoney(wan, { unit: '亿元', digits: 1 }),
  })
  const red = (value: number) => one('red', t('figures.red'), value, t('unit.projects'))
  const left = (m2: string) => ({
    ...{ key: 'left', word: t('figures.left'), unit: t('unit.mu') },
    value: mu(m2),
  })
  switch (scene.kind) {
    case 'zone': {
      const { zone } = figures
      const signed = one('signed', t('figures.signed', { year }), zone.signed, t('unit.projects'))
      return [projects(zone.projects), total(zone.totalWan), signed, red(zone.red), left(zone.spaceM2)]
    }
    case 'corps': {
      const own = figures.corps.find(({ id }) => id === scene.corpsId)
      if (!own) return []
      const tasks = one('tasks', t('figures.tasks'), own.tasks.done, t('unit.of', { of: own.tasks.of }))
      return [projects(own.projects), total(own.totalWan), red(own.red), tasks, left(own.spaceM2)]
    }
    case 'red':
      return lights
        .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
        .map((light) => ({
          ...one(light, lightWords[light][language], figures.red.counts[light], t('unit.projects')),
          sign: <Light light={light} wordless />,
        }))
    case 'tasks': {
      const { tasks, done } = figures.tasks.counts
      const count = (key: string, value: number) => one(key, t(`figures.${key}`), value, t('unit.items'))
      return [
        count('task', tasks),
        count('done', done),
        count('open', tasks - done),
        count('overdue', figures.overdue),
      ]
    }
    case 'space':
      return [
        left(figures.zone.spaceM2),
        ...offered.map((status) => {
          const { count = 0, areaM2 = '0' } =
            figures.space.statuses.find((own) => own.status === status) ?? {}
          return {
            ...{ key: status, word: parcelStatusWords[status][language], value: mu(areaM2) },
            unit: `${t('unit.mu')} · ${t('unit.pieces', { count })}`,
            sign: <Swatch status={status} />,
          }
        }),
      ]
  }
}

const order: readonly string[] = ['red', 'yellow', 'green', 'grey']
const mu = (m2: string) => showArea(m2, { digits: 0 })
const one = (key: string, word: string, value: number, unit: string): Plain => ({
  ...{ key, word, unit },
  value: showNumber(value),
})
