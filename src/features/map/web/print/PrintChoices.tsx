import { useId } from 'react'
import { useAddress } from '../../../../web/address.ts'
import { showNumber } from '../../../../web/format.ts'
import { useWords } from '../../../../web/i18n/index.ts'
import type { DrawingLimits } from '../../../../web/map/canvas-window.ts'
import { Choice, TextField } from '../../../../web/ui/index.ts'
import { dotsOn } from './map-drawing.ts'
import { fineness, papers, type Turn, turns } from './paper.ts'
import type { Plan } from './plan.ts'
import { longestTitle, type PrintAsked, withoutText } from './print-address.ts'

type PrintChoicesProps = {
  asked: PrintAsked
  plan: Plan
  limits: DrawingLimits
  title: string
  onTitle: (title: string) => void
}

/** Which sheet, how fine, what of the ground and what besides: all of it in the address. */
export function PrintChoices({ asked, plan, limits, title, onTitle }: PrintChoicesProps) {
  const t = useWords('print')
  const { setSearch } = useAddress()
  const set = (patch: Record<string, string | undefined>) => setSearch(patch, { replace: true })
  const scale = typeof asked.extent === 'number' ? asked.extent : undefined
  const scales = [...new Set([...plan.scales, ...(scale ? [scale] : [])])].sort((a, b) => a - b)
  return (
    <div className="zt-print-choices">
      <TextField
        label={t('title')}
        value={title}
        maxLength={longestTitle}
        onChange={onTitle}
        onBlur={({ target }) => set({ title: target.value.trim() || undefined })}
      />
      <Select
        label={t('paper')}
        value={asked.paper}
        onChange={(paper) => set({ paper })}
        options={papers.map((paper) => [paper, paper.toUpperCase()])}
      />
      <Choice<Turn>
        label={t('turn')}
        value={asked.turn}
        options={turns.map((value) => ({ value, label: t(`turned.${value}`) }))}
        onChange={(turn) => set({ turn: turn === 'across' ? undefined : turn })}
      />
      <Select
        label={t('extent')}
        value={String(asked.extent)}
        onChange={(next) => set({ scale: next === 'sight' ? undefined : next })}
        options={[
          ...(asked.sight ? [['sight', t('inSight')] as const] : []),
          ['zone', t(asked.map.unitId ? 'wholeCorps' : 'wholeZone')],
          ...scales.map((one) => [String(one), t('ratio', { scale: showNumber(one) })] as const),
        ]}
      />
      <FinenessChoice asked={asked} plan={plan} limits={limits} onChange={(dpi) => set({ dpi })} />
      {(['hasLegend', 'hasNorth'] as const).map((part) => (
        <label key={part} className="zt-print-tick">
          <input
            type="checkbox"
            checked={asked[part]}
            onChange={({ target }) => set({ without: withoutText({ ...asked, [part]: target.checked }) })}
          />
          {t(part)}
        </label>
      ))}
    </div>
  )
}

type FinenessChoiceProps = Pick<PrintChoicesProps, 'asked' | 'plan' | 'limits'> & {
  onChange: (dpi: string) => void
}

/** Finer than the graphics card can draw is not offered, and says why. */
function FinenessChoice({ asked, plan, limits, onChange }: FinenessChoiceProps) {
  const t = useWords('print')
  const refused = fineness.filter((dpi) => !canBeDrawn(plan, dpi, limits))
  const { width, height } = dotsOn(plan, asked.dpi)
  const [tooFine] = refused
  const told = [t('dots', { width: showNumber(width), height: showNumber(height) })]
  if (tooFine) {
    const { mapWidth, mapHeight } = dotsOn(plan, tooFine)
    const most = Math.min(limits.widest, limits.highest)
    told.push(
      t('tooFine', { dpi: tooFine, most: showNumber(most), dots: showNumber(Math.max(mapWidth, mapHeight)) }),
    )
  }
  return (
    <Select
      label={t('fineness')}
      value={String(asked.dpi)}
      onChange={onChange}
      options={fineness.map((dpi) => [String(dpi), `${dpi} dpi`])}
      refused={refused.map(String)}
      hint={told.join(t('stop'))}
    />
  )
}

export function canBeDrawn(plan: Plan, dpi: number, { widest, highest }: DrawingLimits): boolean {
  const { mapWidth, mapHeight } = dotsOn(plan, dpi)
  return mapWidth <= widest && mapHeight <= highest
}

type SelectProps = {
  label: string
  value: string
  options: readonly (readonly [value: string, words: string])[]
  refused?: readonly string[]
  hint?: string
  onChange: (value: string) => void
}

function Select({ label, value, options, refused = [], hint, onChange }: SelectProps) {
  const hintId = useId()
  return (
    <label className="zt-field">
      <span>{label}</span>
      <select
        value={value}
        aria-describedby={hint ? hintId : undefined}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map(([one, words]) => (
          <option key={one} value={one} disabled={refused.includes(one)}>
            {words}
          </option>
        ))}
      </select>
      {hint && (
        <small id={hintId} className="zt-quiet">
          {hint}
        </small>
      )}
    </label>
  )
}
