/** Every string the grid shows. `{count}`, `{title}` and the like are filled in. */
export const GRID_TEXT_KEYS = [
  'label', // accessible name of the grid
  'keyboardHelp', // read to screen readers on entering
  'emptyRows',
  'loadingRow',
  'notNumber', // {text}
  'notInteger', // {text}
  'notDate', // {text}
  'notChoice', // {text}
  'saveFailed',
  'readOnlyCell',
  'computedCell',
  'pasted', // {count}
  'cleared', // {count}
  'copied', // {count}
  'skippedReadOnly', // {count}
  'notFitting', // {count}
  'rejected', // {count}
  'nextRejected',
  'tooLarge', // {count}
  'nothingToUndo',
  'nothingToRedo',
  'dismiss',
  'longTextHint',
  'choiceNone',
  'choiceEmpty',
  'previousMonth',
  'nextMonth',
  'weekdays', // seven words, Monday first, separated by spaces
  'monthTitle', // {year} {month}
  'sortAscending',
  'sortDescending',
  'resizeColumn', // {title}
  'expandGroup', // {label}
  'collapseGroup', // {label}
] as const

export type GridTextKey = (typeof GRID_TEXT_KEYS)[number]
export type GridTexts = Record<string, string>

/** The text of a key with its places filled; an absent key shows itself, so that a gap is seen. */
export function say(
  texts: GridTexts,
  key: GridTextKey,
  places: Record<string, string | number> = {},
): string {
  const text = texts[key] ?? key
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(places[name] ?? whole))
}
