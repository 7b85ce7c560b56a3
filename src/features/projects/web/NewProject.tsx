import { useQueryClient } from '@tanstack/react-query'
import { Input, Modal, Select } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { api } from '../../../web/api.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import type { Project } from '../contract.ts'
import { fieldByKey } from '../fields.ts'
import { usualUnit } from '../shown-units.ts'
import { fieldLabel, valueText } from './field-words.ts'
import { parseTyped } from './typed-value.ts'
import { useCorps } from './use-corps.ts'
import './new-project.css'

const asked = ['name', 'investor', 'totalInvestment', 'corps', 'stage'] as const
type Key = (typeof asked)[number]

/** The few facts that a project begins with; the rest is filled in where it is read. */
export function NewProject({ onClose, onCreated }: { onClose: () => void; onCreated: (id: string) => void }) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const corps = useCorps()
  const { corpsId } = useMe()
  const client = useQueryClient()
  const [typed, setTyped] = useState<Record<Key, string>>({
    name: '',
    investor: '',
    totalInvestment: '',
    corps: corpsId ?? '',
    stage: 'lead',
  })
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState('')
  const [isSaving, setSaving] = useState(false)

  const read = (key: Key) => {
    const field = fieldByKey.get(key)
    return field
      ? parseTyped(field, typed[key], { t, corps, unit: usualUnit(field) })
      : { ok: true as const, value: null }
  }
  const set = (key: Key) => (text: string) => {
    setTyped((before) => ({ ...before, [key]: text }))
    setProblem('')
  }

  async function create() {
    setTried(true)
    const readings = asked.map((key) => [key, read(key)] as const)
    if (readings.some(([, one]) => !one.ok)) return
    setSaving(true)
    try {
      const values = Object.fromEntries(
        readings.flatMap(([key, one]) => (one.ok && one.value !== null ? [[key, one.value]] : [])),
      )
      const project = await api.send<Project>('POST', '/projects', { values })
      void client.invalidateQueries({ queryKey: ['ledger'] })
      onClose()
      onCreated(project.row.id)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
      setSaving(false)
    }
  }

  const amountField = fieldByKey.get('totalInvestment')
  const amount = read('totalInvestment')
  const hint = (key: Key) => {
    const one = read(key)
    if (!one.ok && (tried || (key === 'totalInvestment' && typed[key] !== ''))) return one.message
    return ''
  }
  const stageField = fieldByKey.get('stage')
  return (
    <Modal
      open
      width={480}
      title={t('new.title')}
      okText={t('new.create')}
      cancelText={t('cancel')}
      confirmLoading={isSaving}
      onOk={create}
      onCancel={onClose}
    >
      <div className="zt-new-project">
        <Line name="name" hint={hint('name')} isRequired>
          {(id) => (
            <Input
              id={id}
              autoFocus
              maxLength={300}
              value={typed.name}
              status={hint('name') ? 'error' : ''}
              onChange={(event) => set('name')(event.target.value)}
            />
          )}
        </Line>
        <Line name="investor" hint="">
          {(id) => (
            <Input
              id={id}
              maxLength={300}
              value={typed.investor}
              onChange={(event) => set('investor')(event.target.value)}
            />
          )}
        </Line>
        <Line
          name="totalInvestment"
          hint={hint('totalInvestment')}
          told={
            amount.ok && amount.value !== null && amountField
              ? valueText(amountField, amount.value, language, corps)
              : t('filter.moneyHint')
          }
        >
          {(id) => (
            <Input
              id={id}
              value={typed.totalInvestment}
              suffix={t('unit.yi')}
              placeholder={t('filter.moneyExample')}
              status={hint('totalInvestment') ? 'error' : ''}
              onChange={(event) => set('totalInvestment')(event.target.value)}
            />
          )}
        </Line>
        <Line name="corps" hint="">
          {(id) => (
            <Select
              id={id}
              allowClear
              value={typed.corps || null}
              placeholder={t('new.noCorps')}
              onChange={(next) => set('corps')(next ?? '')}
              options={corps.items.map((unit) => ({ value: unit.id, label: unit.name }))}
            />
          )}
        </Line>
        <Line name="stage" hint="">
          {(id) => (
            <Select
              id={id}
              value={typed.stage}
              onChange={set('stage')}
              options={(stageField?.choices ?? []).map((choice) => ({
                value: choice.value,
                label: choice[language],
              }))}
            />
          )}
        </Line>
        {problem && (
          <p className="zt-form-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Modal>
  )
}

type LineProps = {
  name: Key
  hint: string
  told?: string
  isRequired?: boolean
  children: (id: string) => ReactNode
}

function Line({ name, hint, told, isRequired, children }: LineProps) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const id = useId()
  return (
    <div className="zt-form-line">
      <label htmlFor={id}>
        {fieldLabel(name, language)}
        {isRequired && <span className="zt-quiet"> {t('new.required')}</span>}
      </label>
      <div>
        {children(id)}
        {hint ? (
          <p className="zt-form-problem" role="alert">
            {hint}
          </p>
        ) : (
          told && <p className="zt-form-told">{told}</p>
        )}
      </div>
    </div>
  )
}
