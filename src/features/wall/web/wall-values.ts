import type { Language, Words } from '../../../web/i18n/index.ts'
import type { Values } from '../model/marks.ts'
import type { Scene } from '../model/scenes.ts'
import { figuresOf } from './scene-figures.tsx'
import type { WallFigures } from './use-wall-figures.ts'

/** All that is compared with the reading before: each figure of each scene, and what stands in the rows of the lists. */
export function valuesOf(
  scenes: readonly Scene[],
  figures: WallFigures,
  told: { t: Words; language: Language },
): Values {
  return new Map([
    ...scenes.flatMap((scene) =>
      figuresOf(scene, figures, told).map(({ key, value }) => [`${scene.key} ${key}`, value] as const),
    ),
    ...figures.red.items.map(
      ({ id, name, corpsId, totalInvestment }) =>
        [`row ${id}`, JSON.stringify([name, corpsId, totalInvestment])] as const,
    ),
    ...figures.tasks.byCorps.map(
      ({ corpsId, tasks, done }) => [`tasks ${corpsId}`, `${done} / ${tasks}`] as const,
    ),
  ])
}
