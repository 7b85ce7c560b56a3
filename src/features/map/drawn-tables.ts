/** The tables that each part of the map is drawn from. */
export const drawnTables = {
  land: ['parcel', 'territory', 'territory_holding', 'unit'],
  /** What is kept of land for projects: it changes how parcels look, and moves nothing. */
  kept: ['reservation'],
  /** Whether they go on. An open map does not ask for all land again at each save of a project: it sees this with the next. */
  keepers: ['project'],
  /** Buildings, and what is vacant in them. */
  sites: ['building', 'floor', 'room', 'lease'],
  /** With what their lights follow from. */
  projects: ['project', 'progress', 'milestone', 'month_task', 'project_place', 'light_rule'],
  /** Who may know of a project. */
  rights: ['project', 'project_guest', 'agreement', 'benefit_share', 'post', 'unit'],
} as const satisfies Record<string, readonly string[]>
export type DrawnPart = keyof typeof drawnTables

/** Whether any of these parts is drawn from any of the tables written. */
export const isDrawnFrom = (written: readonly string[], ...parts: readonly DrawnPart[]): boolean =>
  parts.some((part) => drawnTables[part].some((table) => written.includes(table)))
