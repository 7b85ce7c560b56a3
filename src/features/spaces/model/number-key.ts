const openBrackets = /[[(（【［{｛〖《]/g
const closeBrackets = /[\])）】］}｝〗》]/g

/**
 * A parcel's number as it is compared: `萧政工出[2023]51号`, `萧政工出〔2023〕 51 号` and `萧政工出（2023）51号` are one.
 * Null for a text without letter or digit.
 */
export function parcelKey(number: string | null | undefined): string | null {
  const key = (number ?? '')
    .normalize('NFKC')
    .replace(openBrackets, '〔')
    .replace(closeBrackets, '〕')
    .replace(/[\s\p{Cc}\p{Cf}]/gu, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .toUpperCase()
  return /[\p{L}\p{N}]/u.test(key) ? key : null
}

/** The keys that a ledger's cell names, each once: offices write several parcels with 、 or ; between. */
export const parcelKeysIn = (text: string | null | undefined): string[] => [
  ...new Set((text ?? '').split(/[、，,;；\n/]/).flatMap((part) => parcelKey(part) ?? [])),
]
