import { sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { refuseNoDay } from '../../../server/refuse-no-day.ts'
import { type Day, shanghaiDay } from '../../../shared/days.ts'
import { holdRooms } from '../../buildings/server/leases.ts'
import { listLines } from '../../projects/server/queries.ts'
import type { AdoptInput, PlacedProject, Plan } from '../plan-contract.ts'
import { listKept } from './kept.ts'
import { listHolding, named } from './plan-projects.ts'
import { findPlan, planMovedOn } from './plans.ts'
import { reserve } from './reservations.ts'
import { readSpaces, type ZoneSpaces } from './zone-spaces.ts'

/** Keeps every place of a plan for its project until a day: all of them, or none where something moved since. */
export async function adoptPlan(
  db: Db,
  actor: Actor,
  author: Author,
  id: string,
  { untilOn, revision }: AdoptInput,
) {
  const plan = await findPlan(db, actor.zoneId, id)
  if (plan.adoptedAt !== null)
    throw new Problem('conflict', say('这个方案已经采用过。', 'This plan has been adopted already.'))
  if (plan.revision !== revision) throw planMovedOn()
  if (plan.asked.thresholds.length > 0)
    throw new Problem(
      'conflict',
      say(
        '这个方案是改了供地条件的推演，不能采用。先改供地条件，再重新统筹。',
        'This plan supposes other land conditions than those that hold, so it cannot be adopted. Change the conditions, then plan again.',
      ),
    )
  const { placed } = plan.answer
  if (placed.length === 0)
    throw new Problem('invalid_input', say('这个方案没有落位的项目。', 'This plan places no project.'))
  refuseNoDay(untilOn)
  const today = shanghaiDay(author.at)
  const ids = placed.map(({ project }) => project.id)
  await holdAll(db, actor.zoneId, ids, placed)
  const zone = await readSpaces(db, actor.zoneId, today, ids)
  await refuseMoved(db, actor.zoneId, today, plan, zone)
  const kept = await listKept(db, actor.zoneId, today, ids)
  const readyOn = new Map(zone.spaces.map((space) => [space.id, space.readyOn]))
  refuseTooEarly(placed, readyOn, untilOn)
  for (const { project, place } of placed)
    for (const part of place.parts) {
      // Of a parcel that others have a part of, what is left of it.
      const isPart = place.kind === 'part' || kept.has(part.id)
      const areaM2 = place.kind === 'part' ? place.areaM2 : part.areaM2
      const free = readyOn.get(part.id) ?? today
      await reserve(
        db,
        actor,
        author,
        project.id,
        part.kind === 'parcel'
          ? {
              ...{ parcelIds: [part.id], roomIds: [], areaM2: isPart ? floored(areaM2) : null, untilOn },
              named: zone.named,
            }
          : {
              ...{ parcelIds: [], roomIds: [part.id], areaM2: null, untilOn },
              roomsFrom: free > today ? free : today,
            },
      )
    }
  const set = { adoptedAt: author.at, adoptedBy: actor.memberId, adoptedUntil: untilOn }
  const written = await updateRows(db, author, 'plan', [{ id, revision, set }])
  if (written.size === 0) throw planMovedOn()
}

/** All in one order, before anything is looked at: of two who adopt in the same moment one waits and sees the other’s. */
async function holdAll(db: Db, zoneId: string, ids: readonly string[], placed: readonly PlacedProject[]) {
  const parts = placed.flatMap(({ place }) => place.parts)
  const idsOf = (wanted: 'parcel' | 'room') => parts.flatMap(({ id, kind }) => (kind === wanted ? [id] : []))
  await sql`select from project where zone_id = ${zoneId} and id = any(${[...ids]}::uuid[]) order by id for update`.execute(
    db,
  )
  await sql`select from parcel where zone_id = ${zoneId} and id = any(${idsOf('parcel')}::uuid[]) order by id for update`.execute(
    db,
  )
  await holdRooms(db, zoneId, idsOf('room'))
}

/** A room that comes free only after the last day cannot be kept until then. */
function refuseTooEarly(
  placed: readonly PlacedProject[],
  readyOn: ReadonlyMap<string, Day | null>,
  untilOn: Day,
) {
  const late = placed.flatMap(({ project, place }) =>
    place.parts
      .filter(({ id, kind }) => kind === 'room' && (readyOn.get(id) ?? '') > untilOn)
      .map(({ id, label }) => ({ name: `${label} → ${project.name}`, day: readyOn.get(id) as Day })),
  )
  if (late.length === 0) return
  const names = late.map(({ name }) => name)
  const last = late.map(({ day }) => day).reduce((a, b) => (a > b ? a : b))
  throw new Problem(
    'invalid_input',
    say(
      `${named(names, 'zh')} 的单元最晚 ${last} 才空出，预留到 ${untilOn} 太早，请改到那天以后。`,
      `${named(names, 'en')}: the last of these rooms comes free on ${last}; keep until a later day than ${untilOn}.`,
    ),
  )
}

/** To the square decimetre, never more than there is. */
const floored = (areaM2: number) => (Math.floor(areaM2 * 100 + 1e-6) / 100).toFixed(2)

async function refuseMoved(
  db: Db,
  zoneId: string,
  today: Day,
  { asked, answer: { placed } }: Pick<Plan, 'asked' | 'answer'>,
  zone: ZoneSpaces,
) {
  const ids = placed.map(({ project }) => project.id)
  const lines = new Map((await listLines(db, zoneId, ids)).map((line) => [line.id, line]))
  const holding = new Set((await listHolding(db, zoneId, today, ids)).map(({ id }) => id))
  const projects = placed.filter(({ project }) => {
    const line = lines.get(project.id)
    const hasParcel = !asked.named && typeof line?.['parcelNo'] === 'string'
    return line?.['standing'] !== 'ongoing' || hasParcel || holding.has(project.id)
  })
  const places = placed.filter(({ place }) => !isThere(place, zone))
  if (projects.length + places.length === 0) return
  const names = (all: readonly PlacedProject[], language: 'zh' | 'en') =>
    named(
      all.map(({ project, place }) =>
        all === places
          ? `${place.parts.map(({ label }) => label).join(' + ')} → ${project.name}`
          : project.name,
      ),
      language,
    )
  const sentence = (language: 'zh' | 'en', words: { project: string; place: string }) =>
    [
      ...(projects.length > 0 ? [`${names(projects, language)}${words.project}`] : []),
      ...(places.length > 0 ? [`${names(places, language)}${words.place}`] : []),
    ].join(language === 'zh' ? '；' : '; ')
  throw new Problem(
    'conflict',
    say(
      `方案做出后情况变了，没有采用：${sentence('zh', { project: ' 已有去处或不再推进', place: ' 的空间已被占用或变动' })}。请重新统筹。`,
      `Things moved since the plan was made, so nothing was kept: ${sentence('en', { project: ' found a place or does not go on', place: ': the space is taken or changed' })}. Plan again.`,
    ),
  )
}

/** Half a square decimetre is rounding. */
const sameM2 = 0.005

function isThere(place: PlacedProject['place'], { parts }: ZoneSpaces): boolean {
  return place.parts.every((part) => {
    const now = parts.get(part.id)
    if (!now) return false
    return place.kind === 'part'
      ? now.areaM2 + sameM2 >= place.areaM2
      : Math.abs(now.areaM2 - part.areaM2) <= sameM2
  })
}
