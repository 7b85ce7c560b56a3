import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { milestoneWords } from '../../projects/stages.ts'
import type { StageState } from '../contract.ts'
import { paperKindLabel } from '../paper-kinds.ts'
import './need-list.css'

/** What a stage needs, each thing with a mark: there or missing. */
export function NeedList({ state }: { state: StageState }) {
  const t = useWords('evidence')
  const { language } = useLanguage()
  return (
    <ul className="zt-needs">
      {state.needs.map(({ milestone, isDone, papers, hasPaper, isVerified }, at) => {
        const isFirst = state.needs.findIndex((one) => one.milestone === milestone) === at
        const paper = papers.map((kind) => paperKindLabel(kind, language)).join(` ${t('item.any')} `)
        return (
          <li key={`${milestone} ${paper}`}>
            {isFirst && <b>{milestoneWords[milestone][language]}</b>}
            {isFirst && <Thing isThere={isDone} words={t('item.date')} />}
            {papers.length > 0 && <Thing isThere={hasPaper} words={paper} />}
            {isVerified !== null && <Thing isThere={isVerified} words={t('item.verified')} />}
          </li>
        )
      })}
    </ul>
  )
}

function Thing({ isThere, words }: { isThere: boolean; words: string }) {
  const t = useWords('evidence')
  return (
    <span className="zt-need" data-there={isThere || undefined}>
      <span aria-hidden="true">{isThere ? '✓' : '○'}</span>
      <span className="zt-unseen">{t(isThere ? 'mark.yes' : 'mark.no')}</span>
      {words}
    </span>
  )
}
