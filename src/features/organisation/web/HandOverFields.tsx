import { Form, Radio, Select } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import type { KnownUnit } from './step-units.ts'
import { UnitItem } from './UnitItem.tsx'
import { useHoldings } from './use-reorganisations.ts'

type Extent = 'all' | 'none' | 'chosen'

/** From where to where, and which posts, projects and areas: all, none, or some by name. */
export function HandOverFields({ units, on }: { units: readonly KnownUnit[]; on: string }) {
  const t = useWords('reorganisation')
  const fromId = Form.useWatch('fromId')
  const posts = Form.useWatch('whichPosts') as Extent | undefined
  const projects = Form.useWatch('whichProjects') as Extent | undefined
  const areas = Form.useWatch('whichTerritories') as Extent | undefined
  const leaves = Form.useWatch('toId') === 'leave'
  const held = useHeld(fromId, units, on)
  const words = { all: t('all'), none: t('none'), chosen: t('chosen') }
  const extent = (which: readonly Extent[]) => (
    <Radio.Group options={which.map((value) => ({ value, label: words[value] }))} />
  )
  const rules = [{ required: true, message: t('required') }]
  return (
    <>
      <UnitItem name="fromId" label={t('from')} units={units} />
      <UnitItem name="toId" label={t('to')} units={units} others={[{ value: 'leave', label: t('leave') }]} />
      {leaves && <p className="zt-quiet">{t('leaveHint')}</p>}
      <Form.Item name="whichPosts" label={t('whichPosts')} initialValue="all">
        {extent(['all', 'chosen', 'none'])}
      </Form.Item>
      {posts === 'chosen' && (
        <Form.Item name="members" label={t('members')} rules={rules}>
          <Select mode="multiple" options={held.members} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
      )}
      <Form.Item name="whichProjects" label={t('whichProjects')} initialValue="all">
        {extent(held.projects ? ['all', 'chosen', 'none'] : ['all', 'none'])}
      </Form.Item>
      {projects === 'chosen' && held.projects && (
        <Form.Item name="projects" label={t('projects')} rules={rules}>
          <Select mode="multiple" options={held.projects} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
      )}
      <Form.Item name="whichTerritories" label={t('whichTerritories')} initialValue="none">
        {extent(['all', 'chosen', 'none'])}
      </Form.Item>
      {areas === 'chosen' && (
        <Form.Item name="territories" label={t('territories:title')} rules={rules}>
          <Select mode="multiple" options={held.territories} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
      )}
    </>
  )
}

/** What a unit holds on the day, to choose from; a unit that the act itself sets up holds nothing yet. */
export function useHeld(unitId: string | undefined, units: readonly KnownUnit[], on: string) {
  const known = units.find(({ id }) => id === unitId)
  const { data } = useHoldings(known && !known.isNew ? unitId : undefined, on)
  const members = new Map((data?.posts ?? []).map((post) => [post.memberId, post.member]))
  return {
    members: [...members].map(([value, label]) => ({ value, label })),
    projects: data?.projects?.map(({ id, name }) => ({ value: id, label: name })) ?? null,
    territories: (data?.territories ?? []).map(({ id, name }) => ({ value: id, label: name })),
  }
}
