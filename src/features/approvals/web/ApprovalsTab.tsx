import { Button } from 'antd'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import { chainByKey, parts, partWords } from '../chains.ts'
import type { ProjectApprovals } from '../contract.ts'
import { ApprovalDialog } from './ApprovalDialog.tsx'
import { ApprovalItem } from './ApprovalItem.tsx'
import { ChainChoice } from './ChainChoice.tsx'
import { PartHead } from './PartHead.tsx'
import { Provisional } from './Provisional.tsx'
import { useApprovalActs, useApprovals } from './use-approvals.ts'
import './approvals-tab.css'

/** A project's chain of approvals with its clocks. */
export function ApprovalsTab({ projectId }: { projectId: string }) {
  const approvals = useApprovals(projectId)
  if (approvals.data) return <Approvals projectId={projectId} answer={approvals.data} />
  return approvals.error ? (
    <ErrorState error={approvals.error} retry={() => void approvals.refetch()} />
  ) : (
    <LoadingBar />
  )
}

function Approvals({ projectId, answer }: { projectId: string; answer: ProjectApprovals }) {
  const t = useWords('approvals')
  const { language } = useLanguage()
  const acts = useApprovalActs(projectId)
  const [open, setOpen] = useState<'choose' | 'add'>()
  const { today, items } = answer
  const mayEdit = answer.abilities.includes('update')
  const chain = answer.chain === null ? undefined : chainByKey.get(answer.chain)
  const mayChoose =
    mayEdit && !items.some((item) => item.item !== null && item.acceptedOn !== null) && !(open === 'choose')
  const listOf = (part: (typeof parts)[number] | null) => {
    const own = items.filter((item) => item.part === part)
    return (
      own.length > 0 && (
        <ul className="zt-approvals">
          {own.map((approval) => (
            <ApprovalItem key={approval.id} approval={approval} today={today} mayEdit={mayEdit} acts={acts} />
          ))}
        </ul>
      )
    )
  }
  const loose = listOf(null)
  return (
    <section className="zt-approvals-tab" aria-label={t('approvals')}>
      <Provisional years={answer.provisionalYears} />
      {items.length === 0 && (
        <EmptyState title={t('empty')}>{mayEdit ? t('emptyText') : t('emptyReader')}</EmptyState>
      )}
      {mayEdit && (items.length === 0 || open === 'choose') && (
        <ChainChoice current={answer.chain} acts={acts} onTaken={() => setOpen(undefined)} />
      )}
      {chain && (
        <div className="zt-approvals-chain">
          <h2>{chain.name[language]}</h2>
          <p className="zt-quiet">{chain.source[language]}</p>
        </div>
      )}
      {parts.map((part) => {
        const clock = answer.parts.find((one) => one.part === part)
        return (
          clock && (
            <div key={part}>
              <PartHead title={partWords[part][language]} part={clock} />
              {listOf(part)}
            </div>
          )
        )
      })}
      {loose && (
        <div>
          <h3 className="zt-part-title">{t('other')}</h3>
          {loose}
        </div>
      )}
      {mayEdit && (
        <div className="zt-approvals-acts">
          <Button onClick={() => setOpen('add')}>{t('add')}</Button>
          {items.length > 0 && mayChoose && (
            <Button onClick={() => setOpen('choose')}>{chain ? t('change') : t('choose')}</Button>
          )}
        </div>
      )}
      {open === 'add' && <ApprovalDialog today={today} acts={acts} onClose={() => setOpen(undefined)} />}
    </section>
  )
}
