import { Form, Input, Select } from 'antd'
import { addDays } from '../../../shared/days.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { FormDialog } from '../../approvals/web/FormDialog.tsx'
import { DayField } from '../../approvals/web/StepDialogs.tsx'
import type { AgreementInput } from '../contract.ts'
import { ReasonField } from './DecideDialog.tsx'
import { outside, ShareFields } from './ShareFields.tsx'
import { type CooperationActs, useUnits } from './use-cooperation.ts'

type Way = 'inside' | 'outside' | 'joint'
export type Given = {
  way: Way
  toUnitId?: string
  destination?: string
  effectiveOn: string
  reason: string
  shares: ({ unitId?: string; percent?: string } | undefined)[]
}

type ProposeDialogProps = {
  project: { id: string; name: string }
  from: { unitId: string; unitName: string }
  today: string
  acts: CooperationActs
  onClose: () => void
}

/** Hands a project over, or keeps it jointly: where to, since when, why, and each unit's share. */
export function ProposeDialog({ project, from, today, acts, onClose }: ProposeDialogProps) {
  const t = useWords('cooperation')
  return (
    <FormDialog<Given>
      title={t('proposeFor', { name: project.name })}
      ok={t('send')}
      initial={{ way: 'inside', effectiveOn: today, shares: [{ unitId: from.unitId }, {}] }}
      onSend={(given) => acts.propose.mutateAsync({ id: project.id, ...inputOf(given) })}
      onClose={onClose}
    >
      <ProposeFields from={from} today={today} />
    </FormDialog>
  )
}

function inputOf({ way, toUnitId, destination, effectiveOn, reason, shares }: Given): AgreementInput {
  return {
    kind: way === 'joint' ? 'joint' : 'transfer',
    ...(way === 'inside' ? { toUnitId: toUnitId ?? null } : {}),
    ...(way === 'outside' ? { destination: destination ?? null } : {}),
    effectiveOn,
    reason,
    shares: shares.map((share) => ({
      unitId: share?.unitId === outside ? null : (share?.unitId ?? null),
      percent: (share?.percent ?? '').trim(),
    })),
  }
}

function ProposeFields({ from, today }: Pick<ProposeDialogProps, 'from' | 'today'>) {
  const t = useWords('cooperation')
  const form = Form.useFormInstance<Given>()
  const way = Form.useWatch('way', form) ?? 'inside'
  const effectiveOn = Form.useWatch('effectiveOn', form) || today
  const units = useUnits(effectiveOn)
  const needed = (what: string) => [{ required: true, message: t('required', { what }) }]
  /** The unit that takes it over has a share to begin with. */
  const takeOver = (unitId: string | undefined) => {
    const [first, , ...rest] = form.getFieldValue('shares') as Given['shares']
    form.setFieldValue('shares', [first, { unitId }, ...rest])
  }
  return (
    <>
      <Form.Item name="way" label={t('kind')}>
        <Select
          onChange={(next: Way) => takeOver(next === 'outside' ? outside : undefined)}
          options={[
            { value: 'inside', label: t('inside') },
            { value: 'outside', label: t('outside') },
            { value: 'joint', label: t('jointKind') },
          ]}
        />
      </Form.Item>
      {way === 'inside' && (
        <Form.Item name="toUnitId" label={t('to')} rules={needed(t('to'))}>
          <Select
            onChange={takeOver}
            options={units
              .filter(({ id, kind }) => kind === 'corps' && id !== from.unitId)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
      {way === 'outside' && (
        <Form.Item name="destination" label={t('destination')} rules={needed(t('destination'))}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      )}
      <DayField
        name="effectiveOn"
        label={t('effectiveOn')}
        min={today}
        max={addDays(today, 366)}
        extra={t('effectiveHint')}
      />
      <ShareFields units={units} withOutside={way === 'outside'} />
      <ReasonField name="reason" label={t('reason')} />
      <p className="zt-quiet">{t('guestsHint')}</p>
    </>
  )
}
