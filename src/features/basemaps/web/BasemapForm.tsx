import { type FormEvent, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, Choice, TextField } from '../../../web/ui/index.ts'
import type { Basemap } from '../contract.ts'
import { basemapKinds, basemapSystems, needsKey } from '../model/sources.ts'
import type { BasemapDraft } from './basemap-draft.ts'
import { CheckLine } from './CheckLine.tsx'
import { SourceFields } from './SourceFields.tsx'
import { type useBasemapCheck, useSaveBasemap } from './use-basemap-setting.ts'

type BasemapFormProps = { setting: Basemap; check: ReturnType<typeof useBasemapCheck> }

export function BasemapForm({ setting, check }: BasemapFormProps) {
  const t = useWords('basemaps')
  const { hasKey, files, revision, abilities, ...values } = setting
  const [draft, setDraft] = useState<BasemapDraft>({ ...values, key: '' })
  const save = useSaveBasemap()
  const change = (patch: Partial<BasemapDraft>) => {
    setDraft({ ...draft, ...patch })
    save.reset()
    check.reset()
  }
  const isChanged = Object.entries({ ...values, key: '' }).some(
    ([name, value]) => draft[name as keyof BasemapDraft] !== value,
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    const { key, ...rest } = draft
    save.mutate(
      { revision, ...rest, ...(needsKey(draft) && key ? { key } : {}) },
      { onSuccess: () => (rest.kind === 'none' ? check.reset() : check.mutate()) },
    )
  }
  function choose(kind: Basemap['kind']) {
    const isTianditu = kind === 'tianditu'
    change({
      kind,
      ...(isTianditu ? { system: 'cgcs2000' as const } : {}),
      ...(isTianditu && !draft.credit ? { credit: t('tiandituCredit') } : {}),
    })
  }

  return (
    <form className="zt-form" onSubmit={submit}>
      <Choice
        label={t('which')}
        value={draft.kind}
        options={basemapKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChange={choose}
      />
      {draft.kind === 'none' && <p className="zt-quiet">{t('none')}</p>}
      <SourceFields draft={draft} files={files} hasKey={hasKey} onChange={change} />
      {draft.kind === 'tianditu' && <p className="zt-quiet">{t('systemFixed')}</p>}
      {(draft.kind === 'address' || draft.kind === 'file') && (
        <div className="zt-field">
          <span>{t('system')}</span>
          <Choice
            label={t('system')}
            value={draft.system}
            options={basemapSystems.map((system) => ({ value: system, label: t(`systems.${system}`) }))}
            onChange={(system) => change({ system })}
          />
          <small className="zt-quiet">{t('systemHint')}</small>
        </div>
      )}
      {draft.kind !== 'none' && (
        <TextField
          label={t('credit')}
          hint={t('creditHint')}
          value={draft.credit}
          maxLength={120}
          onChange={(credit) => change({ credit })}
        />
      )}
      <p className="zt-form-problem" role="alert">
        {save.error?.message}
      </p>
      {abilities.includes('update') && (
        <div className="zt-basemap-acts">
          <Button kind="primary" type="submit" disabled={!isChanged || save.isPending}>
            {t('save')}
          </Button>
          {!isChanged && values.kind !== 'none' && (
            <Button onClick={() => check.mutate()} disabled={check.isPending}>
              {t('check')}
            </Button>
          )}
        </div>
      )}
      <CheckLine check={check} />
    </form>
  )
}
