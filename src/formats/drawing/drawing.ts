/** What a file of shapes holds, as plain data. No coordinate is changed and nothing here knows what a shape means. */

/** A pair as the file writes it, in the file's own order: see `Drawing.order`. Never NaN or infinite. */
export type Position = [number, number]
/** As written: closed or not, clockwise or not. */
export type Ring = Position[]
/** The rings of one surface: those that the format calls outer and those it calls holes are not told apart. */
export type Surface = Ring[]

export type Shape = {
  /**
   * Where in the file a person finds it: a line (`12`), a record (`3`), a handle (`2F`, inside a block `1A/2F`; `:12`
   * is the line of one without handle); with `layer`, within that.
   */
  place: string
  /** The layer, or the file within an archive, that it stands on. */
  layer?: string
  /** A MultiPolygon has several, everything else one. Never empty. */
  surfaces: Surface[]
  /** Everything the file says of it, by the names the file uses; texts as written, without blanks at the ends. */
  attributes: Record<string, string>
}

/** Something a person should know about the reading; what was not taken is always told. */
export type DrawingNotice = {
  code: DrawingNoticeCode
  /** As `Shape.place`; of several, the first. */
  place?: string
  layer?: string
  /** The value received, or a number: what the sentence about it needs. */
  value?: string
  /** How many alike this one stands for, if more than one. */
  count?: number
}

export type DrawingNoticeCode =
  /** A point, line, image … of `value` kind: only surfaces are taken. */
  | 'not_a_surface'
  /** A line of surfaces that does not return to its beginning. */
  | 'not_closed'
  /** A shape without any coordinates. */
  | 'empty_shape'
  /** A coordinate that is no number: `value`. The shape is left out. */
  | 'no_number'
  /** A ring of fewer than three different points. The shape is left out. */
  | 'too_few_points'
  /** A line of the file that cannot be understood: `value`. It is left out. */
  | 'unknown_line'
  /** The number of points told (`value`) is not the number found. */
  | 'count_differs'
  /** The table of attributes (.dbf) is missing or damaged: shapes have no attributes. */
  | 'no_attributes'
  /** The file says nothing about its character set; `value` names the one taken. */
  | 'encoding_guessed'
  /** Arcs were drawn as chords; `value` is how far they may stand off, in the file's unit. */
  | 'arcs_flattened'
  /** Blocks inside blocks beyond `value` levels were left out. */
  | 'nested_too_deep'
  /** Heights (Z) or measures (M) were left out. */
  | 'heights_ignored'
  /** Full-width brackets, digits or commas were read as plain ones. */
  | 'full_width_read'
  /** An archive entry that is no part of a shapefile, or leads outside: `value`. */
  | 'entry_ignored'
  /** No shapes at all in this layer or file. */
  | 'nothing_found'
  /** A shape whose record contradicts itself. It is left out. */
  | 'damaged_shape'
  /** The file ends, or cannot be followed further, in the middle: what comes after `place` is left out. */
  | 'cut_short'
  /** A record marked as deleted. It is left out. */
  | 'deleted_record'
  /** This layer names another coordinate system than the file's first: its `value`. */
  | 'systems_differ'

export type Drawing = {
  format: 'parcelTxt' | 'shapefile' | 'dxf' | 'geojson'
  /** What the format's own rules say the two numbers of a position are: X (north), Y (east) in parcelTxt, else east first. */
  order: 'northFirst' | 'eastFirst'
  shapes: Shape[]
  /** What the file says of its coordinate system, as it says it: `epsg`, `wkt`, or the header of a parcelTxt. */
  system: { epsg?: number; wkt?: string; header?: Record<string, string> }
  notices: DrawingNotice[]
}
