/**
 * An example, to be set as the zone's own rule has it: no source with the figure was readable. A first contact
 * registered later than this needs an explanation, and never takes a project from a unit by itself.
 */
export const firstContactRule = {
  lateAfterDays: 30,
  source: { zh: '示例', en: 'example' },
} as const
