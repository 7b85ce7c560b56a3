import { useWords } from '../../../web/i18n/index.ts'
import { Choice, TextField } from '../../../web/ui/index.ts'
import { needsKey, tiandituLayers } from '../model/sources.ts'
import type { BasemapDraft } from './basemap-draft.ts'

type SourceFieldsProps = {
  draft: BasemapDraft
  files: readonly string[]
  hasKey: boolean
  onChange: (patch: Partial<BasemapDraft>) => void
}

/** Where the pictures come from, for each kind of base map. */
export function SourceFields({ draft, files, hasKey, onChange }: SourceFieldsProps) {
  const t = useWords('basemaps')
  const isTianditu = draft.kind === 'tianditu'
  return (
    <>
      {isTianditu && (
        <Choice
          label={t('layerTitle')}
          value={draft.layer}
          options={tiandituLayers.map((layer) => ({ value: layer, label: t(`layer.${layer}`) }))}
          onChange={(layer) => onChange({ layer })}
        />
      )}
      {draft.kind === 'address' && (
        <TextField
          label={t('address')}
          hint={t('addressHint')}
          value={draft.address}
          maxLength={1000}
          inputMode="url"
          spellCheck={false}
          onChange={(address) => onChange({ address })}
        />
      )}
      {needsKey(draft) && (
        <TextField
          label={t(isTianditu ? 'key' : 'keyOther')}
          hint={t(isTianditu ? 'keyHint' : 'keyOtherHint')}
          type="password"
          autoComplete="off"
          placeholder={hasKey ? t('keyKept') : ''}
          value={draft.key}
          maxLength={200}
          onChange={(key) => onChange({ key })}
        />
      )}
      {draft.kind === 'address' && (
        <TextField
          label={t('nearest')}
          hint={t('nearestHint')}
          type="number"
          min={1}
          max={22}
          step={1}
          required
          value={Number.isNaN(draft.nearest) ? '' : String(draft.nearest)}
          onChange={(nearest) =>
            onChange({ nearest: nearest === '' ? Number.NaN : Math.round(Number(nearest)) })
          }
        />
      )}
      {draft.kind === 'file' && <FileField draft={draft} files={files} onChange={onChange} />}
    </>
  )
}

function FileField({ draft, files, onChange }: Omit<SourceFieldsProps, 'hasKey'>) {
  const t = useWords('basemaps')
  if (files.length === 0) return <p className="zt-quiet">{t('noFiles')}</p>
  return (
    <label className="zt-field">
      <span>{t('file')}</span>
      <select required value={draft.file} onChange={(event) => onChange({ file: event.target.value })}>
        <option value="">{t('choose')}</option>
        {files.map((file) => (
          <option key={file}>{file}</option>
        ))}
      </select>
      <small className="zt-quiet">{t('fileHint')}</small>
    </label>
  )
}
