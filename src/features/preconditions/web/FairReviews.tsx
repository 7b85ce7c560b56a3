import { Alert, App, Button, DatePicker, Form, Input, Modal, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { Paper } from '../../evidence/contract.ts'
import { conclusions, type FairReview, type FairReviewInput, type Preconditions } from '../contract.ts'
import { PaperField } from './PaperField.tsx'
import { usePreconditionActs } from './use-preconditions.ts'

type FairReviewsProps = { projectId: string; check: Preconditions; papers: readonly Paper[] }

/** What the reviews of fair competition found, the newest first: by it a project may be signed or not. */
export function FairReviews({ projectId, check, papers }: FairReviewsProps) {
  const t = useWords('preconditions')
  const [isOpen, setOpen] = useState(false)
  const { reviews, maySign, abilities } = check
  return (
    <section aria-label={t('review.title')}>
      <div className="zt-section-head">
        <h2>{t('review.title')}</h2>
        {abilities.includes('update') && (
          <Button type="text" size="small" onClick={() => setOpen(true)}>
            {t('review.add')}
          </Button>
        )}
      </div>
      <p className={maySign ? 'zt-quiet' : 'zt-verdict-count'}>
        {t(maySign ? 'review.maySign' : reviews.length === 0 ? 'review.none' : 'review.mayNotSign')}
      </p>
      <ul className="zt-reviews">
        {reviews.map((review) => (
          <Review key={review.id} review={review} />
        ))}
      </ul>
      {isOpen && <ReviewDialog projectId={projectId} papers={papers} onClose={() => setOpen(false)} />}
    </section>
  )
}

function Review({ review }: { review: FairReview }) {
  const t = useWords('preconditions')
  const { conclusion, basis, reviewedOn, paper, recordedBy } = review
  return (
    <li>
      <b>{t(`conclusion.${conclusion}`)}</b> <span>{reviewedOn}</span> <span>{basis}</span>{' '}
      <span className="zt-quiet">
        {paper} · {recordedBy}
      </span>
    </li>
  )
}

type Given = Omit<FairReviewInput, 'reviewedOn'> & { on: Dayjs }
type ReviewDialogProps = { projectId: string; papers: readonly Paper[]; onClose: () => void }

function ReviewDialog({ projectId, papers, onClose }: ReviewDialogProps) {
  const t = useWords('preconditions')
  const { message } = App.useApp()
  const { review } = usePreconditionActs(projectId)
  const [form] = Form.useForm<Given>()

  async function record({ on, ...given }: Given) {
    await review.mutateAsync({ ...given, basis: given.basis.trim(), reviewedOn: on.format('YYYY-MM-DD') })
    message.success(t('review.done'))
    onClose()
  }

  return (
    <Modal
      open
      title={t('review.add')}
      okText={t('review.ok')}
      okButtonProps={{ disabled: papers.length === 0 }}
      cancelText={t('cancel')}
      confirmLoading={review.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <p className="zt-quiet">{t('review.hint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(given) => void record(given).catch(() => {})}
      >
        <Form.Item
          name="conclusion"
          label={t('review.conclusion')}
          rules={[{ required: true, message: t('review.choose') }]}
        >
          <Select options={conclusions.map((value) => ({ value, label: t(`conclusion.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="on"
          label={t('review.on')}
          rules={[{ required: true, message: t('review.dayNeeded') }]}
        >
          <DatePicker disabledDate={(day) => day.valueOf() > Date.now()} />
        </Form.Item>
        <Form.Item
          name="basis"
          label={t('review.basis')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('review.basisNeeded') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
        <PaperField papers={papers} label={t('paper')} isNeeded />
        {review.error && <Alert type="error" title={review.error.message} />}
      </Form>
    </Modal>
  )
}
