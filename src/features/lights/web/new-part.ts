import type { Part, PartKind } from '../../../engine/lights/rule.ts'
import { lightPresets, presetOf } from '../presets.ts'

/** A part to begin with: the first that a preset has of the kind. */
export function newPart(kind: PartKind): Part {
  const part = lightPresets.flatMap(({ definition }) => definition.parts).find((one) => one.kind === kind)
  return part ?? (presetOf('example').definition.parts[0] as Part)
}

/** What is counted in a kind's bounds, as `lights:unit.*` says it. */
export const unitOf = (part: Part): string =>
  part.kind === 'milestone'
    ? 'days'
    : part.kind === 'overdueMonths' || part.kind === 'statistics'
      ? 'months'
      : part.kind === 'investment' && part.measure === 'points'
        ? 'points'
        : 'percent'
