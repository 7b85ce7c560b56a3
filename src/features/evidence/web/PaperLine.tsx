import { App, Button } from 'antd'
import { api } from '../../../web/api.ts'
import { showTime } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Paper } from '../contract.ts'
import { paperKindLabel } from '../paper-kinds.ts'

/** A paper: what it is, its file to be saved, who added it. */
export function PaperLine({
  projectId,
  paper,
  onRemove,
}: {
  projectId: string
  paper: Paper
  onRemove: () => Promise<unknown>
}) {
  const t = useWords('evidence')
  const { language } = useLanguage()
  const { message, modal } = App.useApp()
  const name = paper.fileName

  function ask() {
    modal.confirm({
      title: t('tab.removeAsk', { name }),
      content: t('tab.removeText'),
      okText: t('tab.remove'),
      cancelText: t('cancel'),
      onOk: () =>
        onRemove().then(
          () => void message.success(t('tab.removed', { name })),
          (problem: Error) => void message.error(problem.message),
        ),
    })
  }

  return (
    <p className="zt-evidence-paper">
      <span>{paperKindLabel(paper.kind, language)}</span>
      <a href={api.address(`/projects/${projectId}/papers/${paper.id}/file`)} download>
        {name}
      </a>
      <span className="zt-quiet">
        {paper.format.toUpperCase()} · {t('tab.by', { name: paper.addedBy, time: showTime(paper.addedAt) })}
      </span>
      {paper.abilities.includes('remove') && (
        <Button type="text" size="small" onClick={ask} aria-label={`${t('tab.remove')} ${name}`}>
          {t('tab.remove')}
        </Button>
      )}
    </p>
  )
}
