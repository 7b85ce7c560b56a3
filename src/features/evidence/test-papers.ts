import assert from 'node:assert/strict'
import type { Caller } from '../../../test/factories.ts'
import type { App } from '../../server/http.ts'
import type { stages } from '../projects/stages.ts'
import type { Evidence } from './contract.ts'

const boundary = 'zhantu-test-boundary'
export const form = { 'content-type': `multipart/form-data; boundary=${boundary}` }

export const paperForm = (fields: Record<string, string>, name: string, bytes: Buffer) =>
  Buffer.concat([
    ...Object.entries(fields).map(([key, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`),
    ),
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])

let serial = 0
export const pdf = (size = 100) => Buffer.from(`%PDF-1.7\n${++serial}\n`.padEnd(size, ' '))

/** A person's steps with evidence, over HTTP, for tests. */
export function clerkOf(app: App, who: Caller) {
  const clerk = {
    send: (projectId: string, fields: Record<string, string>, name: string, bytes: Buffer) =>
      app.inject({
        method: 'POST',
        url: `/api/projects/${projectId}/papers`,
        headers: { cookie: who.cookie, ...form },
        payload: paperForm(fields, name, bytes),
      }),
    async file(projectId: string, milestone: string, kind: string, name = `${kind}.pdf`): Promise<Evidence> {
      const response = await clerk.send(projectId, { milestone, kind }, name, pdf())
      assert.equal(response.statusCode, 201, response.body)
      return response.json()
    },
    async read(projectId: string): Promise<Evidence> {
      const response = await who.call('GET', `/api/projects/${projectId}/evidence`)
      assert.equal(response.statusCode, 200, response.body)
      return response.json()
    },
    async date(projectId: string, milestone: string, to: string | null, from: string | null = null) {
      const edit = { projectId, field: `${milestone}.actual`, from, to }
      const response = await who.call('PATCH', '/api/ledger', { edits: [edit] })
      return response.json<{ applied: number; failures: { code: string; message: string }[] }>()
    },
    enter: (projectId: string, from: string, to: string, reason?: string) =>
      who.call('POST', `/api/projects/${projectId}/stage`, { from, to, ...(reason ? { reason } : {}) }),
    async verify(projectId: string, milestone: string) {
      const { proofs, papers } = await clerk.read(projectId)
      return who.call('POST', `/api/projects/${projectId}/milestones/${milestone}/verification`, {
        actual: proofs.find((one) => one.milestone === milestone)?.actual ?? '2022-01-01',
        paperIds: papers.filter((paper) => paper.milestone === milestone).map((paper) => paper.id),
      })
    },
    standing: (projectId: string, from: string, to: string, reason?: string, note?: string) =>
      who.call('POST', `/api/projects/${projectId}/standing`, { from, to, reason, note }),
    async rules(): Promise<{ items: { stage: string; needs: { milestone: string; papers: string[] }[] }[] }> {
      return (await who.call('GET', '/api/stage-rules')).json()
    },
    /** A review of fair competition by which a project may be signed. */
    async review(projectId: string) {
      const { papers } = await clerk.file(projectId, 'underReview', 'fairCompetition', '审查表.pdf')
      const response = await who.call('POST', `/api/projects/${projectId}/fair-reviews`, {
        conclusion: 'conforms',
        basis: '逐条对照审查标准，不违反',
        reviewedOn: '2022-02-20',
        paperId: papers.at(-1)?.id,
      })
      assert.equal(response.statusCode, 200, response.body)
    },
    /** All that the preset asks for a stage, but the looks of others. */
    async bring(projectId: string, stage: (typeof stages)[number]) {
      const needs = (await clerk.rules()).items.find((rule) => rule.stage === stage)?.needs ?? []
      const done = await clerk.read(projectId)
      for (const { milestone, papers } of needs) {
        const { actual } =
          (await clerk.read(projectId)).proofs.find((one) => one.milestone === milestone) ?? {}
        if (!actual) assert.deepEqual((await clerk.date(projectId, milestone, '2022-03-01')).failures, [])
        const [kind] = papers
        if (kind && !done.papers.some((one) => one.milestone === milestone && one.kind === kind))
          await clerk.file(projectId, milestone, kind)
      }
      if (stage === 'signed') await clerk.review(projectId)
      return [...new Set(needs.map((need) => need.milestone))]
    },
  }
  return clerk
}
