import type { LedgerRow } from '../../projects/contract.ts'
import type { Blocker } from '../contract.ts'

export type Prefilled = { title: string; detail: string }

const titleAtMost = 100
const detailAtMost = 2000

/** The month's 存在问题 as a blocker to be: its first sentence, and the whole of it with what should be coordinated. */
export function fromProblem(
  row: Pick<LedgerRow, string>,
  coordination: (text: string) => string,
): Prefilled | undefined {
  const textOf = (key: string) => (typeof row[key] === 'string' ? row[key].trim() : '')
  const problem = textOf('problem')
  if (!problem) return undefined
  const [sentence = problem] = problem.split(/[。；;\n]/)
  const title = (sentence.trim() || problem).slice(0, titleAtMost)
  const asked = textOf('coordination')
  const detail = [problem.replace(/[。；;\s]+$/, '') === title ? '' : problem, asked && coordination(asked)]
  return { title, detail: detail.filter(Boolean).join('\n').slice(0, detailAtMost) }
}

export const isThere = ({ title }: Prefilled, open: readonly Pick<Blocker, 'title'>[]) =>
  open.some((blocker) => blocker.title === title)
