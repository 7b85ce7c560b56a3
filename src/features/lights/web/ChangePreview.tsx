import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { LightRule } from '../../../engine/lights/rule.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, Light, LoadingBar } from '../../../web/ui/index.ts'
import { lights } from '../../projects/stages.ts'
import type { LightPreview, LightRules } from '../contract.ts'
import { lightSentence } from '../model/sentence.ts'
import { usePreview } from './use-light-rules.ts'

const atFirst = 30
const atMost = 200

type ChangePreviewProps = { definition: LightRule | undefined; rules: LightRules }

/** What a draft would change: counts by colour before and after, then each project with its reason. */
export function ChangePreview({ definition, rules }: ChangePreviewProps) {
  const t = useWords('lights')
  const months = [...new Set([...rules.reported, rules.month])].sort().reverse()
  // The newest month reported of has the figures to try a draft by.
  const [month, setMonth] = useState(rules.reported[0] ?? rules.month)
  const [limit, setLimit] = useState(atFirst)
  const { data, error, isFetching, refetch } = usePreview(definition, month, limit)
  return (
    <section className="zt-light-preview" aria-label={t('preview.title')} aria-busy={isFetching}>
      <h2>
        {t('preview.title')}
        <span className="zt-quiet">
          {t('preview.month')}{' '}
          <Select
            size="small"
            aria-label={t('preview.month')}
            value={month}
            options={months.map((value) => ({ value, label: value }))}
            onChange={setMonth}
          />
        </span>
      </h2>
      {isFetching && <LoadingBar />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data && (
        <>
          <Counts preview={data} />
          <p aria-live="polite">
            {t(data.total === 0 ? 'preview.none' : 'preview.count', { count: data.total })}
          </p>
          <Changes preview={data} />
          {data.total > data.items.length &&
            (limit < atMost ? (
              <Button size="small" onClick={() => setLimit(atMost)}>
                {t('preview.more', { count: Math.min(data.total, atMost) })}
              </Button>
            ) : (
              <p className="zt-quiet">{t('preview.rest', { count: data.total - data.items.length })}</p>
            ))}
        </>
      )}
      {!data && !definition && <EmptyState quiet title={t('preview.faulty')} />}
    </section>
  )
}

function Counts({ preview: { before, after } }: { preview: LightPreview }) {
  const t = useWords('lights')
  return (
    <table className="zt-light-counts">
      <thead>
        <tr>
          <th scope="col">
            <span className="zt-unseen">{t('light')}</span>
          </th>
          <th scope="col">{t('preview.before')}</th>
          <th scope="col">{t('preview.after')}</th>
          <th scope="col">{t('preview.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {lights.map((light) => {
          const more = after[light] - before[light]
          return (
            <tr key={light}>
              <th scope="row">
                <Light light={light} />
              </th>
              <td>{before[light]}</td>
              <td>{after[light]}</td>
              <td>{more === 0 ? '·' : more > 0 ? `+${more}` : `−${-more}`}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Changes({ preview: { items } }: { preview: LightPreview }) {
  const t = useWords('lights')
  const { language } = useLanguage()
  return (
    <ul className="zt-light-changes">
      {items.map(({ projectId, name, from, to, why, was }) => (
        <li key={projectId}>
          <Link to={`/projects/${projectId}` as never}>{name}</Link>
          <span title={lightSentence(was, language)}>
            <Light light={from} /> <span aria-hidden="true">→</span>
            <span className="zt-unseen">{t('preview.becomes')}</span> <Light light={to} />
          </span>
          <span className="zt-quiet">{lightSentence(why, language)}</span>
        </li>
      ))}
    </ul>
  )
}
