export type UnreadableCode =
  | 'empty_file'
  | 'too_large'
  | 'password_protected'
  | 'zip_bomb'
  | 'not_a_workbook'
  | 'not_a_drawing'
  | 'damaged'
  | 'too_many_columns'
  | 'too_many_rows'
  | 'too_many_cells'
  | 'too_many_shapes'
  | 'too_many_points'
  | 'too_slow'

/**
 * The file as a whole cannot be read. `details` gives what a message needs: `limit`, `found`, `sheet`, `part`, `kind`
 * (what the file seems to be instead), `reason`.
 */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
  readonly code: UnreadableCode
  readonly details: Record<string, string | number>

  constructor(code: UnreadableCode, details: Record<string, string | number> = {}, options?: ErrorOptions) {
    const facts = Object.entries(details).map(([key, value]) => `${key} ${value}`)
    super([code, ...facts].join(', '), options)
    this.code = code
    this.details = details
  }
}
