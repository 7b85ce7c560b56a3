import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { levelWords } from '../ladder.ts'
import type { Asked } from './asked.ts'

type ListHeadProps = { asked: Asked; total: number; corpsName: (id: string | null) => string }

/** Says which rows stand below, and how many. */
export function ListHead({ asked: { corps, level, state }, total, corpsName }: ListHeadProps) {
  const t = useWords('blockers')
  const { language } = useLanguage()
  return (
    <h2>
      {corps ? corpsName(corps === 'none' ? null : corps) : t('allCorps')}{' '}
      <span className="zt-quiet">
        {level
          ? t('countedAt', { level: levelWords[level][language], count: total })
          : t('counted', { count: total, state: t(state ?? 'open') })}
      </span>
    </h2>
  )
}
