export type Point = [x: number, y: number, z: number]

type Placed = {
  /** A handle, or `:` and the line where there is none. */
  place: string
  layer: string
  inPaperSpace: boolean
  /** The direction it is seen from, which turns its coordinates. */
  normal: Point
}

export type Polyline = Placed & {
  kind: 'polyline'
  isClosed: boolean
  /** x, y and bulge of each corner in turn. */
  corners: number[]
  elevation: number
  hasHeights: boolean
}

export type Insert = Placed & {
  kind: 'insert'
  block: string
  at: Point
  scale: Point
  /** In degrees. */
  rotation: number
  columns: number
  rows: number
  columnSpacing: number
  rowSpacing: number
}

export type Text = Placed & { kind: 'text'; at: Point; text: string }

/** Anything else: `kind` as the file calls it. */
export type Other = Placed & { kind: 'other'; name: string }

export type Entity = Polyline | Insert | Text | Other

export type Block = { base: Point; entities: Entity[] }

/** Of a new entity, before anything of it was read. */
export const newPlaced = (line: number): Placed => ({
  place: `:${line}`,
  layer: '0',
  inPaperSpace: false,
  normal: [0, 0, 1],
})
