const dirty = /[^\P{Cc}\t\n\r\x7f-\x9f]|\p{Cs}/u
const allDirty = new RegExp(dirty, 'gu')

/** Without control characters (but tabs and line ends) and halves of characters: databases and XML refuse them. */
export const cleanText = (text: string): string => (dirty.test(text) ? text.replaceAll(allDirty, '') : text)
