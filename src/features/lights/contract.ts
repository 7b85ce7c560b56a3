import { Type } from 'typebox'
import type { Light, LightRule, Part, PartVerdict, Reason } from '../../engine/lights/rule.ts'
import {
  Abilities,
  body,
  Day,
  DecimalText,
  Id,
  listOf,
  Month,
  nullable,
  oneOf,
  optional,
  type Static,
  Timestamp,
} from '../../shared/schema.ts'
import { lights, milestoneKinds } from '../projects/stages.ts'
import { presetKeys } from './presets.ts'

export const partKinds = [
  'milestone',
  'overdueMonths',
  'investment',
  'statistics',
  'funds',
  'monthTask',
] as const satisfies readonly Part['kind'][]

const LightColour = oneOf(lights)
const Preset = oneOf(presetKeys)
const Name = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })
const Limit = body({
  op: oneOf(['over', 'from'] as const),
  value: Type.String({ pattern: '^\\d{1,4}(\\.\\d{1,2})?$' }),
})

/** Which of these a part has goes by its kind: engine/lights/rule.ts has the shapes, model/part-fields.ts the list. */
const AnyPart = Type.Unsafe<Part>(
  body({
    kind: oneOf(partKinds),
    milestones: Type.Optional(Type.Array(oneOf(milestoneKinds), { maxItems: 40 })),
    measure: Type.Optional(oneOf(['points', 'percent'] as const)),
    monthsOld: Type.Optional(Type.Integer({ minimum: 0, maximum: 6 })),
    inARow: optional(Type.Integer({ minimum: 2, maximum: 12 })),
    missed: Type.Optional(oneOf(['yellow', 'red'] as const)),
    madeGood: optional(oneOf(['yellow'] as const)),
    yellow: optional(Limit),
    red: optional(Limit),
  }),
)
export const Definition = Type.Unsafe<LightRule>(
  body({ parts: Type.Array(AnyPart, { minItems: 1, maxItems: 8 }) }),
)

/** A code with its figures; model/sentence.ts makes the sentence. */
const WhyLit = Type.Unsafe<Reason>(Type.Object({ code: Type.String() }, { additionalProperties: true }))
const PartLight = Type.Unsafe<PartVerdict>(
  Type.Object({ kind: oneOf(partKinds), light: LightColour, reason: WhyLit }),
)

/** A zone's rule. Once it is in force from some month its parts stay as they are; another is made from it. */
export const ZoneLightRule = Type.Object({
  id: Id,
  name: Type.String(),
  preset: nullable(Preset),
  definition: Definition,
  fromMonth: nullable(Month),
  isInForce: Type.Boolean(),
  revision: Type.Integer(),
  abilities: Abilities,
})
const Words = Type.Object({ zh: Type.String(), en: Type.String() })
const PresetRule = Type.Object({
  key: Preset,
  name: Words,
  source: Words,
  note: nullable(Words),
  definition: Definition,
})
/** By which rule a month is lit; no id: by the preset, as the zone has put none of its own in force. */
export const RuleOfMonth = Type.Object({
  id: nullable(Id),
  name: nullable(Type.String()),
  preset: nullable(Preset),
})

export const LightRules = Type.Object({
  presets: Type.Array(PresetRule),
  items: Type.Array(ZoneLightRule),
  /** The month it is, and by which rule. */
  month: Month,
  inForce: RuleOfMonth,
  /** Months that projects reported of, newest first: by their figures a draft can be tried. */
  reported: Type.Array(Month),
  abilities: Abilities,
})
export const LightRuleInput = body({ name: Name, preset: optional(Preset), definition: Definition })
export const LightRulePatch = body({
  revision: Type.Integer(),
  name: Type.Optional(Name),
  definition: Type.Optional(Definition),
})
export const InForceInput = body({ ruleId: Id, revision: Type.Integer(), fromMonth: Month })

export const LightCounts = Type.Object({
  green: Type.Integer(),
  yellow: Type.Integer(),
  red: Type.Integer(),
  grey: Type.Integer(),
})
export const PreviewInput = body({
  definition: Definition,
  /** Left out: the month it is. */
  month: Type.Optional(Month),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
})
/** What a draft would change against the rule in force now, by the figures of a month; the worst first. */
export const LightPreview = Type.Object({
  month: Month,
  before: LightCounts,
  after: LightCounts,
  ...listOf(
    Type.Object({
      projectId: Id,
      name: Type.String(),
      from: LightColour,
      to: LightColour,
      was: WhyLit,
      why: WhyLit,
    }),
  ).properties,
})

/** A colour alone, or all of them; the largest investment first. */
export const LitQuery = body({
  light: Type.Optional(LightColour),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })),
})
/** Every project that the person may know of, lit by the rule of the month; counts are of all, `total` of the colour asked for. */
export const LitProjects = Type.Object({
  day: Day,
  rule: RuleOfMonth,
  counts: LightCounts,
  byCorps: Type.Array(Type.Object({ corpsId: nullable(Id), counts: LightCounts })),
  ...listOf(
    Type.Object({
      id: Id,
      name: Type.String(),
      corpsId: nullable(Id),
      light: LightColour,
      reason: WhyLit,
      /** 万元 */
      totalInvestment: nullable(DecimalText),
    }),
  ).properties,
})

const Colour = Type.Object({ light: LightColour, reason: WhyLit })
/** A month as it closed, where somebody was there to see it, and as it looks by what is known today. */
export const MonthLight = Type.Object({
  month: Month,
  kept: nullable(Type.Object({ ...Colour.properties, closedAt: Timestamp })),
  now: Colour,
})
export const ProjectLight = Type.Object({
  month: Month,
  light: LightColour,
  reason: WhyLit,
  parts: Type.Array(PartLight),
  rule: RuleOfMonth,
  /** What the office itself wrote last, a reading of its own. */
  own: nullable(Type.Object({ month: Month, light: LightColour })),
  /** Old to new. */
  months: Type.Array(MonthLight),
})

export type ZoneLightRule = Static<typeof ZoneLightRule>
export type LightRules = Static<typeof LightRules>
export type LightRuleInput = Static<typeof LightRuleInput>
export type LightRulePatch = Static<typeof LightRulePatch>
export type InForceInput = Static<typeof InForceInput>
export type LightCounts = Record<Light, number>
export type PreviewInput = Static<typeof PreviewInput>
export type LightPreview = Static<typeof LightPreview>
export type LitQuery = Static<typeof LitQuery>
export type LitProjects = Static<typeof LitProjects>
export type RuleOfMonth = Static<typeof RuleOfMonth>
export type MonthLight = Static<typeof MonthLight>
export type ProjectLight = Static<typeof ProjectLight>
