export { Grid } from './Grid.tsx'
export type {
  CellEdit,
  CellFailure,
  GridColumn,
  GridColumnKind,
  GridColumnState,
  GridGroup,
  GridProps,
  GridRow,
  GridSelectionFigures,
  GridSort,
  GridSource,
  ParseResult,
} from './grid-types.ts'
export { GRID_TEXT_KEYS, type GridTextKey } from './texts.ts'
