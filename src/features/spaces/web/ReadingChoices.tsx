import { Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { systemOf, systems } from '../../../engine/geometry/systems.ts'
import { useLanguage, useWords, type Words } from '../../../web/i18n/index.ts'
import { reasonWords } from '../finding-words.ts'
import { areaUnits, type ParcelImport, type ReadingPatch, shifts } from '../import-contract.ts'
import { type Language, shiftWords, systemName, unitWords } from '../shown-values.ts'
import { parcelStatuses, parcelStatusWords } from '../statuses.ts'

export type ReadingChange = (patch: Omit<ReadingPatch, 'revision'>) => void
type ReadingChoicesProps = { file: ParcelImport; onChange: ReadingChange | undefined }

/** System, order, shift, unit, status: each with what it is now and why, changed by hand. */
export function ReadingChoices({ file: { reading }, onChange }: ReadingChoicesProps) {
  const t = useWords('parcelImports')
  const { language } = useLanguage()
  const disabled = onChange === undefined
  const answer = reading.epsg === null ? undefined : systemOf(reading.epsg)
  const isGeographic = answer?.ok === true && answer.system.kind === 'geographic'
  // Whoever moves the land by hand looks at it once more.
  const move = (patch: Omit<ReadingPatch, 'revision'>) => onChange?.({ ...patch, confirmed: false })
  const order = isGeographic ? 'degrees' : 'metres'
  return (
    <div className="zt-reading-choices">
      <Line label={t('read.system')} why={whyWords(reading, language, t)}>
        <Select
          aria-label={t('read.system')}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          disabled={disabled}
          value={reading.epsg ?? undefined}
          placeholder={t('read.chooseSystem')}
          options={systemOptions(reading, language, t)}
          onChange={(epsg: number) => {
            const known = reading.proposals.find((one) => one.epsg === epsg)
            move({ epsg, ...(known ? { swapped: known.swapped } : {}) })
          }}
        />
      </Line>
      <Line label={t('read.order')} why={t(`read.orderWhy.${order}`)}>
        <Radio.Group
          aria-label={t('read.order')}
          disabled={disabled}
          value={reading.swapped}
          onChange={(event) => move({ swapped: event.target.value as boolean })}
          options={[
            { value: true, label: t(`read.northFirst.${order}`) },
            { value: false, label: t(`read.eastFirst.${order}`) },
          ]}
        />
      </Line>
      {isGeographic && (
        <Line label={t('read.shift')} why={t('read.shiftWhy')}>
          <Radio.Group
            aria-label={t('read.shift')}
            disabled={disabled}
            value={reading.shift}
            onChange={(event) => move({ shift: event.target.value })}
            options={shifts.map((value) => ({ value, label: shiftWords[value][language] }))}
          />
        </Line>
      )}
      {reading.fields['area'] && (
        <Line label={t('read.unit')} why={t('read.unitWhy', { field: reading.fields['area'] })}>
          <Radio.Group
            aria-label={t('read.unit')}
            disabled={disabled}
            value={reading.areaUnit}
            onChange={(event) => onChange?.({ areaUnit: event.target.value })}
            options={areaUnits.map((value) => ({ value, label: unitWords[value][language] }))}
          />
        </Line>
      )}
      <Line label={t('read.status')} why={t('read.statusWhy')}>
        <Select
          aria-label={t('read.status')}
          popupMatchSelectWidth={false}
          disabled={disabled}
          value={reading.status}
          onChange={(status) => onChange?.({ status })}
          options={parcelStatuses.map((value) => ({ value, label: parcelStatusWords[value][language] }))}
        />
      </Line>
    </div>
  )
}

function Line({ label, why, children }: { label: string; why: string; children: ReactNode }) {
  return (
    <div className="zt-reading-line">
      <span className="zt-reading-label">{label}</span>
      <div>
        {children}
        <p className="zt-quiet">{why}</p>
      </div>
    </div>
  )
}

type Reading = ParcelImport['reading']

/** Proposals first, then every system, gathered by their kind. */
function systemOptions({ proposals, epsg }: Reading, language: Language, t: Words) {
  const option = (value: number) => ({ value, label: systemName(value, language) })
  const proposed = [...new Set(proposals.map((one) => one.epsg))]
  const others = systems.filter((one) => !proposed.includes(one.epsg))
  const group = (label: string, those: readonly { epsg: number }[]) => ({
    label: t(`read.group.${label}`),
    title: label,
    options: those.map((one) => option(one.epsg)),
  })
  const zones = (width: 3 | 6, prefixed: boolean) =>
    others.filter(({ zone }) => zone?.width === width && zone.prefixed === prefixed)
  return [
    { label: t('read.group.proposed'), title: 'proposed', options: proposed.map(option) },
    group(
      'degrees',
      others.filter(({ kind }) => kind === 'geographic'),
    ),
    group('prefixed3', zones(3, true)),
    group('plain3', zones(3, false)),
    group('prefixed6', zones(6, true)),
    group('plain6', zones(6, false)),
    group(
      'web',
      others.filter(({ kind, zone }) => kind === 'plane' && !zone),
    ),
  ].filter(({ options }) => options.length > 0 || epsg === undefined)
}

/** Why it is read so, or that somebody chose it. */
function whyWords({ epsg, swapped, proposals }: Reading, language: Language, t: Words): string {
  if (epsg === null) return t('read.noneProposed')
  const own = proposals.find((one) => one.epsg === epsg && one.swapped === swapped)
  if (!own) return t('read.chosen')
  const reasons = own.why.map((why) =>
    Object.hasOwn(reasonWords, why) ? reasonWords[why as keyof typeof reasonWords][language] : why,
  )
  return t('read.because', { reasons: reasons.join(language === 'zh' ? '，' : '; ') })
}
