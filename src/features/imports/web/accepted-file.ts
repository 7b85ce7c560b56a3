export type Refusal = 'one' | 'kind' | 'empty' | 'folder'

/** Where files of a kind go: the API’s path, the words (namespace) of the drop area, and the endings it takes. */
export type UploadRoom = { path: string; words: string; accepted: RegExp; kinds: string }

export const ledgerRoom: UploadRoom = {
  path: '/imports',
  words: 'imports',
  accepted: /\.(xlsx|xls|xlsm|csv)$/i,
  kinds: '.xlsx,.xls,.xlsm,.csv',
}

/** Why these files are not taken, before a byte is sent; the server looks inside for itself. */
export function refusalOf(
  files: readonly { name: string; size: number; type: string }[],
  accepted = ledgerRoom.accepted,
): Refusal | undefined {
  const [file, ...others] = files
  if (others.length > 0) return 'one'
  // A dropped folder arrives as a file without type and of a size that means nothing.
  if (!file) return 'folder'
  if (!accepted.test(file.name)) return file.type === '' && !file.name.includes('.') ? 'folder' : 'kind'
  return file.size === 0 ? 'empty' : undefined
}

/** `312 KB`, `1.4 MB`: sizes as file managers show them. */
export function showSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
