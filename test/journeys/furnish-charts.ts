import type { SupportInput } from '../../src/features/charts/support-contract.ts'
import { addDays, addToMonth, monthOf, shanghaiDay } from '../../src/shared/days.ts'
import type { Caller } from './caller.ts'

const works = [
  '场地平整、三通一平完成',
  '桩基施工完成 60%',
  '取得施工图审查合格书，办理施工许可',
  '主体结构至 ±0',
  '110 千伏专线方案过会',
  '设备进场，产线安装调试',
]

type Row = { id: string; [field: string]: unknown }

/** Tasks done, overdue and to come around today, a start that slips, and what projects need: for the charts. */
export async function furnishCharts(as: Caller, rows: readonly Row[]) {
  const today = shanghaiDay(Date.now())
  const month = (step: number) => addToMonth(monthOf(today), step)
  for (const [at, { id }] of rows.entries())
    for (const step of [-2, -1, 0, 1].filter((one) => (at + one) % 4 !== 3)) {
      const isDone = step < 0 && (at + step) % 3 !== 0
      const doneOn = isDone ? `${month(step)}-20` : null
      const text = works[(at + step + works.length) % works.length]
      await as.send('PUT', `/projects/${id}/tasks/${month(step)}`, { text, doneOn, revision: null })
    }
  const edits = rows
    .filter((_, at) => at % 3 === 0)
    .flatMap((row) => [
      { projectId: row.id, field: 'completed.plan', from: row['completed.plan'] ?? null, to: month(-1) },
      {
        projectId: row.id,
        field: 'completed.forecast',
        from: row['completed.forecast'] ?? null,
        to: month(2),
      },
    ])
  await as.send('PATCH', '/ledger', { edits })
  const needs: Omit<SupportInput, 'dueOn'>[] = [
    { kind: 'land', what: '用地指标 30 亩', ofWhom: '市规划和自然资源局' },
    { kind: 'energy', what: '110 千伏专线接入', ofWhom: '供电公司', note: '负荷 2.4 万千伏安' },
    { kind: 'approval', what: '环评批复', ofWhom: '生态环境分局' },
    { kind: 'funds', what: '首期基金 5,000 万元到位', ofWhom: '区产业基金' },
    { kind: 'people', what: '技工 120 人', ofWhom: '人社局' },
  ]
  for (const [at, { id }] of rows.slice(0, 8).entries())
    for (const [step, need] of needs.entries()) {
      if ((at + step) % 2 === 1) continue
      const { id: made, revision } = await as.send<{ id: string; revision: number }>(
        'POST',
        `/projects/${id}/supports`,
        { ...need, dueOn: addDays(today, (at - 3) * 9 + step) },
      )
      if ((at + step) % 6 === 0) await as.send('PATCH', `/supports/${made}`, { revision, metOn: today })
    }
}
