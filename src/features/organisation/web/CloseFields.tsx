import { Form } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import type { KnownUnit } from './step-units.ts'
import { UnitItem } from './UnitItem.tsx'

/** Which unit closes, and where what it holds goes. Left empty, it must hold none by then. */
export function CloseFields({ units }: { units: readonly KnownUnit[] }) {
  const t = useWords('reorganisation')
  const unitId = Form.useWatch('unitId')
  const others = units.filter((unit) => unit.id !== unitId)
  const optional = t('mustBeNone')
  return (
    <>
      <UnitItem name="unitId" label={t('unit')} units={units} />
      <UnitItem
        name="posts"
        label={t('closePosts')}
        units={others}
        others={[{ value: 'end', label: t('end') }]}
        optional={optional}
      />
      <UnitItem
        name="projectsTo"
        label={t('closeProjects')}
        units={others.filter((unit) => unit.kind === 'corps')}
        others={[{ value: 'leave', label: t('leave') }]}
        optional={optional}
      />
      <UnitItem
        name="groups"
        label={t('closeGroups')}
        units={others}
        others={[{ value: 'close', label: t('closeToo') }]}
        optional={optional}
      />
      <UnitItem
        name="territoriesTo"
        label={t('closeTerritories')}
        units={others}
        others={[{ value: 'leave', label: t('leave') }]}
        optional={optional}
      />
      <UnitItem
        name="goals"
        label={t('closeGoals')}
        units={others.filter((unit) => unit.kind === 'corps')}
        others={[{ value: 'end', label: t('end') }]}
        optional={t('end')}
      />
    </>
  )
}
