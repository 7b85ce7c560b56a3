import { Button } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { findingTitle } from '../finding-words.ts'
import type { ParcelImport, RowsPatch } from '../import-contract.ts'
import { type ImportActs, useRowFindings } from './use-parcel-imports.ts'

type AllAlikeProps = {
  file: ParcelImport
  acts: ImportActs
  verdict: string | undefined
  finding: string | undefined
}

/** One decision for all of which the same was found, or for all in doubt. */
export function AllAlike({ file, acts, verdict, finding }: AllAlikeProps) {
  const t = useWords('parcelImports')
  const { language } = useLanguage()
  const group = useRowFindings(file.id).data?.items.find(({ code }) => code === finding)
  const { decideAll } = acts
  const isDoubt = verdict === 'doubt' && file.counts.doubt > 0
  if (!isDoubt && !group) return null
  const send = (patch: RowsPatch) => decideAll.mutate({ ...(finding ? { finding } : {}), ...patch })
  const act = (words: string, patch: RowsPatch) => (
    <Button size="small" disabled={decideAll.isPending} onClick={() => send(patch)}>
      {t(`alike.${words}`)}
    </Button>
  )
  const takes = isDoubt || group?.weight === 'ask'
  if (!takes && finding !== 'area_differs') return null
  return (
    <div className="zt-all-alike">
      <span>
        {isDoubt || !group
          ? t('alike.doubt', { count: file.counts.doubt })
          : t('alike.found', { title: findingTitle(group.code, language), count: group.rows })}
      </span>
      {takes && act('take', { decision: 'take' })}
      {takes && act('skip', { decision: 'skip' })}
      {finding === 'area_differs' && act('declared', { areaBy: 'declared' })}
      {finding === 'area_differs' && act('drawn', { areaBy: 'drawn' })}
      {decideAll.error && (
        <span className="zt-late" role="alert">
          {decideAll.error.message}
        </span>
      )}
    </div>
  )
}
