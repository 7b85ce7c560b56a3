import type { Language } from '../../../web/i18n/index.ts'
import { chains } from '../chains.ts'

const items = new Map(chains.flatMap((chain) => chain.items).map((item) => [item.key, item]))

type Named = { item: string | null; name: string; authority: string | null }

/** A name or authority as the chain wrote it is said in the reader's language; one of the zone's own as it stands. */
export function itemWords({ item, name, authority }: Named, language: Language) {
  const known = item === null ? undefined : items.get(item)
  return {
    name: known && known.name.zh === name ? known.name[language] : name,
    authority: known && known.authority.zh === authority ? known.authority[language] : authority,
  }
}
