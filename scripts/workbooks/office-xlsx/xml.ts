export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const officeNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Writes elements of the main namespace, with or without a prefix. */
export const namer = (prefix: string | undefined) => {
  const name = (element: string) => (prefix ? `${prefix}:${element}` : element)
  return {
    prefix,
    element: (element: string, attributes = '', inside = '') =>
      inside === ''
        ? `<${name(element)}${attributes && ` ${attributes}`}/>`
        : `<${name(element)}${attributes && ` ${attributes}`}>${inside}</${name(element)}>`,
    root: (element: string, inside: string) =>
      `${declaration}<${name(element)} xmlns${prefix ? `:${prefix}` : ''}="${mainNamespace}" xmlns:r="${officeNamespace}">${inside}</${name(element)}>`,
  }
}
export type Namer = ReturnType<typeof namer>
