import { showWhen } from '../../../shared/when.ts'
import { milestoneWords } from '../../projects/stages.ts'
import type { Missing } from '../contract.ts'
import { paperKindLabel } from '../paper-kinds.ts'

/** What is missing, as a person would say it: the milestone, the paper, the verifier. */
export function missingWords(
  { what, milestone, on, papers }: Pick<Missing, 'what' | 'milestone' | 'on' | 'papers'>,
  language: 'zh' | 'en',
) {
  const name = milestoneWords[milestone][language]
  const kinds = papers.map((kind) => paperKindLabel(kind, language))
  const zh = {
    date: `“${name}”的实际日期`,
    future: `“${name}”的实际日期 ${showWhen(on ?? '', 'zh')} 还没有到，不能算完成`,
    paper: `“${name}”的佐证材料：${kinds.join('或')}`,
    verification: `“${name}”由录入人以外的人核验`,
  }
  const en = {
    date: `the actual date of “${name}”`,
    future: `the actual date of “${name}”, ${showWhen(on ?? '', 'en')}, is to come and cannot count as done`,
    paper: `a paper for “${name}”: ${kinds.join(' or ')}`,
    verification: `verification of “${name}” by somebody other than its author`,
  }
  return (language === 'zh' ? zh : en)[what]
}
