export const sceneKinds = ['zone', 'corps', 'red', 'tasks', 'space'] as const
export type SceneKind = (typeof sceneKinds)[number]

/** A scene as the address names it: `corps` without an id is each of them in turn. */
export type Asked = { kind: SceneKind; corpsId: string | undefined; seconds: number }
export type Scene = Asked & { key: string }

/** How long a scene stands, in seconds. */
export const standing = { usual: 20, least: 5, most: 600 }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Which scenes, in which order, and how long each stands: `scenes=zone:30,corps,red&seconds=20`, where a corps' id stands
 * for it alone. What cannot be read is left out; where nothing is left, all of them.
 */
export function scenesAsked(search: Readonly<Record<string, string | undefined>>): Asked[] {
  const usual = secondsIn(search['seconds']) ?? standing.usual
  const asked = (search['scenes'] ?? '').split(',').flatMap((text): Asked[] => {
    const [name = '', seconds] = text.trim().split(':')
    const kind = sceneKinds.find((one) => one === name)
    const stands = secondsIn(seconds) ?? usual
    if (kind) return [{ kind, corpsId: undefined, seconds: stands }]
    return uuid.test(name) ? [{ kind: 'corps', corpsId: name, seconds: stands }] : []
  })
  return asked.length > 0 ? asked : sceneKinds.map((kind) => ({ kind, corpsId: undefined, seconds: usual }))
}

function secondsIn(text: string | undefined): number | undefined {
  const seconds = Number(text?.trim() || Number.NaN)
  return Number.isFinite(seconds) ? Math.min(standing.most, Math.max(standing.least, seconds)) : undefined
}

/** The scenes of a zone with these corps; the whole zone where nothing that was asked for is there. */
export function scenesOf(asked: readonly Asked[], corpsIds: readonly string[]): Scene[] {
  const scenes = asked.flatMap(({ kind, corpsId, seconds }): Scene[] => {
    if (kind !== 'corps') return [{ key: kind, kind, corpsId, seconds }]
    return corpsIds
      .filter((id) => corpsId === undefined || id === corpsId)
      .map((id) => ({ key: `corps ${id}`, kind, corpsId: id, seconds }))
  })
  return scenes.length > 0
    ? scenes
    : [{ key: 'zone', kind: 'zone', corpsId: undefined, seconds: standing.usual }]
}
