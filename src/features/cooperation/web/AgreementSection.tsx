import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState } from '../../../web/ui/index.ts'
import { AgreementItem } from './AgreementItem.tsx'
import type { CooperationProps } from './FirstContactSection.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'

/** The agreement in force or on its way, and all before it. */
export function AgreementSection({ project, answer, acts }: CooperationProps) {
  const t = useWords('cooperation')
  const [isOpen, setOpen] = useState(false)
  const { agreements, from } = answer
  return (
    <section aria-labelledby="zt-agreements">
      <div className="zt-section-head">
        <h2 id="zt-agreements">{t('agreements')}</h2>
        {answer.abilities.includes('propose') && (
          <Button size="small" onClick={() => setOpen(true)}>
            {t('propose')}
          </Button>
        )}
      </div>
      {agreements.length === 0 && (
        <EmptyState quiet title={t('noAgreements')}>
          {t('noAgreementsText')}
        </EmptyState>
      )}
      <ul className="zt-agreements">
        {agreements.map((agreement) => (
          <AgreementItem key={agreement.id} agreement={agreement} acts={acts} />
        ))}
      </ul>
      {isOpen && from && (
        <ProposeDialog
          project={project}
          from={from}
          today={answer.today}
          acts={acts}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  )
}
