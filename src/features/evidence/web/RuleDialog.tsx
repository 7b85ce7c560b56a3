import { Alert, App, Button, Form, Input, Modal, Select, Switch } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { lifeOrder, milestoneWords, stageWords } from '../../projects/stages.ts'
import type { StageRule, StageRuleInput } from '../contract.ts'
import { paperKindLabel, paperKinds } from '../paper-kinds.ts'
import { useRuleActs } from './use-rules.ts'

type Given = Omit<StageRuleInput, 'revision'>

/** One stage's rule: milestones with their papers, whether somebody else looks, where it is from. */
export function RuleDialog({ rule, onClose }: { rule: StageRule; onClose: () => void }) {
  const t = useWords('evidence')
  const { language } = useLanguage()
  const { message } = App.useApp()
  const { save } = useRuleActs()
  const [form] = Form.useForm<Given>()
  const stage = stageWords[rule.stage][language]

  async function keep(given: Given) {
    const needs = (given.needs ?? []).map(({ milestone, papers }) => ({ milestone, papers: papers ?? [] }))
    await save.mutateAsync({ stage: rule.stage, revision: rule.revision, ...given, needs })
    message.success(t('rule.saved', { stage }))
    onClose()
  }

  return (
    <Modal
      open
      title={t('rule.editStage', { stage })}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={640}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ needs: rule.needs, verified: rule.verified, source: rule.source }}
        onFinish={(given) => void keep(given).catch(() => {})}
      >
        <Form.List name="needs">
          {(needs, { add, remove }) => (
            <>
              {needs.map(({ key, name }, at) => (
                <div className="zt-rule-need" key={key}>
                  <Form.Item
                    name={[name, 'milestone']}
                    label={t('rule.milestone')}
                    rules={[{ required: true, message: t('rule.milestone') }]}
                  >
                    <Select
                      options={lifeOrder.map((kind) => ({
                        value: kind,
                        label: milestoneWords[kind][language],
                      }))}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'papers']} label={t('rule.papers')}>
                    <Select
                      mode="tags"
                      placeholder={t('rule.dateOnly')}
                      optionFilterProp="label"
                      options={paperKinds.map((kind) => ({
                        value: kind,
                        label: paperKindLabel(kind, language),
                      }))}
                    />
                  </Form.Item>
                  <Button
                    type="text"
                    onClick={() => remove(name)}
                    aria-label={t('rule.removeNeed', { number: at + 1 })}
                  >
                    ×
                  </Button>
                </div>
              ))}
              <Button size="small" onClick={() => add({ milestone: rule.stage, papers: [] })}>
                {t('rule.addNeed')}
              </Button>
            </>
          )}
        </Form.List>
        <Form.Item name="verified" label={t('rule.verified')} className="zt-rule-verified">
          <Switch checkedChildren={t('rule.yes')} unCheckedChildren={t('rule.no')} />
        </Form.Item>
        <Form.Item
          name="source"
          label={t('rule.source')}
          extra={t('rule.sourceHint')}
          rules={[{ required: true, whitespace: true, message: t('rule.needSource') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        {save.error && <Alert type="error" title={save.error.message} />}
      </Form>
    </Modal>
  )
}
