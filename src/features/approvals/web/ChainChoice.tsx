import { Alert, Button } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { chains, parts, partWords } from '../chains.ts'
import type { ApprovalActs } from './use-approvals.ts'

/** The chains with their limits and where these come from. */
export function ChainChoice({
  current,
  acts,
  onTaken,
}: {
  current: string | null
  acts: ApprovalActs
  onTaken: () => void
}) {
  const t = useWords('approvals')
  const { language } = useLanguage()
  return (
    <div className="zt-chains">
      {chains
        .filter(({ key }) => key !== current)
        .map((chain) => (
          <article key={chain.key}>
            <h3>{chain.name[language]}</h3>
            <p>
              {parts
                .map((part) =>
                  chain.limits[part] === null
                    ? t('noLimitLine', { part: partWords[part][language] })
                    : t('limitLine', { part: partWords[part][language], count: chain.limits[part] }),
                )
                .join(' · ')}
            </p>
            <p className="zt-quiet">{chain.source[language]}</p>
            <Button
              loading={acts.take.isPending && acts.take.variables === chain.key}
              onClick={() => void acts.take.mutateAsync(chain.key).then(onTaken, () => {})}
            >
              {t('take', { name: chain.name[language] })}
            </Button>
          </article>
        ))}
      {acts.take.error && <Alert type="error" title={acts.take.error.message} />}
    </div>
  )
}
