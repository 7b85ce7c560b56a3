import { sql } from 'kysely'
import { mayCall } from '../../../../server/access.ts'
import { say } from '../../../../server/errors.ts'
import { addDays, shanghaiDay } from '../../../../shared/days.ts'
import { type MilestoneKind, milestoneWords } from '../../../projects/stages.ts'
import { itemsAtMost, matter, type RaisedSource, settledDays } from '../source.ts'
import { listUnverified, verificationMatter } from '../unverified.ts'

type Verified = { projectId: string; projectName: string; milestone: MilestoneKind; by: string; at: Date }

/** Papers that this person filed: those that still wait for somebody's look, and those looked at of late. */
export const raisedVerifications: RaisedSource = async (db, actor, day) => {
  if (!mayCall(actor, 'project:read')) return undefined
  const { zoneId, memberId } = actor
  const open = (await listUnverified(db, actor, day, sql`${memberId} = any(f.authors)`)).map((one) => ({
    ...verificationMatter(one),
    state: say('待他人核验', 'waits to be verified'),
  }))
  const { rows } = await sql<Verified>`
    select p.id as project_id, p.name as project_name, v.milestone, w.name as by, max(v.verified_at) as at
    from verification v join project p on p.zone_id = ${zoneId} and p.id = v.project_id and p.removed_at is null
    join member w on w.zone_id = ${zoneId} and w.id = v.verified_by
    where v.zone_id = ${zoneId} and v.removed_at is null and v.verified_at >= ${addDays(day, -settledDays)}::date
      and exists (select from paper a where a.zone_id = ${zoneId} and a.id = any(v.paper_ids) and a.added_by = ${memberId}::uuid)
    group by 1, 2, 3, 4 order by at desc, 1, 3`.execute(db)
  const done = rows
    .map(({ projectId, projectName, milestone, by, at }) => {
      const { zh, en } = milestoneWords[milestone]
      return matter({
        id: `${projectId} ${milestone}`,
        name: projectName,
        address: `/projects/${projectId}?tab=evidence`,
        note: say(zh, en),
        state: say(`${by} 已核验`, `verified by ${by}`),
        on: shanghaiDay(at),
      })
    })
    .filter(({ id }) => !open.some((one) => one.id === id))
  return {
    kind: 'verification',
    title: say('您提交的佐证材料', 'Papers you filed'),
    address: null,
    items: [...open, ...done].slice(0, itemsAtMost),
    total: open.length + done.length,
  }
}
