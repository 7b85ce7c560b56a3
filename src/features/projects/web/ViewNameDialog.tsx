import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'

type Props = {
  title: string
  button: string
  name: string
  shared: boolean
  done: (name: string, shared: boolean) => Promise<unknown>
  onClose: () => void
}

export function ViewNameDialog(props: Props) {
  const t = useWords('projects')
  const [name, setName] = useState(props.name)
  const [shared, setShared] = useState(props.shared)
  const [problem, setProblem] = useState('')
  const [isSaving, setSaving] = useState(false)
  async function save() {
    if (name.trim() === '') return setProblem(t('view.nameMissing'))
    setSaving(true)
    try {
      await props.done(name.trim(), shared)
      props.onClose()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
      setSaving(false)
    }
  }
  return (
    <Modal
      open
      width={400}
      title={props.title}
      okText={props.button}
      cancelText={t('cancel')}
      confirmLoading={isSaving}
      onOk={save}
      onCancel={props.onClose}
    >
      <Input
        autoFocus
        value={name}
        maxLength={40}
        status={problem ? 'error' : ''}
        placeholder={t('view.nameHint')}
        aria-label={t('view.name')}
        onChange={(event) => {
          setName(event.target.value)
          setProblem('')
        }}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) void save()
        }}
      />
      <p className="zt-view-problem" role="alert">
        {problem}
      </p>
      <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
        {t('view.shareHint')}
      </Checkbox>
    </Modal>
  )
}
