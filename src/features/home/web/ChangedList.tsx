import { Link } from '@tanstack/react-router'
import { addDays, shanghaiDay } from '../../../shared/days.ts'
import { showNumber, showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import { EmptyState } from '../../../web/ui/index.ts'
import type { Changed } from '../contract.ts'
import { ChangedRow } from './ChangedRow.tsx'

/** What others did to the projects that concern this person; the whole stands on the page of changes. */
export function ChangedList({ changed, day }: { changed: Changed; day: string }) {
  const t = useWords('home')
  const { corpsId, seesWholeZone } = useMe()
  const { since, from, isCut, items, total } = changed
  // That page counts by whole days: the day before is where it begins.
  const whole = { from: addDays(shanghaiDay(new Date(from)), -1), to: day }
  return (
    <section className="zt-home-list" aria-labelledby="home-changed">
      <header className="zt-home-head">
        <h2 id="home-changed">{t(`changed.${since}`)}</h2>
        {total > 0 && (
          <Link
            to="/changes"
            search={{ ...whole, corps: seesWholeZone ? undefined : (corpsId ?? undefined) } as never}
          >
            {t('changed.count', { count: total, shown: showNumber(total) })}
          </Link>
        )}
        <span className="zt-quiet">
          {isCut
            ? t('changed.cut', { from: showTime(from) })
            : since === 'day'
              ? day
              : t(since === 'session' ? 'changed.from' : 'changed.week', { from: showTime(from) })}
        </span>
      </header>
      {total === 0 && <EmptyState quiet title={t('changed.none')} />}
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <ChangedRow item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}
