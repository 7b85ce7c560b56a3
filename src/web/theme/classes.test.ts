import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../../', import.meta.url))
const printed = /@media print \{(?:[^{}]*\{[^{}]*\})*\s*\}/g
const comments = /\/\*.*?\*\//gs

/** Classes that a sheet says something about by themselves, on the screen. */
function classesOf(sheet: string): string[] {
  const screen = sheet.replace(comments, '').replace(printed, '')
  return [...screen.matchAll(/([^{}]+)\{/g)].flatMap(([, selectors = '']) =>
    selectors
      .replace(/\([^()]*\)/g, '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => /^\.zt-[\w-]+$/.test(one)),
  )
}

/** `features/map/web/compare/compare.css` is of `features/map`. */
const ownerOf = (file: string) => file.split(/[\\/]/).slice(0, 2).join('/')

test('a class means one thing: no two features say how it looks, for their sheets come in any order', () => {
  const owners = new Map<string, Set<string>>()
  const files = globSync('**/*.css', { cwd: source })
  assert.ok(files.length > 50)
  for (const file of files)
    for (const name of classesOf(readFileSync(`${source}${file}`, 'utf8')))
      owners.set(name, (owners.get(name) ?? new Set()).add(ownerOf(file)))
  assert.ok(owners.size > 500)
  assert.deepEqual(
    [...owners].filter(([, all]) => all.size > 1).map(([name, all]) => `${name}: ${[...all].join(', ')}`),
    [],
  )
})
