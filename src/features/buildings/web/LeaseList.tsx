import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, shanghaiDay } from '../../../shared/days.ts'
import { useAsOf } from '../../../web/as-of.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Button } from '../../../web/ui/index.ts'
import type { Lease, RoomDetail } from '../contract.ts'
import { leaseKindWords } from '../words.ts'
import { LeaseForm } from './LeaseForm.tsx'
import { showRent } from './shown.ts'
import { useRoomActs } from './use-buildings.ts'
import { useTenant } from './use-tenant.ts'

/** Who has the room, will have it and had it; the latest first. */
export function LeaseList({ room }: { room: RoomDetail }) {
  const t = useWords('buildings')
  const { day = shanghaiDay(Date.now()) } = useAsOf()
  const [open, setOpen] = useState<string>()
  const mayChange = room.abilities.includes('update')
  const close = () => setOpen(undefined)
  return (
    <section aria-label={t('leases')} className="zt-leases">
      <h3>{t('leases')}</h3>
      {room.leases.length === 0 && <p className="zt-quiet">{t('noLeases')}</p>}
      <ul>
        {room.leases.map((lease) => (
          <li key={lease.id} data-now={lease.id === room.lease?.id || undefined}>
            <LeaseLine lease={lease} />
            {mayChange && !lease.isVeiled && open !== lease.id && (
              <span className="zt-lease-acts">
                {lease.fromOn < day && (lease.toOn === null || lease.toOn >= day) && (
                  <EndToday lease={lease} last={addDays(day, -1)} />
                )}
                <Button kind="quiet" onClick={() => setOpen(lease.id)}>
                  {t('changeLease')}
                </Button>
              </span>
            )}
            {open === lease.id && <LeaseForm room={room} lease={lease} onDone={close} />}
          </li>
        ))}
      </ul>
      {mayChange &&
        (open === 'new' ? (
          <LeaseForm room={room} onDone={close} />
        ) : (
          <Button onClick={() => setOpen('new')}>{t('addLease')}</Button>
        ))}
    </section>
  )
}

function LeaseLine({ lease }: { lease: Lease }) {
  const t = useWords('buildings')
  const { language } = useLanguage()
  const tenant = useTenant()({ lease }) ?? leaseKindWords.own_use[language]
  const rent = showRent(lease.rent, lease.rentUnit, language)
  return (
    <>
      <span className="zt-lease-who">
        {lease.projectId ? (
          <Link to="/ledger/$projectId" params={{ projectId: lease.projectId }}>
            {tenant}
          </Link>
        ) : (
          tenant
        )}
        {lease.kind !== 'lease' && <span className="zt-quiet"> {leaseKindWords[lease.kind][language]}</span>}
      </span>
      <span>
        {lease.fromOn} {t('to')} {lease.toOn ?? t('openEnd')}
      </span>
      {(rent || lease.contractNo) && (
        <span className="zt-quiet">{[rent, lease.contractNo].filter(Boolean).join(' · ')}</span>
      )}
    </>
  )
}

/** The room was handed back: yesterday was the last day. */
function EndToday({ lease, last }: { lease: Lease; last: string }) {
  const t = useWords('buildings')
  const { changeLease } = useRoomActs()
  return (
    <>
      <Button
        kind="quiet"
        title={t('endHint', { day: last })}
        disabled={changeLease.isPending}
        onClick={() => changeLease.mutate({ id: lease.id, revision: lease.revision, toOn: last })}
      >
        {t('endLease')}
      </Button>
      {changeLease.error && (
        <span className="zt-late" role="alert">
          {changeLease.error.message}
        </span>
      )}
    </>
  )
}
