import { holidayYears } from '../../../engine/calendar/holidays.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import './provisional.css'

const knownByLaw = new Set(holidayYears.map(({ year }) => year))

/** Says when days are counted in a year whose holidays are not known for sure. */
export function Provisional({ years }: { years: readonly number[] }) {
  const t = useWords('approvals')
  const { language } = useLanguage()
  const told = (key: string, some: readonly number[]) =>
    some.length > 0 && (
      <p>
        <span aria-hidden="true">▲</span> {t(key, { years: some.join(language === 'zh' ? '、' : ', ') })}
      </p>
    )
  if (years.length === 0) return null
  return (
    <div className="zt-provisional" role="note">
      {told(
        'byLaw',
        years.filter((year) => knownByLaw.has(year)),
      )}
      {told(
        'byWeekends',
        years.filter((year) => !knownByLaw.has(year)),
      )}
    </div>
  )
}
