import { dayNumberOf, muOf, type Place } from './place.ts'
import type { Project } from './project.ts'
import { type Check, isLimit, type Rule, type Standing } from './rule.ts'
import { type RuleBook, rulesOn } from './rule-book.ts'
import type { Figure, Space } from './space.ts'

export const checksOf = (book: RuleBook, project: Project, place: Place): Check[] =>
  rulesOn(book, place).map((rule) => checkOf(rule, project, place))

export function checkOf(rule: Rule, project: Project, place: Place): Check {
  const offered = offeredTo(rule, project, place)
  const limit = isLimit(rule) ? rule.value : null
  const over = limit !== null && typeof offered === 'number' ? offered - limit : null
  return {
    rule: rule.id,
    standing: standingOf(rule, offered),
    required: isLimit(rule) ? rule.value : rule.values,
    offered,
    difference: over === null ? null : rule.op === 'atLeast' ? 0 - over : over,
    unit: rule.unit,
  }
}

/** The worst of all: one fails, or one is unknown, or all pass. Unknown is never passed. */
export function standingOn(book: RuleBook, project: Project, place: Place): Standing {
  let all: Standing = 'pass'
  for (const rule of rulesOn(book, place)) {
    const one = standingOf(rule, offeredTo(rule, project, place))
    if (one === 'fail') return 'fail'
    if (one === 'unknown') all = 'unknown'
  }
  return all
}

function standingOf(rule: Rule, offered: Figure): Standing {
  if (offered === null || (typeof offered === 'number' && Number.isNaN(offered))) return 'unknown'
  if (!isLimit(rule)) return rule.values.includes(String(offered)) === (rule.op === 'oneOf') ? 'pass' : 'fail'
  if (rule.value === null || typeof offered !== 'number') return 'unknown'
  return (rule.op === 'atLeast' ? offered >= rule.value : offered <= rule.value) ? 'pass' : 'fail'
}

function offeredTo(rule: Rule, project: Project, place: Place): Figure {
  if (rule.on === 'project') {
    const figure = project.figures[rule.indicator] ?? null
    if (!rule.isPerMu) return figure
    return typeof figure === 'number' ? figure / muOf(place.areaM2) : null
  }
  return placeFigure(rule, place)
}

function placeFigure(rule: Rule, place: Place): Figure {
  switch (rule.indicator) {
    case 'areaM2':
    case 'leftM2':
      return place[rule.indicator]
    // What is not joined has no border that could be too short.
    case 'borderM':
      return place.borderM ?? Number.POSITIVE_INFINITY
    case 'readyDay':
    case 'loadTPerM2':
    case 'heightM':
      if (place[rule.indicator] !== null && rule.spaces === null) return place[rule.indicator]
  }
  const bound = place.spaces.filter(({ id }) => rule.spaces?.includes(id) ?? true)
  const all = bound.map((space) => figureOf(rule.indicator, space))
  // A space that is known to fail fails the place, whatever is not known of the others.
  return (
    all.find((one) => standingOf(rule, one) === 'fail') ?? (all.includes(null) ? null : weakest(rule, all))
  )
}

function figureOf(indicator: string, space: Space): Figure {
  switch (indicator) {
    case 'kind':
      return space.kind
    case 'readyDay':
      return space.readyOn === null ? null : dayNumberOf(space.readyOn)
    case 'loadTPerM2':
    case 'heightM':
      // Land bears whatever is built on it.
      return space.kind === 'room' ? space[indicator] : Number.POSITIVE_INFINITY
  }
  return space.figures[indicator] ?? null
}

function weakest(rule: Rule, all: readonly Figure[]): Figure {
  const numbers = all.filter((one) => typeof one === 'number')
  if (!isLimit(rule) || numbers.length < all.length) return all[0] ?? null
  return rule.op === 'atLeast' ? Math.min(...numbers) : Math.max(...numbers)
}
