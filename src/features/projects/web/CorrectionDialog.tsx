import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { showWhen } from '../../../shared/when.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { fieldLabel } from './field-words.ts'

type Props = {
  name: string
  from: string | null
  to: string | null
  onSave: (reason: string) => void
  onClose: () => void
}

/** A date of months that have been reported is set right: why is asked, and kept with it. */
export function CorrectionDialog({ name, from, to, onSave, onClose }: Props) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const [reason, setReason] = useState('')
  const fieldId = useId()
  const isGiven = reason.trim().length >= 2
  const show = (when: string | null) => (when === null ? t('blank') : showWhen(when, language))
  return (
    <Modal
      open
      width={440}
      title={t('correct.title', { field: fieldLabel(name, language) })}
      okText={t('correct.save')}
      okButtonProps={{ disabled: !isGiven }}
      cancelText={t('correct.cancel')}
      onOk={() => onSave(reason.trim())}
      onCancel={onClose}
      // The dialog takes the focus as it opens, after the field has.
      afterOpenChange={(isOpen) => isOpen && document.getElementById(fieldId)?.focus()}
    >
      <p className="zt-correct">
        <s>{show(from)}</s> → <b>{show(to)}</b>
      </p>
      <p className="zt-correct zt-quiet">{t('correct.text')}</p>
      <Input.TextArea
        id={fieldId}
        value={reason}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        aria-label={t('correct.reason')}
        placeholder={t('correct.reason')}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !isGiven) return
          event.preventDefault()
          onSave(reason.trim())
        }}
      />
    </Modal>
  )
}
