import { showMoney } from '../../../../web/format.ts'
import { useLanguage, useWords } from '../../../../web/i18n/index.ts'
import { Light } from '../../../../web/ui/index.ts'
import { lightSentence } from '../../../lights/model/sentence.ts'
import type { Marks } from '../use-marks.ts'
import type { WallFigures } from '../use-wall-figures.ts'

/** Projects with a red light, the largest first, each with why in one sentence. */
export function RedList({ figures, marks }: { figures: WallFigures; marks: Marks }) {
  const t = useWords('wall')
  const { language } = useLanguage()
  const { items, total } = figures.red
  const corps = new Map(figures.corps.map(({ id, name }) => [id, name]))
  if (total === 0) return <p className="zt-wall-none">{t('noRed')}</p>
  return (
    <div className="zt-wall-list">
      <ol>
        {items.map(({ id, name, corpsId, reason, totalInvestment }) => (
          <li key={id} data-marked={marks.has(`row ${id}`) || undefined}>
            <Light light="red" wordless />
            <p>
              <b>{name}</b>
              <span>{lightSentence(reason, language)}</span>
            </p>
            <p className="zt-wall-list-end">
              <b>
                {showMoney(totalInvestment, { unit: '亿元', digits: 1 })} <small>{t('unit.yi')}</small>
              </b>
              <span>{corpsId === null ? t('noCorps') : (corps.get(corpsId) ?? '')}</span>
            </p>
          </li>
        ))}
      </ol>
      {total > items.length && (
        <p className="zt-wall-more">{t('moreRed', { count: total - items.length })}</p>
      )}
    </div>
  )
}
