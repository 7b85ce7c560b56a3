import { Alert, App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { Part } from '../../../engine/lights/rule.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { type LightRules, partKinds } from '../contract.ts'
import { partWords } from '../model/part-fields.ts'
import { ruleFault } from '../model/rule-faults.ts'
import { ChangePreview } from './ChangePreview.tsx'
import { InForceDialog } from './InForceDialog.tsx'
import { newPart } from './new-part.ts'
import { PartEditor } from './PartEditor.tsx'
import type { RuleSource } from './rule-sources.ts'
import { useLightRuleActs } from './use-light-rules.ts'

type Drafted = { id: number; part: Part }
type RuleEditorProps = {
  source: RuleSource
  rules: LightRules
  /** With the rule to be shown from now on; none: the one in force. */
  onSaved: (key: string | undefined) => void
}

/** A rule's parts in plain words, each bound a field, and what would change beside. A preset, or what is in force, is copied. */
export function RuleEditor({ source, rules, onSaved }: RuleEditorProps) {
  const t = useWords('lights')
  const { language } = useLanguage()
  const may = useMay()
  const { message } = App.useApp()
  const { add, change, remove } = useLightRuleActs()
  const [isPutting, setPutting] = useState(false)
  const mayAdd = rules.abilities.includes('create')
  const mayChange = source.abilities.includes('update')
  const [name, setName] = useState(mayChange ? source.name : t('copyOf', { name: source.name }))
  const [parts, setParts] = useState<Drafted[]>(source.definition.parts.map((part, id) => ({ id, part })))
  const definition = { parts: parts.map(({ part }) => part) }
  const isEdited = JSON.stringify(definition) !== JSON.stringify(source.definition)
  const isRenamed = mayChange && name.trim() !== source.name
  const fault =
    parts.length === 0
      ? t('noPart')
      : (ruleFault(definition)?.[language] ?? (name.trim() ? undefined : t('noName')))
  const problem = add.error ?? change.error ?? remove.error

  async function save() {
    if (mayChange) {
      const { key: id, revision } = source
      await change.mutateAsync({ id, revision, name, definition })
    } else {
      const { id } = await add.mutateAsync({ name, preset: source.preset, definition })
      onSaved(id)
    }
    message.success(t('saved', { name: name.trim() }))
  }
  const drop = () =>
    remove.mutateAsync({ id: source.key, revision: source.revision }).then(() => {
      message.success(t('removed', { name: source.name }))
      onSaved(undefined)
    })

  return (
    <div className="zt-light-editor">
      <section>
        <h2>{source.name}</h2>
        {source.note && <p className="zt-quiet">{source.note}</p>}
        {source.isOwn && !mayChange && (
          <p className="zt-quiet">{t('fixed', { month: source.fromMonth ?? '' })}</p>
        )}
        <p className="zt-quiet">{t('worst')}</p>
        <ol className="zt-light-parts">
          {parts.map(({ id, part }) => (
            <PartEditor
              key={id}
              part={part}
              onChange={(next) => setParts(parts.map((one) => (one.id === id ? { id, part: next } : one)))}
              onRemove={() => setParts(parts.filter((one) => one.id !== id))}
            />
          ))}
        </ol>
        <Select<Part['kind'], { value: Part['kind']; label: string }>
          className="zt-light-add"
          value={null as unknown as Part['kind']}
          placeholder={t('addPart')}
          aria-label={t('addPart')}
          options={partKinds.map((kind) => ({ value: kind, label: partWords[kind][language] }))}
          onChange={(kind) =>
            setParts([...parts, { id: Math.max(-1, ...parts.map((one) => one.id)) + 1, part: newPart(kind) }])
          }
        />
        {fault && <Alert type="warning" title={fault} />}
        {problem && <Alert type="error" title={problem.message} />}
        {mayAdd && (
          <div className="zt-light-acts">
            <span className="zt-light-name">
              {t('name')}{' '}
              <Input
                aria-label={t('name')}
                value={name}
                maxLength={60}
                onChange={(event) => setName(event.target.value)}
              />
            </span>
            <Button
              type={isEdited || !source.isOwn ? 'primary' : 'default'}
              disabled={Boolean(fault) || (mayChange && !isEdited && !isRenamed)}
              loading={add.isPending || change.isPending}
              onClick={() => void save().catch(() => {})}
            >
              {t(mayChange ? 'save' : 'saveAs')}
            </Button>
            {mayChange && (
              <Button
                type={isEdited ? 'default' : 'primary'}
                disabled={isEdited}
                onClick={() => setPutting(true)}
              >
                {t('putInForce')}
              </Button>
            )}
            {source.abilities.includes('remove') && (
              <Button type="text" loading={remove.isPending} onClick={() => void drop().catch(() => {})}>
                {t('remove')}
              </Button>
            )}
          </div>
        )}
        {!source.isOwn && <p className="zt-quiet">{t('copyHint')}</p>}
      </section>
      {may('project:read') ? (
        <ChangePreview definition={fault ? undefined : definition} rules={rules} />
      ) : (
        <p className="zt-quiet">{t('preview.closed')}</p>
      )}
      {isPutting && <InForceDialog source={source} rules={rules} onClose={() => setPutting(false)} />}
    </div>
  )
}
