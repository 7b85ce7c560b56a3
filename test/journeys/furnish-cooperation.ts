import { shanghaiDay } from '../../src/shared/days.ts'
import type { Caller } from './caller.ts'

type Rows = { items: { id: string; [field: string]: unknown }[] }

/** First contacts with a dispute, a joint project agreed, and on the same project a transfer that waits for one side. */
export async function furnishCooperation(director: Caller, projectId: string) {
  const { items } = await director.get<Rows>('/units')
  const { row } = await director.get<{ row: Record<string, string> }>(`/projects/${projectId}`)
  const corps = items.filter((unit) => unit['kind'] === 'corps')
  const own = corps.find(({ id }) => id === row['corps'])
  const other = corps.find(({ id }) => id !== row['corps'])
  if (!own || !other) throw new Error('The sample has too few corps.')
  const contactOn = shanghaiDay(Date.now() - 5 * 86_400_000)
  const note = '投资方副总来访，在管委会会见'
  await director.send('POST', '/first-contacts', { projectId, unitId: own.id, contactOn, note })
  await director.send('POST', '/first-contacts', {
    projectId,
    unitId: other.id,
    contactOn: shanghaiDay(Date.now() - 60 * 86_400_000),
    note: '在上海推介会上首次接洽，互换名片',
    explanation: '接洽后投资方暂停考察，凭当时往来邮件补登',
  })
  const halves = (first: string, second: string) => [
    { unitId: own.id, percent: first },
    { unitId: other.id, percent: second },
  ]
  const propose = async (agreement: object) => {
    const { agreements } = await director.send<{ agreements: { id: string }[] }>(
      'POST',
      `/projects/${projectId}/agreements`,
      agreement,
    )
    return agreements[0]?.id ?? ''
  }
  const joint = await propose({
    kind: 'joint',
    reason: '总部落在原兵团，生产基地落在合作兵团',
    shares: halves('66.67', '33.33'),
  })
  for (const { id } of [own, other])
    await director.send('POST', `/agreements/${joint}/agree`, { unitId: id, note: '经协调一致' })
  const transfer = await propose({
    kind: 'transfer',
    toUnitId: other.id,
    reason: '原兵团没有连片工业用地，不适合落地',
    shares: halves('40', '60'),
  })
  await director.send('POST', `/agreements/${transfer}/agree`, { unitId: own.id })
}
