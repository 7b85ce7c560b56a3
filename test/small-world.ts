import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../src/server/database/connect.ts'
import { insertRows, updateRows } from '../src/server/database/record.ts'
import { buildProject, buildZone } from './factories.ts'

export const logins = [
  'director',
  'analyst',
  'administrator',
  'commander',
  'officer',
  'promoter',
  'commander2',
] as const
export type Login = (typeof logins)[number]
/** A project of the small world, in the words of the rule. */
export type Known = {
  id: string
  name: string
  signed: boolean
  corps: 'a' | 'b' | null
  first: 'a' | 'b' | null
  officer: Login | null
  guest: Login | null
  /** Both corps are sides of an agreement on it that stands. */
  isAsked?: boolean
}

/**
 * The rule, plainly (domain §1.3, 首谈): who has signed is known to all but administrators; before that a project is
 * known to directors and analysts, to the people of its corps and of the unit of first contact, to its officer, to
 * its named guests, and to the commanders of those who are sides of an agreement on it.
 */
export function knows(login: Login, project: Known): boolean {
  const corps = { commander: 'a', officer: 'a', promoter: 'a', commander2: 'b' }[login as string] ?? ''
  if (login === 'administrator') return false
  if (project.signed || login === 'director' || login === 'analyst') return true
  return (
    [project.corps, project.first].includes(corps as 'a') ||
    project.officer === login ||
    project.guest === login ||
    (project.isAsked === true && login.startsWith('commander'))
  )
}

export async function smallWorld(database: Database) {
  const zone = await buildZone(database)
  const projects: Known[] = []
  const author = { zoneId: zone.id, memberId: null, at: new Date(Date.now() - 3 * 86_400_000) }
  const nameOf = { a: '市北兵团', b: '桥南兵团' }
  for (const stage of ['underReview', 'signed'])
    for (const corps of ['a', 'b', null] as const)
      for (const first of ['a', 'b', null] as const)
        for (const officer of ['promoter', 'commander2', null] as const) {
          const guest =
            projects.length % 5 === 0 ? 'officer' : projects.length % 7 === 0 ? 'commander2' : null
          const name = `秘密项目${projects.length}号`
          const id = await buildProject(
            database,
            zone,
            {
              ...{
                name,
                stage,
                totalInvestment: '1',
                problem: `${name}缺地`,
                ...(corps ? { corps: zone.corps[corps] } : {}),
              },
              ...(first ? { firstContactUnit: nameOf[first] } : {}),
            },
            '2022-02',
            author.at,
          )
          await database.within(author, async (db) => {
            const { revision } = await db
              .selectFrom('project')
              .select('revision')
              .where('zoneId', '=', zone.id)
              .where('id', '=', id)
              .executeTakeFirstOrThrow()
            const set = {
              officerId: officer ? zone.memberIds[officer] : null,
              ...(corps ? {} : { corpsId: null }),
            }
            await updateRows(db, author, 'project', [{ id, revision, set }])
            if (guest)
              await insertRows(db, author, 'project_guest', [
                { id: uuidv7(), projectId: id, memberId: zone.memberIds[guest] },
              ])
          })
          projects.push({
            id,
            name,
            signed: stage === 'signed',
            corps,
            first,
            officer,
            guest,
          })
        }
  return { zone, projects }
}
