import { Alert, App, Button, Checkbox, DatePicker, Form, InputNumber } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { multiplyDecimal, roundDecimal } from '../../../shared/decimal.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { SpaceNeed } from '../contract.ts'
import { useSaveNeed } from './use-places.ts'

type Given = {
  land: boolean
  rooms: boolean
  areaM2: string
  leastM2: string
  mostM2: string
  on: Dayjs
  latest: Dayjs | null
  loadTM2: string | null
  heightM: string | null
}
type NeedFormProps = { projectId: string; need: SpaceNeed; mayEdit: boolean }

const mu = '0.0015'
const amounts = ['areaM2', 'leastM2', 'mostM2', 'loadTM2', 'heightM'] as const
const needed = ['areaM2', 'leastM2', 'mostM2']

/** What the project looks for: land or rooms, how large, when, what the floor must bear. */
export function NeedForm({ projectId, need, mayEdit }: NeedFormProps) {
  const t = useWords('matching')
  const { message } = App.useApp()
  const save = useSaveNeed(projectId)
  const [form] = Form.useForm<Given>()
  const areaM2 = Form.useWatch('areaM2', form) ?? need.areaM2

  async function keep({ on, latest, loadTM2, heightM, ...given }: Given) {
    await save.mutateAsync({
      ...given,
      revision: need.revision,
      onDay: on.format('YYYY-MM-DD'),
      latestOn: latest?.format('YYYY-MM-DD') ?? null,
      loadTM2: loadTM2 || null,
      heightM: heightM || null,
    })
    message.success(t('saved'))
  }

  return (
    <section aria-label={t('need.title')}>
      <div className="zt-section-head">
        <h2>{t('need.title')}</h2>
        <span className="zt-quiet">{need.revision === 0 ? t('proposed') : ''}</span>
      </div>
      <Form
        form={form}
        className="zt-need-form"
        layout="vertical"
        requiredMark={false}
        disabled={!mayEdit}
        initialValues={{
          ...need,
          on: dayjs(need.onDay),
          latest: need.latestOn ? dayjs(need.latestOn) : null,
        }}
        onFinish={(given) => void keep(given).catch(() => {})}
      >
        <Form.Item label={t('kinds')}>
          <Form.Item name="land" valuePropName="checked" noStyle>
            <Checkbox>{t('land')}</Checkbox>
          </Form.Item>
          <Form.Item name="rooms" valuePropName="checked" noStyle>
            <Checkbox>{t('rooms')}</Checkbox>
          </Form.Item>
        </Form.Item>
        {amounts.map((key) => (
          <Form.Item
            key={key}
            name={key}
            label={t(key)}
            extra={
              key === 'areaM2'
                ? t('mu', { area: roundDecimal(multiplyDecimal(areaM2 || '0', mu), 2) })
                : undefined
            }
            rules={[
              { required: needed.includes(key), message: t(key) },
              { pattern: /^\d+(\.\d{1,2})?$/, message: t('twoDecimals') },
            ]}
          >
            <InputNumber<string> stringMode controls={false} min="0.01" max="999999999" />
          </Form.Item>
        ))}
        <Form.Item name="on" label={t('on')} rules={[{ required: true, message: t('on') }]}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="latest" label={t('latest')}>
          <DatePicker />
        </Form.Item>
        {mayEdit && (
          <Button htmlType="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        )}
      </Form>
      {save.error && <Alert type="error" title={save.error.message} />}
    </section>
  )
}
