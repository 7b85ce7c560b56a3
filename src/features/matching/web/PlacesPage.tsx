import { Link, useParams } from '@tanstack/react-router'
import { useAddress } from '../../../web/address.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar, Page } from '../../../web/ui/index.ts'
import { isHolding, standingWords } from '../../projects/stages.ts'
import { NeedForm } from './NeedForm.tsx'
import { PlaceList } from './PlaceList.tsx'
import { Reservations } from './Reservations.tsx'
import { usePlaces } from './use-places.ts'
import { useProjectName } from './use-project-name.ts'
import { WeightRow } from './WeightRow.tsx'
import './places-page.css'

/** Every place for one project: what it looks for, what weighs how much, and the places in their order with why. */
export function PlacesPage() {
  const t = useWords('matching')
  const { language } = useLanguage()
  const { projectId } = useParams({ strict: false }) as { projectId: string }
  const { search, setSearch } = useAddress()
  const name = useProjectName(projectId)
  const answer = usePlaces(projectId, search['weights'])
  const { data } = answer
  return (
    <Page
      title={t('title')}
      aside={
        <Link to="/projects/$projectId" params={{ projectId } as never} search={{ tab: 'land' } as never}>
          {name}
        </Link>
      }
    >
      {answer.isPending && <LoadingBar />}
      {answer.isError && <ErrorState error={answer.error} retry={() => void answer.refetch()} />}
      {data && (
        <div className="zt-places-page">
          {!isHolding(data.standing) && (
            <p className="zt-places-none" role="status">
              {t('notHolding', { standing: standingWords[data.standing][language] })}
            </p>
          )}
          <Reservations
            projectId={projectId}
            items={data.reservations}
            mayReserve={data.abilities.includes('reserve')}
          />
          <NeedForm
            key={data.need.revision}
            projectId={projectId}
            need={data.need}
            mayEdit={data.abilities.includes('update')}
          />
          <WeightRow
            weights={data.weights}
            onChange={(weights) => setSearch({ weights }, { replace: true })}
          />
          <p>
            {t('counts', { ...data.counts, spaces: data.spaces })}
            {data.leftOut > 0 && ` ${t('leftOut', { count: data.leftOut })}`}
          </p>
          {data.conflict.length > 0 && (
            <p className="zt-places-none" role="alert">
              {t('conflict', {
                rules: data.conflict
                  .map(({ rule, words }) => words?.[language] ?? t(rule))
                  .join(language === 'zh' ? '、' : ', '),
              })}
            </p>
          )}
          {data.total === 0 ? (
            <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
          ) : (
            <PlaceList
              projectId={projectId}
              items={data.items}
              mayReserve={data.abilities.includes('reserve')}
            />
          )}
          {data.total > data.items.length && (
            <p className="zt-quiet">{t('first', { count: data.items.length })}</p>
          )}
          <p className="zt-quiet">{t('method')}</p>
        </div>
      )}
    </Page>
  )
}
