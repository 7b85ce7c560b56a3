import { Alert, Button } from 'antd'
import { api } from '../../../web/api.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { showSecond } from './show-second.ts'
import { useLogState, useVerify } from './use-log.ts'

/** How far the log is sealed, and whether the chain holds when it is computed anew. */
export function SealState() {
  const t = useWords('audit')
  const { language } = useLanguage()
  const { data } = useLogState()
  const verify = useVerify()
  const found = verify.data
  const last = data?.last
  return (
    <section className="zt-log-state">
      <div className="zt-log-state-line">
        <span>
          {last
            ? t('state.last', { number: last.number, at: showSecond(last.sealedAt) })
            : data && t('state.none')}
          {data && <span className="zt-quiet"> · {t('state.waiting', { count: data.unsealed })}</span>}
        </span>
        <Button onClick={() => verify.mutate()} loading={verify.isPending}>
          {t('state.verify')}
        </Button>
        <Button href={api.address('/audit/export.txt')} download>
          {t('state.export')}
        </Button>
      </div>
      {verify.isPending && <p role="status">{t('state.verifying')}</p>}
      {verify.error && <Alert type="error" title={verify.error.message} />}
      {found?.ok && (
        <Alert
          type="success"
          title={t('state.whole', { seals: found.seals, records: found.records })}
          description={
            found.last && (
              <>
                {t('state.hash', { number: found.last.number, algorithm: found.last.algorithm })}{' '}
                <code className="zt-log-hash">{found.last.hash}</code>
              </>
            )
          }
        />
      )}
      {found?.fault && <Alert type="error" title={t('state.notWhole')} description={found.fault[language]} />}
    </section>
  )
}
