import { Alert, App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { standingWords } from '../../projects/stages.ts'
import type { Reason, ReasonList } from '../contract.ts'
import { useReasons, useRuleActs } from './use-rules.ts'

/** The reasons that a zone lets its projects stop for. */
export function ReasonSettings() {
  const t = useWords('evidence')
  const { language } = useLanguage()
  const reasons = useReasons()
  const [edited, setEdited] = useState<ReasonList>()
  return (
    <section aria-label={t('reason.title')}>
      <h2>{t('reason.title')}</h2>
      <p className="zt-quiet">{t('reason.lead')}</p>
      <ul className="zt-reasons">
        {reasons.data?.items.map((list) => {
          const standing = standingWords[list.standing][language]
          return (
            <li key={list.standing}>
              <b>{standing}</b>
              <span>
                {list.reasons
                  .map(({ zh, en }) => (language === 'en' ? (en ?? zh) : zh))
                  .join(language === 'en' ? ' · ' : '、')}{' '}
                <span className="zt-quiet">· {t(list.isPreset ? 'rule.preset' : 'rule.own')}</span>
              </span>
              <Button
                size="small"
                onClick={() => setEdited(list)}
                aria-label={t('reason.edit', { standing })}
              >
                {t('rule.edit')}
              </Button>
            </li>
          )
        })}
      </ul>
      {edited && <ReasonDialog list={edited} onClose={() => setEdited(undefined)} />}
    </section>
  )
}

const bar = /\s*[|｜]\s*/
const textOf = (reasons: readonly Reason[]) =>
  reasons.map(({ zh, en }) => (en ? `${zh} | ${en}` : zh)).join('\n')
const reasonsOf = (text: string): Reason[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [zh = '', en] = line.split(bar)
      return { zh, en: en || null }
    })

function ReasonDialog({ list, onClose }: { list: ReasonList; onClose: () => void }) {
  const t = useWords('evidence')
  const { language } = useLanguage()
  const { message } = App.useApp()
  const { saveReasons } = useRuleActs()
  const [text, setText] = useState(() => textOf(list.reasons))
  const standing = standingWords[list.standing][language]
  const reasons = reasonsOf(text)

  async function save() {
    await saveReasons.mutateAsync({
      standing: list.standing,
      from: list.reasons.map(({ zh }) => zh),
      reasons,
    })
    message.success(t('reason.saved', { standing }))
    onClose()
  }

  return (
    <Modal
      open
      title={t('reason.edit', { standing })}
      okText={t('save')}
      okButtonProps={{ disabled: reasons.length === 0 }}
      cancelText={t('cancel')}
      confirmLoading={saveReasons.isPending}
      onOk={() => void save().catch(() => {})}
      onCancel={onClose}
    >
      <Input.TextArea
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoSize={{ minRows: 6, maxRows: 16 }}
        aria-label={t('reason.edit', { standing })}
      />
      {reasons.length === 0 && <p className="zt-late">{t('reason.empty')}</p>}
      {saveReasons.error && <Alert type="error" title={saveReasons.error.message} />}
    </Modal>
  )
}
