import { Alert, App, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { type MilestoneKind, milestoneWords } from '../../projects/stages.ts'
import type { Evidence } from '../contract.ts'
import { paperKindLabel, paperKinds } from '../paper-kinds.ts'
import { useEvidenceActs } from './use-evidence.ts'

const megabyte = 1024 ** 2
const accepted = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.ofd'

/** A file to a milestone, with what it is. The kinds that the rules ask for come first. */
export function PaperDialog({
  projectId,
  evidence,
  milestone,
  onClose,
}: {
  projectId: string
  evidence: Evidence
  milestone: MilestoneKind
  onClose: () => void
}) {
  const t = useWords('evidence')
  const { language } = useLanguage()
  const { message } = App.useApp()
  const { file: act } = useEvidenceActs(projectId)
  const [file, setFile] = useState<File>()
  const needs = evidence.stages.flatMap((stage) => stage.needs).filter((need) => need.milestone === milestone)
  const wanted = [...new Set(needs.flatMap((need) => need.papers))]
  const lacking = needs.find((need) => !need.hasPaper)?.papers[0]
  const [kind, setKind] = useState<string | undefined>(lacking ?? wanted[0])
  const { paperMegabytes: megabytes } = evidence
  const isTooLarge = file !== undefined && file.size > megabytes * megabyte

  async function send() {
    if (!file || !kind) return
    await act.mutateAsync({ milestone, kind, file })
    message.success(t('paper.sent', { name: file.name }))
    onClose()
  }

  return (
    <Modal
      open
      title={t('paper.title', { milestone: milestoneWords[milestone][language] })}
      okText={file ? t('paper.send', { name: file.name }) : t('paper.sendNothing')}
      okButtonProps={{ disabled: !file || !kind || isTooLarge }}
      cancelText={t('cancel')}
      confirmLoading={act.isPending}
      onOk={() => void send().catch(() => {})}
      onCancel={onClose}
      width={460}
    >
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t('paper.kind')} extra={t('paper.kindHint')}>
          <Select
            mode="tags"
            maxCount={1}
            aria-label={t('paper.kind')}
            value={kind ? [kind] : []}
            onChange={(kinds: string[]) => setKind(kinds.at(-1)?.trim().slice(0, 40) || undefined)}
            options={[...wanted, ...paperKinds.filter((one) => !wanted.includes(one))].map((one) => ({
              value: one,
              label: paperKindLabel(one, language),
            }))}
            optionFilterProp="label"
          />
        </Form.Item>
        <Form.Item label={t('paper.file')} extra={t('paper.fileHint', { megabytes })}>
          <input
            type="file"
            accept={accepted}
            aria-label={t('paper.choose')}
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        </Form.Item>
        {isTooLarge && (
          <Alert
            type="error"
            title={t('paper.tooLarge', {
              name: file.name,
              size: Math.ceil(file.size / megabyte),
              megabytes,
            })}
          />
        )}
        {act.error && <Alert type="error" title={act.error.message} />}
      </Form>
    </Modal>
  )
}
