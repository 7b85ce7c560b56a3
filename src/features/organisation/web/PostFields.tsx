import { Form, Select } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import { roles, roleWords } from './role-words.ts'
import type { Branch } from './unit-tree.ts'

/** Unit and role, of which a post is made. */
export function PostFields({ branches }: { branches: readonly Branch[] }) {
  const t = useWords('organisation')
  return (
    <>
      <Form.Item
        name="unitId"
        label={t('unit')}
        rules={[{ required: true, message: t('choose', { what: t('unit') }) }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'name' }}
          options={branches.map(({ unit, depth }) => ({
            value: unit.id,
            name: unit.name,
            label: `${'　'.repeat(depth)}${unit.name}`,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="role"
        label={t('roleLabel')}
        rules={[{ required: true, message: t('choose', { what: t('roleLabel') }) }]}
      >
        <Select options={roles.map((role) => ({ value: role, label: t(roleWords(role)) }))} />
      </Form.Item>
    </>
  )
}
