import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { addDays, shanghaiDay } from '../../shared/days.ts'
import { stages } from '../projects/stages.ts'
import type { Evidence } from './contract.ts'
import { clerkOf } from './test-papers.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-evidence-')))
after(async () => {
  await app.close()
  await database.close()
})

async function world(values: Record<string, string> = {}) {
  const zone = await buildZone(database)
  const as = async (login: string) => {
    const caller = await signIn(app, zone, login)
    return { ...clerkOf(app, caller), ...caller }
  }
  const projectId = await buildProject(database, zone, { name: '传化有机硅', ...values })
  return { zone, as, projectId, officer: await as('officer'), commander: await as('commander') }
}
type Refusal = { code: string; message: string; details: { missing: { what: string; milestone: string }[] } }
const lacks = ({ details }: Refusal) => details.missing.map(({ what, milestone }) => `${what} ${milestone}`)

test('a project goes through all 14 stages with evidence, and is refused with what is missing before each', async () => {
  const { zone, projectId, officer, commander } = await world()
  let refusals = 0
  for (const [place, stage] of stages.entries()) {
    const from = stages[Math.max(0, place - 1)] ?? 'lead'
    const refused = await officer.enter(projectId, from, stage)
    assert.equal(refused.statusCode, 409, stage)
    assert.equal(refused.json<Refusal>().code, 'evidence_missing')
    refusals++
    for (const milestone of await officer.bring(projectId, stage)) {
      const state = (await officer.read(projectId)).stages.find((one) => one.stage === stage)
      if (!state?.missing.some((one) => one.what === 'verification' && one.milestone === milestone)) continue
      const waiting = await officer.enter(projectId, from, stage)
      assert.equal(waiting.statusCode, 409)
      assert.equal((await officer.verify(projectId, milestone)).statusCode, 403, 'not by the author')
      const verified = await commander.verify(projectId, milestone)
      assert.equal(verified.statusCode, 200, verified.body)
    }
    const entered = await officer.enter(projectId, from, stage)
    assert.equal(entered.statusCode, 200, entered.body)
    const { stage: now, isProven } = entered.json<Evidence>()
    assert.deepEqual([now, isProven], [stage, true])
  }
  assert.equal(refusals, 14)
  const { entries, next } = await officer.read(projectId)
  assert.equal(next, null)
  assert.deepEqual(
    entries.map((entry) => [entry.stage, entry.kind, entry.isProven]),
    stages.map((stage, place) => [stage, place === 0 ? 'confirm' : 'forward', true]).reverse(),
  )
  await assertEveryRowHasItsChange(database, zone.id)
})

test('what is missing is said by name: the date, the paper, the verifier', async () => {
  const { projectId, officer, commander, as } = await world({ stage: 'underReview' })
  const none = (await officer.enter(projectId, 'underReview', 'signed')).json<Refusal>()
  assert.deepEqual(lacks(none), ['date signed', 'paper signed', 'verification signed'])
  assert.equal(
    none.message,
    '“传化有机硅”还不能进入“签约”，缺：“签约”的实际日期；“签约”的佐证材料：投资协议；“签约”由录入人以外的人核验。',
  )
  await officer.date(projectId, 'signed', '2022-02')
  await officer.file(projectId, 'signed', 'framework')
  const wrongPaper = await officer.call(
    'POST',
    `/api/projects/${projectId}/stage`,
    { from: 'underReview', to: 'signed' },
    { 'accept-language': 'en' },
  )
  assert.match(wrongPaper.json<Refusal>().message, /Missing: a paper for “Signed”: Investment agreement;/)
  await officer.file(projectId, 'signed', 'agreement')
  const own = await officer.verify(projectId, 'signed')
  assert.equal(own.statusCode, 403)
  assert.match(own.json<Refusal>().message, /“签约”的日期是您填写的，须由他人核验。/)
  await commander.file(projectId, 'signed', 'decision', '纪要.pdf')
  assert.match((await commander.verify(projectId, 'signed')).json<Refusal>().message, /“纪要\.pdf”是您上传的/)
  const director = await as('director')
  assert.equal((await director.verify(projectId, 'signed')).statusCode, 200)
  await officer.review(projectId)
  assert.equal((await officer.enter(projectId, 'underReview', 'signed')).statusCode, 200)
})

test('a verification speaks of the date and papers that were seen, no others', async () => {
  const { projectId, officer, commander } = await world({ stage: 'fullCapacity' })
  await officer.bring(projectId, 'contractReview')
  const blind = await commander.call(
    'POST',
    `/api/projects/${projectId}/milestones/contractReview/verification`,
    { actual: '2022-03-01', paperIds: [] },
  )
  assert.equal(blind.statusCode, 409)
  assert.equal((await commander.verify(projectId, 'contractReview')).statusCode, 200)
  await officer.date(projectId, 'contractReview', '2022-03-02', '2022-03-01')
  const stale = (await officer.read(projectId)).proofs.find((one) => one.milestone === 'contractReview')
  assert.equal(stale?.isOutdated, true)
  const refused = (await officer.enter(projectId, 'fullCapacity', 'contractReview')).json<Refusal>()
  assert.deepEqual(lacks(refused), ['verification contractReview'])
})

test('a date to come cannot be done, neither written nor counted', async () => {
  const { projectId, officer, commander, as, zone } = await world()
  const tomorrow = addDays(shanghaiDay(Date.now()), 1)
  const { failures } = await officer.date(projectId, 'engaged', tomorrow)
  assert.equal(failures[0]?.code, 'invalid_input')
  assert.match(failures[0]?.message ?? '', /还没有到，不能填为实际日期/)
  assert.deepEqual((await officer.date(projectId, 'engaged', tomorrow.slice(0, 4))).failures, [], 'this year')
  // Imported, it stays what it is: not done.
  const imported = await buildProject(database, zone, { 'engaged.actual': '2999-01-01' })
  await officer.file(imported, 'engaged', 'contactRecord')
  const refused = (await officer.enter(imported, 'lead', 'engaged')).json<Refusal>()
  assert.deepEqual(lacks(refused), ['future engaged'])
  assert.match(refused.message, /“对接”的实际日期 2999-01-01 还没有到，不能算完成/)
  assert.equal((await commander.verify(imported, 'engaged')).statusCode, 403)
  assert.equal((await (await as('analyst')).read(imported)).isProven, false)
})

test('a stage written into the ledger has no evidence, says so, and can be given it', async () => {
  const { projectId, officer, as, commander } = await world({ stage: 'negotiating' })
  const analyst = await as('analyst')
  const proofIn = async (proof: string) => {
    const where = JSON.stringify([{ field: 'stageProof', op: 'is', value: [proof] }])
    const list = await analyst.call('GET', `/api/ledger?where=${encodeURIComponent(where)}`)
    return list.json<{ items: { id: string; stageProof: string }[] }>().items.map((row) => row.id)
  }
  assert.deepEqual(await proofIn('none'), [projectId])
  await officer.bring(projectId, 'negotiating')
  assert.equal((await officer.enter(projectId, 'negotiating', 'negotiating')).statusCode, 200)
  assert.deepEqual(await proofIn('proven'), [projectId])
  const again = await officer.enter(projectId, 'negotiating', 'negotiating')
  assert.equal(again.statusCode, 409)
  const write = (from: string, to: string) =>
    analyst.call('PATCH', '/api/ledger', { edits: [{ projectId, field: 'stage', from, to }] })
  const moved = (await write('negotiating', 'started')).json<{ rows: { values: Record<string, string> }[] }>()
  assert.equal(moved.rows[0]?.values['stageProof'], 'none')
  assert.deepEqual(await proofIn('proven'), [])
  assert.equal((await commander.read(projectId)).isProven, false)
  await write('started', 'negotiating')
  assert.deepEqual(await proofIn('proven'), [projectId], 'what was proven still is')
})

test('going back and leaving the order need a reason and stay visible', async () => {
  const { projectId, officer, commander } = await world({ stage: 'landed' })
  const bare = await officer.enter(projectId, 'landed', 'signed')
  assert.equal(bare.statusCode, 400)
  assert.match(bare.json<Refusal>().message, /从“落地”退回“签约”须写明原因。/)
  assert.equal((await officer.enter(projectId, 'landed', 'signed', '土地流拍，重新选址')).statusCode, 200)
  assert.equal((await officer.read(projectId)).isProven, false)
  const leap = await officer.enter(projectId, 'signed', 'started')
  assert.match(leap.json<Refusal>().message, /越过中间阶段到“开工”须写明原因/)
  const lacking = await officer.enter(projectId, 'signed', 'started', '租赁厂房，不需供地')
  assert.equal(lacking.json<Refusal>().code, 'evidence_missing', 'a reason is no evidence')
  for (const milestone of await officer.bring(projectId, 'started'))
    await commander.verify(projectId, milestone)
  assert.equal((await officer.enter(projectId, 'signed', 'started', '租赁厂房，不需供地')).statusCode, 200)
  const { entries } = await commander.read(projectId)
  assert.deepEqual(
    entries.map(({ kind, fromStage, stage, reason, enteredBy }) => [
      kind,
      fromStage,
      stage,
      reason,
      enteredBy,
    ]),
    [
      ['leap', 'signed', 'started', '租赁厂房，不需供地', 'officer同志'],
      ['back', 'landed', 'signed', '土地流拍，重新选址', 'officer同志'],
    ],
  )
})

test('two people at once: the second is told that the stage moved', async () => {
  const { projectId, officer, commander } = await world()
  await officer.bring(projectId, 'engaged')
  const answers = await Promise.all([
    officer.enter(projectId, 'lead', 'engaged'),
    commander.enter(projectId, 'lead', 'engaged'),
  ])
  assert.deepEqual(answers.map((one) => one.statusCode).sort(), [200, 409])
  assert.match(answers.find((one) => one.statusCode === 409)?.body ?? '', /刚被他人改为“对接”/)
})

test('each role: the corps and the whole zone may, another corps and the administrator may not', async () => {
  const { projectId, as } = await world({ firstContactUnit: '桥南兵团' })
  await (await as('officer')).bring(projectId, 'engaged')
  const tried: Record<string, number> = {}
  for (const login of ['commander2', 'administrator', 'promoter', 'commander', 'analyst', 'director']) {
    const who = await as(login)
    const sent = await who.send(
      projectId,
      { milestone: 'lead', kind: '说明' },
      'a.pdf',
      Buffer.from(`%PDF-${login}`),
    )
    const entered = await who.enter(projectId, 'lead', 'engaged')
    assert.equal(sent.statusCode === 201, entered.statusCode === 200, login)
    tried[login] = entered.statusCode
    if (entered.statusCode === 200)
      assert.equal((await who.enter(projectId, 'engaged', 'lead', '试退一步')).statusCode, 200)
  }
  assert.deepEqual(tried, {
    commander2: 403,
    administrator: 403,
    promoter: 200,
    commander: 200,
    analyst: 200,
    director: 200,
  })
})

test('a project stops for a reason of the list, which a zone edits, and goes on again', async () => {
  const { projectId, officer, as } = await world()
  const none = await officer.standing(projectId, 'ongoing', 'onHold')
  assert.match(none.json<Refusal>().message, /须从列表里选一个原因/)
  const unlisted = await officer.standing(projectId, 'ongoing', 'onHold', '没有心情')
  assert.match(unlisted.json<Refusal>().message, /“没有心情”不在“暂缓”的原因列表中/)
  assert.match(
    (await officer.standing(projectId, 'ongoing', 'rescinded', '逾期未开工')).json<Refusal>().message,
    /没有签约，无约可解/,
  )
  const director = await as('director')
  const lists = (await director.call('GET', '/api/standing-reasons')).json<{
    items: { standing: string; reasons: { zh: string }[] }[]
  }>()
  const from = lists.items.find((one) => one.standing === 'onHold')?.reasons.map(({ zh }) => zh) ?? []
  const input = { from, reasons: [{ zh: '等环评', en: 'Waits for the environmental review' }] }
  assert.equal((await officer.call('PUT', '/api/standing-reasons/onHold', input)).statusCode, 403)
  assert.equal((await director.call('PUT', '/api/standing-reasons/onHold', input)).statusCode, 200)
  assert.equal((await director.call('PUT', '/api/standing-reasons/onHold', input)).statusCode, 409)
  assert.equal((await officer.standing(projectId, 'ongoing', 'onHold', from[0])).statusCode, 400)
  assert.equal((await officer.standing(projectId, 'ongoing', 'onHold', '等环评', '预计六月')).statusCode, 200)
  const stopped = await officer.enter(projectId, 'lead', 'engaged')
  assert.match(stopped.json<Refusal>().message, /项目状态为“暂缓”，先恢复为“推进中”/)
  assert.equal((await officer.standing(projectId, 'onHold', 'ongoing')).statusCode, 200)
  const { standingChanges, standing } = await officer.read(projectId)
  assert.equal(standing, 'ongoing')
  assert.deepEqual(
    standingChanges.map((one) => [one.standing, one.reason?.zh ?? null, one.note]),
    [
      ['ongoing', null, null],
      ['onHold', '等环评', '预计六月'],
    ],
  )
})

test('what a stage needs is the zone’s to say: director and administrator edit it, others read', async () => {
  const { projectId, officer, as, zone } = await world()
  const rule = {
    needs: [{ milestone: 'engaged', papers: ['本区对接单'] }],
    verified: false,
    source: '本区规定第3条',
  }
  for (const login of ['officer', 'promoter', 'commander', 'analyst']) {
    const who = await as(login)
    const refused = await who.call('PUT', '/api/stage-rules/engaged', { revision: 0, ...rule })
    assert.equal(refused.statusCode, 403, login)
    assert.equal((await who.call('GET', '/api/stage-rules')).statusCode, 200)
  }
  const administrator = await as('administrator')
  const saved = await administrator.call('PUT', '/api/stage-rules/engaged', { revision: 0, ...rule })
  assert.equal(saved.statusCode, 200, saved.body)
  const director = await as('director')
  const late = await director.call('PUT', '/api/stage-rules/engaged', { revision: 0, ...rule })
  assert.equal(late.statusCode, 409)
  const refused = (await officer.enter(projectId, 'lead', 'engaged')).json<Refusal>()
  assert.match(refused.message, /佐证材料：本区对接单/)
  await officer.date(projectId, 'engaged', '2022-03-01')
  await officer.file(projectId, 'engaged', '本区对接单')
  assert.equal((await officer.enter(projectId, 'lead', 'engaged')).statusCode, 200)
  assert.equal((await director.call('DELETE', '/api/stage-rules/engaged?revision=1')).statusCode, 200)
  const { items } = (await director.call('GET', '/api/stage-rules')).json<{
    items: { stage: string; isPreset: boolean; source: string; revision: number }[]
  }>()
  const preset = items.find((one) => one.stage === 'engaged')
  assert.deepEqual([preset?.isPreset, preset?.source, preset?.revision], [true, '示例', 2])
  const renewed = await director.call('PUT', '/api/stage-rules/engaged', { revision: 2, ...rule })
  assert.equal(renewed.statusCode, 200, renewed.body)
  for (const bad of [
    { ...rule, source: ' ' },
    { ...rule, needs: [{ milestone: 'dreamt', papers: [] }] },
    { ...rule, needs: [{ milestone: 'lead', papers: [' '] }] },
  ])
    assert.equal(
      (await director.call('PUT', '/api/stage-rules/lead', { revision: 0, ...bad })).statusCode,
      400,
    )
  await assertEveryRowHasItsChange(database, zone.id)
})
