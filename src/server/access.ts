import type { Role } from '../features/organisation/contract.ts'
import type { Day } from '../shared/days.ts'
import type { Reach } from './database/connect.ts'
import { notAllowed } from './errors.ts'

export type Verb = 'read' | 'create' | 'update' | 'remove'
export type Subject =
  | 'project'
  | 'import'
  | 'duplicate'
  | 'export'
  | 'view'
  | 'member'
  | 'unit'
  | 'audit'
  | 'self'
  | 'reorganisation'
  | 'stageRule'
  | 'territory'
  | 'goal'
  | 'lightRule'
  | 'security'
  | 'parcel'
  | 'building'
  | 'basemap'
  | 'ruleSet'
  | 'plan'
export type Ability = `${Subject}:${Verb}`
export type Access = 'public' | Ability

/** The person behind a request, with the posts they hold today: rights come from these alone. */
export type Actor = {
  zoneId: string
  memberId: string
  sessionId: string
  name: string
  posts: { unitId: string; role: Role }[]
  /** The corps that they command or serve, with the groups below. */
  unitIds: string[]
  /** Whose unsigned projects they see. */
  reach: Reach
  mustChangePassword: boolean
  /** A wall's session: of this screen, until the end of this day. It asks what `wallRoutes` lists and nothing else. */
  wall?: { screen: string; until: Day }
  /** The zone asks for a second factor and they have none yet. */
  mustEnrol?: boolean
  /** Of a request that asks for the records as they stood: it reads, and no more. */
  asOf?: Date
}

const business: readonly Role[] = ['director', 'commander', 'officer', 'promoter', 'analyst']
const everyone: readonly Role[] = [...business, 'administrator', 'security_administrator', 'auditor']

/** Which roles may call a route at all; which rows, says each feature's policy. The three administrators keep out of business. */
const rolesFor: Record<Ability, readonly Role[]> = {
  'self:read': everyone,
  'self:create': everyone,
  'self:update': everyone,
  'self:remove': everyone,
  'unit:read': everyone,
  'unit:create': ['administrator'],
  'unit:update': ['administrator'],
  'unit:remove': ['administrator'],
  'reorganisation:read': everyone,
  'reorganisation:create': ['director', 'administrator'],
  'reorganisation:update': ['director', 'administrator'],
  'reorganisation:remove': ['director', 'administrator'],
  'member:read': everyone,
  'member:create': ['security_administrator'],
  'member:update': ['security_administrator'],
  'member:remove': ['security_administrator'],
  'project:read': business,
  'project:create': business,
  'project:update': business,
  'project:remove': ['director', 'analyst'],
  'view:read': business,
  'view:create': business,
  'view:update': business,
  'view:remove': business,
  'import:read': ['director', 'analyst'],
  'import:create': ['director', 'analyst'],
  'import:update': ['director', 'analyst'],
  'import:remove': ['director', 'analyst'],
  'territory:read': everyone,
  'territory:create': ['director', 'administrator'],
  'territory:update': ['director', 'administrator'],
  'territory:remove': ['director', 'administrator'],
  'parcel:read': business,
  'parcel:create': ['director', 'analyst'],
  'parcel:update': ['director', 'analyst', 'commander'],
  'parcel:remove': ['director', 'analyst'],
  'building:read': business,
  'building:create': ['director', 'analyst'],
  'building:update': ['director', 'analyst', 'commander'],
  'building:remove': ['director', 'analyst'],
  'goal:read': business,
  'goal:create': ['director', 'analyst'],
  'goal:update': ['director', 'analyst'],
  'goal:remove': ['director', 'analyst'],
  'stageRule:read': [...business, 'administrator'],
  'stageRule:create': [],
  'stageRule:update': ['director', 'administrator'],
  'stageRule:remove': ['director', 'administrator'],
  'lightRule:read': [...business, 'administrator'],
  'lightRule:create': ['director', 'administrator'],
  'lightRule:update': ['director', 'administrator'],
  'lightRule:remove': ['director', 'administrator'],
  'ruleSet:read': business,
  'ruleSet:create': ['director', 'analyst'],
  'ruleSet:update': ['director', 'analyst'],
  'ruleSet:remove': ['director', 'analyst'],
  'plan:read': ['director', 'analyst'],
  'plan:create': ['director', 'analyst'],
  'plan:update': ['director', 'analyst'],
  'plan:remove': ['director', 'analyst'],
  'basemap:read': ['administrator'],
  'basemap:create': [],
  'basemap:update': ['administrator'],
  'basemap:remove': [],
  'duplicate:read': ['director', 'analyst'],
  'duplicate:create': ['director', 'analyst'],
  'duplicate:update': ['director', 'analyst'],
  'duplicate:remove': ['director', 'analyst'],
  'export:read': ['director', 'commander', 'analyst'],
  'export:create': ['director', 'commander', 'analyst'],
  'export:update': [],
  'export:remove': [],
  'security:read': ['administrator', 'security_administrator', 'auditor'],
  'security:create': [],
  'security:update': ['security_administrator'],
  'security:remove': [],
  'audit:read': ['auditor'],
  'audit:create': ['auditor'],
  'audit:update': [],
  'audit:remove': [],
}

/** Directors and analysts know of every project; others of those that concern the units of their posts. */
export const reachOf = (posts: Actor['posts'], units: readonly { id: string; name: string }[]): Reach =>
  posts.some(({ role }) => role === 'director' || role === 'analyst')
    ? 'zone'
    : { unitIds: [...new Set(units.map(({ id }) => id))], unitNames: units.map(({ name }) => name) }

export const has = (actor: Pick<Actor, 'posts'>, ...roles: Role[]) =>
  actor.posts.some((post) => roles.includes(post.role))
/** What concerns oneself alone needs no post. */
export const mayCall = (actor: Actor, ability: Ability) =>
  ability.startsWith('self:') || has(actor, ...rolesFor[ability])
/** Of a wall, what it shows by: it only reads. */
export const generalAbilities = (actor: Actor) =>
  (Object.keys(rolesFor) as Ability[]).filter(
    (ability) => mayCall(actor, ability) && (!actor.wall || wallAbilities.includes(ability)),
  )

const wallAbilities: readonly Ability[] = ['parcel:read', 'project:read']
/** Whether somebody's posts show them the wall at all. */
export const mayShowWall = (actor: Actor) => wallAbilities.every((ability) => mayCall(actor, ability))

type Rule<Row> = (actor: Actor, row: Row) => boolean
/** Of the four verbs, or of those of a feature's own. */
export type Policy<Row, V extends string = Verb> = Record<V, Rule<Row>>

/** Stops the request unless the policy lets this person do this to this row. */
export function authorize<Row, V extends string>(
  policy: Policy<Row, V>,
  actor: Actor,
  verb: NoInfer<V>,
  row: Row,
  refusal = () => notAllowed('您的任职不包含这项权限。', `Your posts do not let you ${verb} this.`),
): Row {
  if (!mayDo(policy, actor, verb, row)) throw refusal()
  return row
}

/** What this person may do to this row: sent along with it, so the screen never repeats the rules. */
export const abilitiesOn = <Row, V extends string>(policy: Policy<Row, V>, actor: Actor, row: Row) =>
  (Object.keys(policy) as V[]).filter((verb) => mayDo(policy, actor, verb, row))

/** The past is read, never changed. */
const mayDo = <Row, V extends string>(policy: Policy<Row, V>, actor: Actor, verb: V, row: Row) =>
  (verb === 'read' || !actor.asOf) && policy[verb](actor, row)
