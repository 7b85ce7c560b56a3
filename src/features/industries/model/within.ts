import type { Level } from '../contract.ts'
import { industryCalled, writtenCode } from './code.ts'
import { lineOf, type Table } from './table.ts'

/** One industry of any level (`from` = `to`), or all of a level from one to another, both included. */
export type IndustryRule = { level: Level; from: string; to: string }

const dashes = /\s*(?:[-‐-―~～－]|至|到)+\s*/u

/** C, C34, 341, 3411, C34–C36, C34-36: what a rule of admission names. Nothing where an end is no industry. */
export function readRule(table: Table, text: string): IndustryRule | undefined {
  const ends = text.trim().split(dashes)
  const [first, last = first] = ends
  if (first === undefined || last === undefined || ends.length > 2) return undefined
  const [from, to] = [first, last].map((end) => {
    const code = writtenCode(end)
    return code && industryCalled(table, code)
  })
  if (!from || !to || from.level !== to.level || from.code > to.code) return undefined
  return { level: from.level, from: from.code, to: to.code }
}

/** Whether an industry lies within a rule. One above the rule does not: of C38 not all is 3812. */
export function isWithin(table: Table, code: string, rule: IndustryRule): boolean {
  const step = lineOf(table, code).find(({ level }) => level === rule.level)
  return step !== undefined && rule.from <= step.code && step.code <= rule.to
}
