/** A node of well-known text: `NAME["text", 1, CHILD[…]]`, square or round brackets alike. */
export type WktNode = { name: string; values: (string | number)[]; children: WktNode[] }

const token = /\s*(?:"((?:[^"]|"")*)"|([-+\d.][-+\d.eE]*)|([A-Za-z_][A-Za-z_0-9]*)\s*([[(])?|([\])])|(,))/y
/** A definition has some fifty nodes; hostile text would only cost time. */
const charactersAtMost = 20_000

/** Reads one well-known text (WKT 1 of ESRI and OGC, WKT 2); undefined if it is none. */
export function readWkt(text: string): WktNode | undefined {
  const source = text.replace(/^\uFEFF/, '').trim()
  if (source.length > charactersAtMost) return undefined
  const top: WktNode = { name: '', values: [], children: [] }
  const open = [top]
  token.lastIndex = 0
  while (token.lastIndex < source.length) {
    const match = token.exec(source)
    const node = open.at(-1)
    if (!match || !node) return undefined
    const [, quoted, number, word, bracket, close] = match
    if (quoted !== undefined) node.values.push(quoted.replaceAll('""', '"'))
    else if (number !== undefined) node.values.push(Number(number))
    else if (word !== undefined && bracket) {
      const child: WktNode = { name: word.toUpperCase(), values: [], children: [] }
      node.children.push(child)
      open.push(child)
    } else if (word !== undefined) node.values.push(word)
    else if (close && open.length > 1) open.pop()
    else if (close) return undefined
  }
  return open.length === 1 && top.children.length === 1 ? top.children[0] : undefined
}

/** The first child by any of the names. */
export const childOf = (node: WktNode, ...names: string[]): WktNode | undefined =>
  node.children.find(({ name }) => names.includes(name))

export const textOf = (node: WktNode | undefined): string => {
  const value = node?.values[0]
  return typeof value === 'string' ? value : ''
}
