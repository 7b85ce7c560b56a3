import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { ApprovalsTab } from '../../approvals/web/ApprovalsTab.tsx'
import { BlockersTab } from '../../blockers/web/BlockersTab.tsx'
import { ProjectChart } from '../../charts/web/ProjectChart.tsx'
import { CooperationTab } from '../../cooperation/web/CooperationTab.tsx'
import { EvidenceTab } from '../../evidence/web/EvidenceTab.tsx'
import { FieldHistory } from '../../history/web/FieldHistory.tsx'
import { PreconditionsTab } from '../../preconditions/web/PreconditionsTab.tsx'
import type { Project } from '../contract.ts'
import { fields } from '../fields.ts'
import { isUnsigned } from '../stages.ts'
import { ContactFields } from './ContactFields.tsx'
import { FieldList } from './FieldList.tsx'
import { Guests } from './Guests.tsx'
import { mayEdit } from './ledger-columns.tsx'
import { MilestoneTable } from './MilestoneTable.tsx'
import { PeriodList } from './PeriodList.tsx'
import { ProjectHead } from './ProjectHead.tsx'
import { rowValue } from './row-value.ts'
import { SheetTabs } from './SheetTabs.tsx'
import { Timeline } from './Timeline.tsx'
import './project-sheet.css'

const tabs = [
  'progress',
  'blockers',
  'evidence',
  'land',
  'approvals',
  'amounts',
  'about',
  'people',
  'cooperation',
  'timeline',
] as const
type Tab = (typeof tabs)[number]
const isTab = (text: string | undefined): text is Tab => tabs.some((tab) => tab === text)

const keysOf = (group: string) => fields.filter((field) => field.group === group).map(({ key }) => key)

/** A project whole: the answer of five seconds, then all the rest by subject. The same in the panel and as a page. */
export function ProjectSheet({ project }: { project: Project }) {
  const t = useWords('projects')
  const { search, setSearch } = useAddress()
  const { row } = project
  const may = mayEdit(row)
  const tab: Tab = isTab(search['tab']) ? search['tab'] : 'progress'
  const content: Record<Tab, () => React.ReactNode> = {
    progress: () => (
      <>
        <ProjectChart projectId={row.id} name={rowValue(row, 'name') ?? ''} />
        <MilestoneTable row={row} mayEdit={may} />
        <PeriodList project={project} mayEdit={may} />
      </>
    ),
    blockers: () => <BlockersTab row={row} />,
    land: () => <PreconditionsTab projectId={row.id} />,
    approvals: () => <ApprovalsTab projectId={row.id} />,
    evidence: () => <EvidenceTab row={row} mayEdit={may} />,
    amounts: () => <FieldList row={row} keys={keysOf('amounts')} mayEdit={may} />,
    about: () => <FieldList row={row} keys={[...keysOf('identity'), 'parcelNo', 'note']} mayEdit={may} />,
    people: () => (
      <>
        <FieldList
          row={row}
          keys={['corps', 'officer', 'leadOfficial', 'responsibleUnit', 'firstContactUnit']}
          mayEdit={may}
        />
        <ContactFields key={row.id} row={row} mayEdit={may} />
        {isUnsigned(row['stage']) && <Guests projectId={row.id} mayEdit={may} />}
      </>
    ),
    cooperation: () => <CooperationTab projectId={row.id} projectName={String(row['name'])} />,
    timeline: () => <Timeline projectId={row.id} />,
  }
  const labels = tabs.map((key) => ({ key, label: t(`tab.${key}`) }))
  const show = (next: string) => setSearch({ tab: next === 'progress' ? undefined : next }, { replace: true })
  return (
    <div className="zt-project-sheet">
      <FieldHistory
        projectId={row.id}
        projectName={rowValue(row, 'name') ?? ''}
        periods={project.periods.map(({ period }) => period)}
      />
      <ProjectHead row={row} mayEdit={may} />
      {!may && <p className="zt-project-closed">{t('readOnly')}</p>}
      <SheetTabs of="project" items={labels} active={tab} onChange={show}>
        {content[tab]()}
      </SheetTabs>
    </div>
  )
}
