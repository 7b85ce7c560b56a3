/** Excel keeps 32,767 characters in a cell; nobody means more. */
const longestText = 32_767

/**
 * Gathers the text of a string item, which may come plain, as formatted runs, and with phonetic hints (`rPh`), which
 * are no part of it. Feed it every tag inside the item.
 */
export class StringItem {
  /** Cut because it was longer than a cell can hold. */
  cut = false
  #text = ''
  #inText = false
  #phonetic = 0

  start(): void {
    this.#text = ''
    this.#inText = false
    this.#phonetic = 0
    this.cut = false
  }

  open(name: string): void {
    if (name === 't' || name === 'text') this.#inText = true
    else if (name === 'rPh') this.#phonetic++
  }

  add(text: string): void {
    if (!this.#inText || this.#phonetic > 0) return
    if (this.#text.length > longestText) this.cut = true
    else this.#text += text
  }

  close(name: string): void {
    if (name === 't' || name === 'text') this.#inText = false
    else if (name === 'rPh') this.#phonetic--
  }

  finish(): string {
    const text = unescapeXstring(this.#text)
    if (text.length <= longestText) return text
    this.cut = true
    return text.slice(0, longestText)
  }
}

/** `_x000D_` stands for a character XML cannot carry, `_x005F_` for an underscore before such a look-alike. */
export const unescapeXstring = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text
