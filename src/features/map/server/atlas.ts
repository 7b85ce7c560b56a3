import type { Actor } from '../../../server/access.ts'
import type { Database, Db } from '../../../server/database/connect.ts'
import type { Live } from '../../../server/live.ts'
import { type Day, shanghaiDay } from '../../../shared/days.ts'
import { isDrawnFrom } from '../drawn-tables.ts'
import { Land } from './land.ts'
import { Projects } from './projects.ts'
import { visibleProjects } from './queries.ts'
import { Sites } from './sites.ts'
import { TileCache } from './tile-cache.ts'

/** What the map of a zone is drawn from, of today or as it stood on a day. */
export type Sheet = {
  land: Land
  sites: Sites
  projects: Projects
  /** Differ whenever a tile may. */
  landVersion: string
  projectsVersion: string
  tiles: TileCache
  /** Of a person with these posts: who is seen depends on rights alone, so it is kept with the projects’ version. */
  visible: Map<string, Asked>
}
type Asked = { version: string; askedAt: number; ids: Promise<Set<string>> }
type Kept = {
  sheet: Promise<Sheet>
  /** Of today's holders, on a sheet of now. */
  day: Day
  moved: boolean
  rightsMoved: boolean
  checkedAt: number
}

const keptAtMost = 12
/** A word from another process may be lost with its line: nothing is trusted longer without a look at the log. */
const lineTrustedMs = 10_000

export type Atlas = {
  sheet(actor: Actor): Promise<Sheet>
  /** Undefined: all of them. */
  visible(actor: Actor, sheet: Sheet): Promise<Set<string> | undefined>
  /** Alike for those alone who may see the same. */
  scope(actor: Actor): string
}

/** Keeps the maps that are looked at, follows the log while they are, and forgets those looked at longest ago. */
export function keepAtlas(database: Database, live: Live, now: () => number = Date.now): Atlas {
  const kept = new Map<string, Kept>()
  const followed = new Set<string>()
  let versions = 0
  const nextVersion = () => `${process.pid}-${++versions}`
  const trustedMs = database.connections.channel ? lineTrustedMs : Number.POSITIVE_INFINITY

  const hear = (zoneId: string) => {
    if (followed.has(zoneId)) return
    followed.add(zoneId)
    live.subscribe(zoneId, ({ tables }) => {
      for (const [key, one] of kept) {
        if (!key.startsWith(zoneId)) continue
        if (isDrawnFrom(tables, 'land', 'kept', 'sites', 'projects')) one.moved = true
        // Of days past as well: who may see them is decided by the rights of today.
        if (isDrawnFrom(tables, 'rights')) one.rightsMoved = true
      }
    })
  }

  const asZone = <T>({ zoneId, asOf }: Actor, work: (db: Db) => Promise<T>) =>
    database.within({ zoneId, memberId: null, asOf }, work)

  const load = (actor: Actor, day: Day): Promise<Sheet> =>
    asZone(actor, async (db) => {
      const isPast = actor.asOf !== undefined
      const land = await Land.load(db, actor.zoneId, day, isPast)
      const sites = await Sites.load(db, actor.zoneId, day, isPast)
      const projects = await Projects.load(db, actor.zoneId, land, isPast)
      const version = nextVersion()
      return {
        land,
        sites,
        projects,
        landVersion: version,
        projectsVersion: version,
        tiles: new TileCache(),
        visible: new Map(),
      }
    })

  async function follow(actor: Actor, day: Day, one: Kept, before: Promise<Sheet>): Promise<Sheet> {
    const sheet = await before
    const { rightsMoved } = one
    one.moved = false
    one.rightsMoved = false
    if (sheet.land.day !== day) return load(actor, day)
    const moved = await asZone(actor, async (db) => {
      const land = await sheet.land.follow(db, actor.zoneId)
      if (land === 'more') return undefined
      const gaveWay = land === 'parcels'
      const projects = await sheet.projects.follow(db, actor.zoneId, sheet.land, gaveWay)
      const sites = await sheet.sites.follow(db, actor.zoneId, day, gaveWay)
      return { land: sites || land !== 'nothing', projects }
    })
    if (!moved) return load(actor, day)
    if (moved.land) sheet.landVersion = nextVersion()
    if (moved.projects || rightsMoved) sheet.projectsVersion = nextVersion()
    sheet.tiles.clear((scope) => (scope === 'land' ? moved.land : moved.projects || rightsMoved))
    return sheet
  }

  /** The past stands still, but who may see it does not. */
  async function review(one: Kept, before: Promise<Sheet>): Promise<Sheet> {
    one.rightsMoved = false
    const sheet = await before
    sheet.projectsVersion = nextVersion()
    sheet.visible.clear()
    sheet.tiles.clear((scope) => scope !== 'land' && scope !== 'zone')
    return sheet
  }

  function ask(actor: Actor, sheet: Sheet, key: string): Asked {
    const ids = database.within(actor, (db) => visibleProjects(db, actor.zoneId))
    const asked = { version: sheet.projectsVersion, askedAt: now(), ids }
    sheet.tiles.clear((scope) => scope === key)
    sheet.visible.set(key, asked)
    ids.catch(() => sheet.visible.delete(key))
    return asked
  }

  return {
    sheet(actor) {
      const day = shanghaiDay(actor.asOf ?? new Date(now()))
      const key = `${actor.zoneId} ${actor.asOf ? actor.asOf.toISOString() : 'now'}`
      hear(actor.zoneId)
      const known = kept.get(key)
      const one = known ?? {
        sheet: load(actor, day),
        day,
        moved: false,
        rightsMoved: false,
        checkedAt: now(),
      }
      kept.delete(key)
      kept.set(key, one)
      for (const oldest of kept.keys()) if (kept.size > keptAtMost) kept.delete(oldest)
      const isOld = now() - one.checkedAt > trustedMs
      if (actor.asOf) {
        if (one.rightsMoved || isOld) {
          one.checkedAt = now()
          one.sheet = review(one, one.sheet)
        }
      } else if (one.moved || one.rightsMoved || isOld || one.day !== day) {
        one.day = day
        one.checkedAt = now()
        one.sheet = follow(actor, day, one, one.sheet)
      }
      one.sheet.catch(() => kept.delete(key))
      return one.sheet
    },
    async visible(actor, sheet) {
      if (actor.reach === 'zone') return undefined
      const key = scopeOf(actor)
      for (;;) {
        const known = sheet.visible.get(key)
        const isGood = known?.version === sheet.projectsVersion && now() - known.askedAt < trustedMs
        const asked = known && isGood ? known : ask(actor, sheet, key)
        const ids = await asked.ids
        // What was taken back while it was asked for must not be drawn, nor kept as a tile.
        if (sheet.visible.get(key) === asked && asked.version === sheet.projectsVersion) return ids
      }
    },
    scope: scopeOf,
  }
}

const scopeOf = ({ reach, memberId }: Actor) =>
  reach === 'zone' ? 'zone' : JSON.stringify([memberId, reach])
