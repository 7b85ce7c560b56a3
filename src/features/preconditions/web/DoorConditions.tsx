import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'
import type { Stage } from '../../projects/stages.ts'
import { usePreconditions } from './use-preconditions.ts'

/** At the door of a stage: whether the conditions of its land, or the review before signing, let it through. */
export function DoorConditions({ projectId, stage }: { projectId: string; stage: Stage }) {
  return stage === 'signed' || stage === 'landSupplied' ? (
    <Gate projectId={projectId} isOfLand={stage === 'landSupplied'} />
  ) : null
}

function Gate({ projectId, isOfLand }: { projectId: string; isOfLand: boolean }) {
  const t = useWords('preconditions')
  const { data } = usePreconditions(projectId)
  if (!data || (isOfLand && data.rows.length === 0 && !data.mustNameParcel)) return null
  const isOpen = isOfLand ? data.blocking === 0 && !data.mustNameParcel : data.maySign
  return (
    <p className="zt-door-conditions">
      <b>{t(isOfLand ? 'conditions' : 'review.title')}</b>{' '}
      <Link
        to="."
        search={((before: object) => ({ ...before, tab: 'land' })) as never}
        className="zt-need"
        data-there={isOpen || undefined}
      >
        <span aria-hidden="true">{isOpen ? '✓' : '○'}</span>
        {isOfLand
          ? data.mustNameParcel
            ? t('mustName')
            : t(isOpen ? 'allKept' : 'blocking', { count: data.blocking })
          : t(isOpen ? 'review.maySign' : data.reviews.length === 0 ? 'review.none' : 'review.mayNotSign')}
      </Link>
    </p>
  )
}
