/**
 * All that a wall's session may ask: what the wall reads (src/features/wall/web, the map behind it, and who it is), and its
 * own sign-out. A method and a route as it is registered; what is not here is refused, writes and downloads first of all.
 */
export const wallRoutes: ReadonlySet<string> = new Set([
  'GET /api/me',
  'GET /api/live',
  'GET /api/units',
  'GET /api/map',
  'GET /api/map/legend',
  'GET /api/map/tiles/:set/:z/:x/:y',
  'GET /api/ledger/groups',
  'GET /api/lights',
  'GET /api/battle-chart',
  'GET /api/parcels',
  'POST /api/sign-out',
])
