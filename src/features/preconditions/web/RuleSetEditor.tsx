import { Alert, App, Button, Checkbox, Input, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { type RuleInput, type RuleSets, ruleKinds } from '../contract.ts'
import { readRule } from '../model/rule-faults.ts'
import { ruleName } from '../model/rule-words.ts'
import { draftOf, newRule } from './new-rule.ts'
import { ParcelPicker } from './ParcelPicker.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import type { SetSource } from './set-sources.ts'
import { useRuleSetActs } from './use-rule-sets.ts'

type Drafted = { key: number; rule: RuleInput }
type RuleSetEditorProps = {
  source: SetSource
  sets: RuleSets
  /** With the set to be shown from now on. */
  onSaved: (key: string | undefined) => void
}

/** A set of rules, each in a line of fields, and the parcels that it binds. A published example is copied. */
export function RuleSetEditor({ source, sets, onSaved }: RuleSetEditorProps) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  const { message } = App.useApp()
  const { add, change, remove } = useRuleSetActs()
  const { set } = source
  const [name, setName] = useState(source.name)
  const [origin, setOrigin] = useState(source.source)
  const [isEverywhere, setEverywhere] = useState(set?.everywhere ?? source.preset === 'usual')
  const [parcels, setParcels] = useState(set?.parcels ?? [])
  const [rules, setRules] = useState<Drafted[]>(
    source.rules.map((rule, key) => ({ key, rule: draftOf(rule, set !== undefined) })),
  )
  const faults = rules.flatMap(({ rule }, at) => {
    const read = readRule(rule, '')
    return 'fault' in read ? [t('ruleFault', { place: at + 1, fault: read.fault[language] })] : []
  })
  const fault =
    faults[0] ?? (name.trim() === '' ? t('noName') : origin.trim() === '' ? t('noSource') : undefined)
  const problem = add.error ?? change.error ?? remove.error

  async function save() {
    const parts = {
      ...{ name: name.trim(), source: origin.trim(), everywhere: isEverywhere },
      rules: rules.map(({ rule }) => rule),
      parcelIds: isEverywhere ? [] : parcels.map(({ id }) => id),
    }
    if (set) await change.mutateAsync({ id: set.id, revision: set.revision, ...parts })
    else {
      const { id } = await add.mutateAsync({ ...parts, preset: source.preset })
      onSaved(id)
    }
    message.success(t('saved', { name: parts.name }))
  }
  async function drop() {
    if (!set) return
    await remove.mutateAsync({ id: set.id, revision: set.revision })
    message.success(t('removed', { name: set.name }))
    onSaved(undefined)
  }

  return (
    <section className="zt-rule-set" aria-label={source.name}>
      <h2>{source.name}</h2>
      {set?.contradictions.map(({ why, ruleIds, setNames }) => (
        <Alert
          key={ruleIds.join()}
          type="warning"
          title={t(`contradiction.${why}`, {
            rules: namesOf(ruleIds),
            sets: setNames.join(t('and')),
          })}
        />
      ))}
      <ol className="zt-rules">
        {rules.map(({ key, rule }) => (
          <RuleEditor
            key={key}
            rule={rule}
            indicators={sets.indicators}
            onChange={(next) => setRules(rules.map((one) => (one.key === key ? { key, rule: next } : one)))}
            onRemove={() => setRules(rules.filter((one) => one.key !== key))}
          />
        ))}
      </ol>
      <Select<RuleInput['kind'], { value: RuleInput['kind']; label: string }>
        className="zt-rule-add"
        value={null as unknown as RuleInput['kind']}
        placeholder={t('addRule')}
        aria-label={t('addRule')}
        options={ruleKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChange={(kind) =>
          setRules([
            ...rules,
            { key: Math.max(-1, ...rules.map((one) => one.key)) + 1, rule: newRule(kind, origin) },
          ])
        }
      />
      <div className="zt-rule-fields">
        <div>
          <span>{t('name')}</span>
          <Input
            aria-label={t('name')}
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div>
          <span>{t('source')}</span>
          <Input
            aria-label={t('source')}
            value={origin}
            maxLength={200}
            onChange={(event) => setOrigin(event.target.value)}
          />
        </div>
      </div>
      <Checkbox checked={isEverywhere} onChange={(event) => setEverywhere(event.target.checked)}>
        {t('forEvery')}
      </Checkbox>
      {!isEverywhere && <ParcelPicker parcels={parcels} onChange={setParcels} />}
      {fault && <Alert type="warning" title={fault} />}
      {problem && <Alert type="error" title={problem.message} />}
      <div className="zt-rule-acts">
        <Button
          type="primary"
          disabled={fault !== undefined}
          loading={add.isPending || change.isPending}
          onClick={() => void save().catch(() => {})}
        >
          {t(set ? 'save' : 'saveAs')}
        </Button>
        {set && (
          <Popconfirm
            title={t('removeTitle', { name: set.name })}
            description={t('removeHint')}
            okText={t('remove')}
            cancelText={t('cancel')}
            onConfirm={() => void drop().catch(() => {})}
          >
            <Button type="text" danger loading={remove.isPending}>
              {t('removeAsk')}
            </Button>
          </Popconfirm>
        )}
      </div>
    </section>
  )

  function namesOf(ids: readonly string[]) {
    const all = sets.items.flatMap((one) => one.rules).filter(({ id }) => ids.includes(id))
    return [...new Set(all.map((rule) => ruleName(rule, language)))].join(t('and'))
  }
}
