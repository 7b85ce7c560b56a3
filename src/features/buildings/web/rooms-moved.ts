const moving = new Set([
  'building',
  'floor',
  'room',
  'lease',
  'parcel',
  // Whose land it is, by name.
  'territory',
  'territory_holding',
  'unit',
  // For whom a room is held, and who may know of it.
  'project',
  'project_guest',
  'post',
])

/** Whether rooms show otherwise after a write; undefined: anything may have been written. */
export const roomsMoved = (written: readonly string[] | undefined) =>
  written === undefined || written.some((table) => moving.has(table))
