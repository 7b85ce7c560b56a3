import { Alert, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { muFromSquareMetres, squareMetresFromMu } from '../../../shared/area.ts'
import { parseDecimal } from '../../../shared/decimal.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { Territory, TerritoryInput } from '../contract.ts'
import { useTerritoryActs } from './use-territories.ts'

type TerritoryDialogProps = {
  unit: { id: string; name: string }
  /** To be changed; without one, an area is added. */
  territory: Territory | undefined
  day: string
  onClose: () => void
}
type Given = Record<'name' | 'mu' | 'fromOn' | 'toOn' | 'source' | 'note' | 'boundary', string>

/** An area and the days on which a unit holds it. */
export function TerritoryDialog({ unit, territory, day, onClose }: TerritoryDialogProps) {
  const t = useWords('territories')
  const { add, change, remove, find } = useTerritoryActs()
  const [form] = Form.useForm<Given>()
  const [problem, setProblem] = useState('')
  const [isAsked, setAsked] = useState(false)
  const fail = (error: Error) => setProblem(error.message)

  async function send(given: Given) {
    const name = given.name.trim()
    const written = {
      areaM2: areaOf(given.mu, territory),
      source: given.source?.trim() || null,
      note: given.note?.trim() || null,
      ...boundaryOf(given.boundary),
    }
    if (!territory)
      return add.mutateAsync({
        name,
        unitId: unit.id,
        fromOn: given.fromOn,
        toOn: given.toOn || null,
        ...written,
      })
    const { id, revision, holdingId, fromOn, toOn } = territory
    const span = { fromOn: given.fromOn, toOn: given.toOn || null }
    const moved = span.fromOn !== fromOn || span.toOn !== toOn
    const holding = moved ? (await find(id)).holdings.find((one) => one.id === holdingId) : undefined
    return change.mutateAsync({
      ...{ id, revision, name, ...written },
      holding: holding && { id: holdingId, revision: holding.revision, ...span },
    })
  }

  function areaOf(text: string | undefined, from: Territory | undefined) {
    if (!text?.trim()) return null
    // Untouched, it stays the exact area that was surveyed.
    if (from?.areaM2 && text.trim() === muFromSquareMetres(from.areaM2)) return from.areaM2
    const mu = parseDecimal(text.replaceAll(/[,，\s]/g, ''))
    if (mu === undefined) throw new Error(t('badArea', { text }))
    return squareMetresFromMu(mu)
  }

  function boundaryOf(text: string | undefined): Pick<TerritoryInput, 'boundary'> {
    if (!text?.trim()) return {}
    try {
      const { type, coordinates } = JSON.parse(text)
      return { boundary: { type: String(type), coordinates } }
    } catch {
      throw new Error(t('notJson'))
    }
  }

  function submit(given: Given) {
    setProblem('')
    void send(given).then(onClose, fail)
  }
  function drop() {
    if (!territory || !isAsked) return setAsked(true)
    void remove.mutateAsync(territory.id).then(onClose, fail)
  }

  const required = (what: string) => [{ required: true, whitespace: true, message: t('required', { what }) }]
  return (
    <Modal
      open
      width={480}
      title={territory ? t('editOf', { name: territory.name }) : t('addTo', { unit: unit.name })}
      okText={t(territory ? 'save' : 'addNamed')}
      cancelText={t('cancel')}
      confirmLoading={add.isPending || change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          name: territory?.name,
          mu: territory?.areaM2 ? muFromSquareMetres(territory.areaM2) : '',
          fromOn: territory?.fromOn ?? day,
          toOn: territory?.toOn ?? '',
          source: territory?.source ?? '',
          note: territory?.note ?? '',
        }}
        onFinish={submit}
      >
        <Form.Item name="name" label={t('name')} rules={required(t('name'))}>
          <Input maxLength={80} placeholder={t('nameHint')} autoComplete="off" />
        </Form.Item>
        <Form.Item name="mu" label={t('area')} extra={t('areaHint')}>
          <Input inputMode="decimal" autoComplete="off" />
        </Form.Item>
        <div className="zt-territory-days">
          <Form.Item name="fromOn" label={t('fromOn')} rules={required(t('fromOn'))}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="toOn" label={t('toOn')} extra={t('openEnd')}>
            <Input type="date" />
          </Form.Item>
        </div>
        <Form.Item name="source" label={t('source')}>
          <Input maxLength={500} placeholder={t('sourceHint')} />
        </Form.Item>
        <Form.Item name="note" label={t('note')}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item
          name="boundary"
          label={t('boundary')}
          extra={territory?.hasBoundary ? t('keepBoundary') : t('boundaryHint')}
        >
          <Input.TextArea rows={3} spellCheck={false} />
        </Form.Item>
        {problem && <Alert type="error" title={problem} />}
        {territory?.abilities.includes('remove') && (
          <div className="zt-territory-remove">
            <Button danger size="small" onClick={drop} loading={remove.isPending}>
              {t(isAsked ? 'removeAsk' : 'remove')}
            </Button>{' '}
            <span className="zt-quiet">{t('removeHint')}</span>
          </div>
        )}
      </Form>
    </Modal>
  )
}
