import { normaliseHeader } from '../text/normalise.ts'
import { unitInHeader } from './amount-units.ts'
import { assign } from './assignment.ts'
import type { FieldSpec, HeaderColumn, HeaderProposal } from './header-fields.ts'
import { canonicalHeader, similarity } from './header-similarity.ts'
import { choicesRead, type Evidence, evidenceOf, fit, unitFits } from './value-evidence.ts'

export type { FieldKind, FieldSpec, HeaderColumn, HeaderProposal } from './header-fields.ts'

/** Below this a person decides. */
export const mappedFrom = 0.6
const shownFrom = 0.3
/** Wider tables are no ledgers: only exact names and aliases are looked for, so that they cost no time. */
const widest = 400

interface Score {
  confidence: number
  reason: HeaderProposal['reason']
}
const nothing: Score = { confidence: 0, reason: 'none' }

interface Candidate {
  column: HeaderColumn
  key: string
  evidence: Evidence
  scores: Score[]
}

/** The key under which a zone remembers what a header means: units, spaces and full-width forms do not matter. */
export function headerKey(column: Pick<HeaderColumn, 'header'>): string {
  return normaliseHeader(column.header)
}

/**
 * Proposes a field for every column, by what the zone has learned, names, aliases, likeness and values. The whole is
 * assigned at once, so that no field goes to two columns and an exact name is never lost to a merely similar one. Of
 * columns with the same header the shown one with most values counts; the others get nothing.
 */
export function proposeMapping(
  columns: readonly HeaderColumn[],
  fields: readonly FieldSpec[],
  learned: Readonly<Record<string, string | null>>,
  samples: (column: HeaderColumn) => string[],
): HeaderProposal[] {
  const labels = fields.map(labelsOf)
  const wide = columns.length > widest
  const all = columns.map((column) => candidateOf(column, samples(column), wide ? 5 : 20))
  for (const one of all) one.scores = scoresOf(one, fields, labels, learned, !wide)
  const chosen = leaders(all)
  const ranked = chosen.filter((one) => !(learnedFor(one.key, learned) === null)).sort(byStrength)
  const weights = fields.map((_, field) =>
    ranked.map((one, rank) => weight(one.scores[field] ?? nothing, rank)),
  )
  const winners = new Map<Candidate, number>()
  for (const [field, at] of assign(weights).entries()) {
    const winner = ranked[at]
    if (winner) winners.set(winner, field)
  }
  return all.map((one) => proposal(one, winners.get(one), fields, learned))
}

function candidateOf(column: HeaderColumn, samples: string[], limit: number): Candidate {
  return { column, key: headerKey(column), evidence: evidenceOf(samples, limit), scores: [] }
}

/** One column for each header: shown before hidden, then the fuller, then the first. */
function leaders(all: Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>()
  const alone: Candidate[] = []
  for (const one of all) {
    if (one.key === '') {
      alone.push(one)
      continue
    }
    const other = best.get(one.key)
    if (!other || before(one, other)) best.set(one.key, one)
  }
  return [...best.values(), ...alone]
}

function before(a: Candidate, b: Candidate): boolean {
  if (a.column.hidden !== b.column.hidden) return !a.column.hidden
  if (a.evidence.count !== b.evidence.count) return a.evidence.count > b.evidence.count
  return a.column.index < b.column.index
}

/** An order that does not depend on where the columns stand, so that ties do not either. */
function byStrength(a: Candidate, b: Candidate): number {
  if (a.column.hidden !== b.column.hidden) return a.column.hidden ? 1 : -1
  if (a.evidence.count !== b.evidence.count) return b.evidence.count - a.evidence.count
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  return a.column.index - b.column.index
}

/** Steep, so that one exact match outweighs any two likenesses; fuller and shown columns win ties. */
function weight({ confidence }: Score, rank: number): number {
  return confidence < mappedFrom ? 0 : confidence ** 12 - rank * 1e-9
}

interface Labels {
  first: string
  names: Set<string>
  canonical: string[]
}

function labelsOf(field: FieldSpec): Labels {
  const names = field.labels.map(normaliseHeader).filter((name) => name !== '')
  return {
    first: names[0] ?? '',
    names: new Set(names),
    canonical: [...new Set(field.labels.map(canonicalHeader))],
  }
}

function learnedFor(
  key: string,
  learned: Readonly<Record<string, string | null>>,
): string | null | undefined {
  return key !== '' && Object.hasOwn(learned, key) ? learned[key] : undefined
}

function scoresOf(
  one: Candidate,
  fields: readonly FieldSpec[],
  labels: readonly Labels[],
  learned: Readonly<Record<string, string | null>>,
  likeness: boolean,
): Score[] {
  const known = learnedFor(one.key, learned)
  if (typeof known === 'string' && fields.some((field) => field.key === known))
    return fields.map((field) => (field.key === known ? { confidence: 1, reason: 'learned' } : nothing))
  const readings = readingsOf(one.column)
  const unit =
    unitInHeader(one.column.header) ??
    one.column.parts.map(unitInHeader).findLast((found) => found !== undefined)
  return fields.map((field, at) => {
    const label = labels[at]
    if (!label) return nothing
    const named = nameScore(readings, label, likeness)
    const fitting = fit(field, one.evidence)
    const score =
      named.confidence < 0.5 ? valueScore(field, named, fitting, one.evidence) : weighed(named, fitting)
    return unitFits(field, unit) ? score : { ...score, confidence: score.confidence * 0.5 }
  })
}

interface Reading {
  text: string
  canonical: string
  /** 1 if nothing of the header was left out. */
  worth: number
}

/** Ways to read a header of several parts, with how much is lost: 开工时间 / 计划 is 计划开工时间. */
function readingsOf(column: HeaderColumn): Reading[] {
  const readings: [string, number][] = []
  const rows = column.parts.length > 0 ? column.parts : [column.header]
  const split = rows.map(bracketed)
  const parts = split.flatMap(({ outside, inside }) => [outside, inside]).filter((part) => part !== '')
  readings.push([parts.join(''), 1], [parts.toReversed().join(''), 1])
  // 投资主体（世界500强、央企…）: a bracket that tells no field from another may be left out.
  const outside = split.map((part) =>
    tellsApart.test(part.inside) ? part.outside + part.inside : part.outside,
  )
  if (outside.length < parts.length)
    readings.push([outside.join(''), 0.97], [outside.toReversed().join(''), 0.97])
  const last = outside.at(-1) ?? ''
  if (outside.length > 1) {
    readings.push([last, genericGroup(outside.slice(0, -1)) ? 1 : 0.96])
    readings.push([outside.slice(-2).join(''), 0.98], [outside.slice(-2).toReversed().join(''), 0.98])
  }
  const seen = new Map<string, Reading>()
  for (const [text, worth] of readings) {
    const made = { text: normaliseHeader(text), canonical: canonicalHeader(text), worth }
    if (made.text !== '' && (seen.get(made.text)?.worth ?? 0) < worth) seen.set(made.text, made)
  }
  return [...seen.values()]
}

/** Words in brackets that make another field of the same noun. */
const tellsApart =
  /计划|实际|预计|拟|当月|本月|本年|累计|年度|合同|到位|实到|平方|亩|框架|正式|plan|actual|forecast/

/** 开工时间（计划） has two parts as if its header had two rows. */
function bracketed(part: string): { outside: string; inside: string } {
  const header = normaliseHeader(part)
  const match = /^([^()]+)\(([^()]+)\)(.*)$/.exec(header)
  if (!match) return { outside: header.replace(/[()]/g, ''), inside: '' }
  return { outside: `${match[1]}${match[3]?.replace(/\([^()]*\)/g, '')}`, inside: match[2] ?? '' }
}

/** Groups that only say "here follow the particulars" add nothing to what stands under them. */
function genericGroup(groups: string[]): boolean {
  return groups.every((group) =>
    /^(?:\d{4}年?)?(?:项目)?(?:基本|主要|具体|相关|其他|投资|用地|时间|效益|责任|推进|进展)*(?:情况|信息|概况|内容|节点|指标|分工|要素|安排)?$/.test(
      group,
    ),
  )
}

function nameScore(readings: readonly Reading[], label: Labels, likeness: boolean): Score {
  let best = nothing
  const offer = (confidence: number, reason: Score['reason']) => {
    if (confidence > best.confidence) best = { confidence, reason }
  }
  for (const { text, canonical, worth } of readings) {
    if (text === '') continue
    if (text === label.first) offer(worth, 'exact')
    else if (label.names.has(text)) offer(worth === 1 ? 0.98 : 0.95 * worth, 'alias')
    else if (likeness)
      for (const name of label.canonical) {
        const alike = similarity(canonical, name)
        offer((alike === 1 ? 0.92 : alike * 0.9) * worth, 'similar')
      }
  }
  return best
}

/** Values that contradict the name make it doubtful; values that agree make a likeness surer. */
function weighed(named: Score, fitting: number | undefined): Score {
  if (fitting === undefined) return named
  if (fitting < 0.3)
    return { ...named, confidence: named.confidence * (named.reason === 'similar' ? 0.6 : 0.85) }
  if (named.reason !== 'similar' || fitting < 0.7) return named
  return { ...named, confidence: Math.min(0.93, named.confidence + 0.06) }
}

/** Codes speak for themselves, whatever stands above them. Numbers and dates could be many things. */
function valueScore(field: FieldSpec, named: Score, fitting: number | undefined, evidence: Evidence): Score {
  if (fitting === undefined || fitting < 0.8)
    return { ...named, confidence: named.confidence * (fitting !== undefined && fitting < 0.3 ? 0.6 : 1) }
  if (field.kind === 'code') return { confidence: 0.85, reason: 'values' }
  if (choicesRead(field, evidence) > 0.9)
    return { confidence: Math.max(named.confidence, 0.65), reason: 'values' }
  return named
}

function proposal(
  one: Candidate,
  won: number | undefined,
  fields: readonly FieldSpec[],
  learned: Readonly<Record<string, string | null>>,
): HeaderProposal {
  const order = one.scores
    .map((score, at) => ({ field: fields[at]?.key ?? '', confidence: rounded(score.confidence), at }))
    .filter(({ at, confidence }) => at !== won && confidence >= shownFrom)
    .sort((a, b) => b.confidence - a.confidence || a.at - b.at)
    .slice(0, 3)
    .map(({ field, confidence }) => ({ field, confidence }))
  const { index } = one.column
  if (learnedFor(one.key, learned) === null)
    return { index, field: null, confidence: 1, reason: 'learned', runnersUp: order }
  const score = won === undefined ? undefined : one.scores[won]
  const field = won === undefined ? undefined : fields[won]
  if (!score || !field) return { index, field: null, confidence: 0, reason: 'none', runnersUp: order }
  return {
    index,
    field: field.key,
    confidence: rounded(score.confidence),
    reason: score.reason,
    runnersUp: order,
  }
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100
}
