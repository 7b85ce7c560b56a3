import { Form, Input } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import { FormDialog } from '../../approvals/web/FormDialog.tsx'
import type { Agreement, Side } from '../contract.ts'
import { ReasonField } from './DecideDialog.tsx'
import type { CooperationActs } from './use-cooperation.ts'

export type Asked = { side: Side; answer: 'agree' | 'refuse' }
type DialogProps = { agreement: Agreement; acts: CooperationActs; onClose: () => void }

/** A side says yes, and who serves the project from now on; or no, and why. */
export function AnswerDialog({ asked, agreement, acts, onClose }: DialogProps & { asked: Asked }) {
  const t = useWords('cooperation')
  const { side, answer } = asked
  const { id } = agreement
  const takesOver =
    agreement.kind === 'transfer' && side.unitId !== null && side.unitId === agreement.toUnitId
  return (
    <FormDialog<{ note?: string; officer?: string }>
      title={t(answer === 'agree' ? 'agreeOf' : 'refuseOf', { unit: side.unitName })}
      ok={t(answer)}
      initial={{}}
      onSend={({ note, officer }) =>
        answer === 'agree'
          ? acts.agree.mutateAsync({
              id,
              unitId: side.unitId,
              note: note?.trim() || null,
              officer: officer?.trim() || null,
            })
          : acts.refuse.mutateAsync({ id, unitId: side.unitId, note: note ?? '' })
      }
      onClose={onClose}
    >
      {answer === 'agree' && takesOver && (
        <Form.Item name="officer" label={t('officer')} extra={t('officerHint')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      )}
      <ReasonField
        name="note"
        label={t(answer === 'agree' ? 'opinion' : 'reason')}
        isRequired={answer === 'refuse'}
      />
    </FormDialog>
  )
}

/** The proposer thinks better of it; or a project comes back from outside. */
export function NoteDialog({
  act,
  agreement,
  acts,
  onClose,
}: DialogProps & { act: 'withdraw' | 'takeBack' }) {
  const t = useWords('cooperation')
  return (
    <FormDialog<{ note: string }>
      title={t(`${act}Of`, { name: agreement.projectName })}
      ok={t(act)}
      initial={{}}
      onSend={({ note }) => acts[act].mutateAsync({ id: agreement.id, note })}
      onClose={onClose}
    >
      {act === 'takeBack' && <p className="zt-quiet zt-cooperation-hint">{t('takeBackText')}</p>}
      <ReasonField name="note" label={t('reason')} />
    </FormDialog>
  )
}
