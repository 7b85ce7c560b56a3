import { Form, Select } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Paper } from '../../evidence/contract.ts'
import { paperKindLabel } from '../../evidence/paper-kinds.ts'

type PaperFieldProps = { papers: readonly Paper[]; label: string; isNeeded?: boolean }

/** One of the project's papers, as `paperId` of a form: what it is, and its name. */
export function PaperField({ papers, label, isNeeded = false }: PaperFieldProps) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  return (
    <Form.Item
      name="paperId"
      label={label}
      extra={isNeeded && papers.length === 0 ? t('noPaper') : undefined}
      rules={isNeeded ? [{ required: true, message: t('paperNeeded') }] : []}
    >
      <Select
        allowClear={!isNeeded}
        options={papers.map(({ id, kind, fileName }) => ({
          value: id,
          label: `${paperKindLabel(kind, language)} · ${fileName}`,
        }))}
      />
    </Form.Item>
  )
}
