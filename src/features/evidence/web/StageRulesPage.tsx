import { App, Button } from 'antd'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { SettingsTabs } from '../../../web/SettingsTabs.tsx'
import { useMay } from '../../../web/session.tsx'
import { ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { milestoneWords, stageWords } from '../../projects/stages.ts'
import type { StageRule } from '../contract.ts'
import { paperKindLabel } from '../paper-kinds.ts'
import { ReasonSettings } from './ReasonSettings.tsx'
import { RuleDialog } from './RuleDialog.tsx'
import { useRuleActs, useRules } from './use-rules.ts'
import './stage-rules.css'

/** What each stage needs, and why projects stop: the zone's own words over the presets. */
export function StageRulesPage() {
  const t = useWords('evidence')
  const may = useMay()
  const rules = useRules()
  const [edited, setEdited] = useState<StageRule>()
  if (!may('stageRule:update'))
    return (
      <Page title={t('rules')}>
        <RefusedState />
      </Page>
    )
  return (
    <Page title={t('frame:settings')} tabs={<SettingsTabs />}>
      {rules.isError && <ErrorState error={rules.error} retry={() => void rules.refetch()} />}
      {rules.isPending && <LoadingBar />}
      {rules.data && (
        <div className="zt-stage-rules">
          <p className="zt-quiet">{t('rule.lead')}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('rule.stage')}</th>
                <th scope="col">{t('rule.needs')}</th>
                <th scope="col">{t('rule.verified')}</th>
                <th scope="col">{t('rule.source')}</th>
                <th scope="col">
                  <span className="zt-unseen">{t('rule.edit')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rules.data.items.map((rule) => (
                <RuleRow key={rule.stage} rule={rule} onEdit={() => setEdited(rule)} />
              ))}
            </tbody>
          </table>
          <ReasonSettings />
        </div>
      )}
      {edited && <RuleDialog rule={edited} onClose={() => setEdited(undefined)} />}
    </Page>
  )
}

function RuleRow({ rule, onEdit }: { rule: StageRule; onEdit: () => void }) {
  const t = useWords('evidence')
  const { language } = useLanguage()
  const { message } = App.useApp()
  const { reset } = useRuleActs()
  const stage = stageWords[rule.stage][language]

  const toPreset = () =>
    reset.mutateAsync(rule).then(
      () => void message.success(t('rule.toPresetDone', { stage })),
      (problem: Error) => void message.error(problem.message),
    )

  return (
    <tr>
      <th scope="row">{stage}</th>
      <td>
        {rule.needs.length === 0 && <span className="zt-quiet">{t('rule.nothing')}</span>}
        <ul>
          {rule.needs.map(({ milestone, papers }) => (
            <li key={`${milestone} ${papers.join()}`}>
              {milestoneWords[milestone][language]}
              {' · '}
              {papers.length === 0
                ? t('rule.dateOnly')
                : papers.map((kind) => paperKindLabel(kind, language)).join(` ${t('item.any')} `)}
            </li>
          ))}
        </ul>
      </td>
      <td>{t(rule.verified ? 'rule.yes' : 'rule.no')}</td>
      <td>
        {rule.source} <span className="zt-quiet">· {t(rule.isPreset ? 'rule.preset' : 'rule.own')}</span>
      </td>
      <td>
        <Button size="small" onClick={onEdit} aria-label={`${t('rule.edit')} ${stage}`}>
          {t('rule.edit')}
        </Button>
        {!rule.isPreset && (
          <Button type="text" size="small" loading={reset.isPending} onClick={() => void toPreset()}>
            {t('rule.toPreset')}
          </Button>
        )}
      </td>
    </tr>
  )
}
