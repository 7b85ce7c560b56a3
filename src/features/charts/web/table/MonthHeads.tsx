import type { Day, Month } from '../../../../shared/days.ts'
import { useLanguage, useWords } from '../../../../web/i18n/index.ts'

/** Months across; the year is said where it begins. */
export function MonthHeads({ months, today }: { months: readonly Month[]; today: Day }) {
  const t = useWords('charts')
  const { language } = useLanguage()
  return (
    <div role="rowgroup" className="zt-battle-head">
      <div role="row" aria-rowindex={1} className="zt-battle-months">
        <div role="columnheader" aria-colindex={1} className="zt-battle-name">
          {t('project')}
        </div>
        {months.map((month, at) => (
          <div
            key={month}
            role="columnheader"
            aria-colindex={at + 2}
            data-now={month === today.slice(0, 7) || undefined}
          >
            {monthWords(month, at === 0 || month.endsWith('-01'), language)}
          </div>
        ))}
      </div>
    </div>
  )
}

function monthWords(month: Month, withYear: boolean, language: 'zh' | 'en'): string {
  if (language === 'en') return withYear ? month : month.slice(5)
  const short = `${Number(month.slice(5))}月`
  return withYear ? `${month.slice(0, 4)}年${short}` : short
}
