import { type FormEvent, useState } from 'react'
import { shanghaiDay } from '../../../shared/days.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Button, Choice, TextField } from '../../../web/ui/index.ts'
import type { Lease, RoomDetail } from '../contract.ts'
import {
  type LeaseKind,
  leaseKinds,
  leaseKindWords,
  type RentUnit,
  rentUnits,
  rentUnitWords,
} from '../words.ts'
import { useRoomActs } from './use-buildings.ts'

type LeaseFormProps = { room: RoomDetail; lease?: Lease; onDone: () => void }

/** A lease entered or changed; of one that stands for a project the name comes from there. */
export function LeaseForm({ room, lease, onDone }: LeaseFormProps) {
  const t = useWords('buildings')
  const { language } = useLanguage()
  const acts = useRoomActs()
  const [kind, setKind] = useState<LeaseKind>(lease?.kind ?? 'lease')
  const [unit, setUnit] = useState<RentUnit>(lease?.rentUnit ?? 'month')
  const [typed, setTyped] = useState({
    tenant: lease?.tenant ?? '',
    contractNo: lease?.contractNo ?? '',
    fromOn: lease?.fromOn ?? room.freeOn ?? shanghaiDay(Date.now()),
    toOn: lease?.toOn ?? '',
    rent: lease?.rent ?? '',
  })
  const isOfProject = lease !== undefined && (lease.projectId !== null || lease.isVeiled)
  const field = (
    key: keyof typeof typed,
    label: string,
    more: { type?: string; inputMode?: 'decimal' } = {},
  ) => (
    <TextField
      label={label}
      {...more}
      value={typed[key]}
      onChange={(text) => setTyped({ ...typed, [key]: text })}
    />
  )
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    const plain = (text: string) => text.trim() || null
    const rent = plain(typed.rent.normalize('NFKC').replace(/[,，\s]/g, ''))
    const terms = {
      kind,
      ...(isOfProject ? {} : { tenant: plain(typed.tenant) }),
      contractNo: plain(typed.contractNo),
      fromOn: typed.fromOn,
      toOn: plain(typed.toOn),
      rent,
      rentUnit: rent === null ? null : unit,
    }
    if (lease)
      acts.changeLease.mutate({ id: lease.id, revision: lease.revision, ...terms }, { onSuccess: onDone })
    else acts.lease.mutate({ roomIds: [room.id], ...terms }, { onSuccess: onDone })
  }
  const remove = () =>
    lease && acts.removeLease.mutate({ id: lease.id, revision: lease.revision }, { onSuccess: onDone })
  const problem = acts.lease.error ?? acts.changeLease.error ?? acts.removeLease.error
  const isBusy = acts.lease.isPending || acts.changeLease.isPending || acts.removeLease.isPending
  return (
    <form className="zt-form zt-lease-form" onSubmit={onSubmit}>
      <Choice
        label={t('heldBy')}
        value={kind}
        options={leaseKinds.map((value) => ({ value, label: leaseKindWords[value][language] }))}
        onChange={setKind}
      />
      {!isOfProject && field('tenant', t('tenant'))}
      {field('fromOn', t('fromOn'), { type: 'date' })}
      {field('toOn', t('toOn'), { type: 'date' })}
      {field('rent', `${t('rent')} ${rentUnitWords[unit][language]}`, { inputMode: 'decimal' })}
      <Choice
        label={t('rentUnit')}
        value={unit}
        options={rentUnits.map((value) => ({ value, label: rentUnitWords[value][language] }))}
        onChange={setUnit}
      />
      {field('contractNo', t('contractNo'))}
      {problem && (
        <p className="zt-form-problem" role="alert">
          {problem.message}
        </p>
      )}
      <div className="zt-lease-acts">
        <Button kind="primary" type="submit" disabled={isBusy || typed.fromOn === ''}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
        {lease && (
          <Button kind="quiet" disabled={isBusy} onClick={remove} title={t('removeHint')}>
            {t('removeLease')}
          </Button>
        )}
      </div>
    </form>
  )
}
