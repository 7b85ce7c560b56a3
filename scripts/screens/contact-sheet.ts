import type { Place } from '../../test/journeys/places.ts'
import { fileOf, looks } from './looks.ts'

const style = `body { font: 13px/1.5 system-ui, sans-serif; margin: 16px; background: #888 }
h2 { font-size: 14px; margin: 24px 0 8px }
.looks { display: flex; gap: 8px; align-items: flex-start; overflow-x: auto }
figure { margin: 0; flex: none } figcaption { font-size: 11px }
img { display: block; height: 240px; width: auto; max-width: 400px; object-fit: cover; object-position: top; background: #fff }`

/** All screens on one page, a row for each place and a column for each look; each opens whole. */
export function contactSheet(places: readonly Place[], drawn: ReadonlySet<string>): string {
  const rows = places.map((place) => {
    const figures = looks
      .map((look) => ({ look, file: fileOf(place, look) }))
      .filter(({ file }) => drawn.has(file))
      .map(
        ({ look, file }) =>
          `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="${place.name}"></a><figcaption>${Object.values(look).join(' · ')}</figcaption></figure>`,
      )
    const who = place.login ?? 'nobody'
    return `<h2 id="${place.name}">${place.name} <small>${who} ${place.address.replaceAll('&', '&amp;')}</small></h2><div class="looks">${figures.join('')}</div>`
  })
  return `<!doctype html><meta charset="utf-8"><title>Zhantu: screens</title><style>${style}</style>${rows.join('\n')}\n`
}
