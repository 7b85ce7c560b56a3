import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { EmptyState, KeyValue, LoadingBar, SidePanel } from '../../../web/ui/index.ts'
import type { Support, SupportChart, SupportRow } from '../support-contract.ts'
import { type SupportKind, supportKinds, supportKindWords } from '../support-kinds.ts'
import { type Picked, ProjectPicker } from './ProjectPicker.tsx'
import { SupportForm } from './SupportForm.tsx'
import { useSupports } from './use-supports.ts'

type Props = { id: string; chart: SupportChart | undefined; onClose: () => void }

const everything = { corps: undefined, kind: undefined, of: undefined, state: 'all', q: undefined } as const

/** One need, or a new one: for the project named in the address, or for one that is looked for here. */
export function SupportPanel({ id, chart, onClose }: Props) {
  const t = useWords('charts')
  const title = t(id === 'new' ? 'add' : 'supportTitle')
  const find = (from: SupportChart | undefined) =>
    from?.items.find(({ supports }) => supports.some((one) => one.id === id))
  // One that has just been met is no longer among the open ones beside it.
  const all = useSupports(everything, 500)
  const row = find(chart) ?? find(all.data)
  const support = row?.supports.find((one) => one.id === id)
  return (
    <SidePanel title={title} label={title} onClose={onClose}>
      <div className="zt-support-panel">
        {id === 'new' ? (
          <NewSupport charts={[chart, all.data]} onClose={onClose} />
        ) : support && row ? (
          <Known key={support.revision} row={row} support={support} onClose={onClose} />
        ) : all.isPending ? (
          <LoadingBar />
        ) : (
          <EmptyState quiet title={t('noneSuch')} />
        )}
      </div>
    </SidePanel>
  )
}

function NewSupport({
  charts,
  onClose,
}: {
  charts: readonly (SupportChart | undefined)[]
  onClose: () => void
}) {
  const { search } = useAddress()
  const known = charts
    .flatMap((chart) => chart?.items ?? [])
    .find(({ project }) => project?.id === search['project'])?.project
  const [picked, setPicked] = useState<Picked>()
  const asked = search['project']
    ? { id: search['project'], name: known?.name ?? search['name'] ?? '' }
    : undefined
  const project = asked ?? picked
  const kind: SupportKind = supportKinds.find((one) => one === search['as']) ?? 'land'
  return (
    <>
      {asked ? <h3>{asked.name}</h3> : <ProjectPicker picked={picked} onPick={setPicked} />}
      {project && <SupportForm projectId={project.id} kind={kind} onDone={onClose} />}
    </>
  )
}

function Known({
  row: { project },
  support,
  onClose,
}: {
  row: SupportRow
  support: Support
  onClose: () => void
}) {
  const t = useWords('charts')
  const { language } = useLanguage()
  const { abilities, kind, what, ofWhom, dueOn, metOn, note, askedBy } = support
  const head = (
    <h3>{project ? <Link to={`/projects/${project.id}`}>{project.name}</Link> : t('hiddenProject')}</h3>
  )
  if (project && abilities.includes('update'))
    return (
      <>
        {head}
        <SupportForm projectId={project.id} kind={kind} support={support} onDone={onClose} />
      </>
    )
  return (
    <>
      {head}
      <KeyValue
        items={[
          { label: t('kind'), value: supportKindWords[kind][language] },
          { label: t('what'), value: what, wide: true },
          { label: t('of'), value: ofWhom },
          { label: t('dueOn'), value: dueOn },
          { label: t('metOn'), value: metOn },
          { label: t('note'), value: note, wide: true },
          { label: t('askedBy'), value: askedBy },
        ]}
      />
    </>
  )
}
