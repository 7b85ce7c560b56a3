/** Holds the house's rules: who may import whom, no cycles, sizes, names, and how SQL is written. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findCycle, type Import, importsOf } from './house-imports.ts'
import { sqlFaults } from './house-sql.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
const files = walk(join(root, 'src'))
  .filter((file) => /\.tsx?$/.test(file))
  .map((path) => ({ name: relative(root, path), text: readFileSync(path, 'utf8') }))
const isTest = (name: string) => /\.test\.tsx?$|\/fixtures\/|\/test-[\w-]+\.ts$/.test(name)
const sources = files.filter(({ name }) => !isTest(name) && !name.includes('.generated.'))
const faults: string[] = []

const imports = sources.flatMap(({ name, text }) =>
  importsOf(text).map((to): Import => ({ from: name, to: join(dirname(name), to) })),
)

type Rule = { from: RegExp; to: RegExp; instead: string }
/** Imports go one way: shared ← engine, formats ← contract, model ← server ← app, and ← web ← web/app. */
const forbidden: Rule[] = [
  {
    from: /^src\/shared\//,
    to: /^src\/(?!shared\/)/,
    instead: 'shared knows nothing of the rest; move the piece to where it is used',
  },
  {
    from: /^src\/engine\//,
    to: /^src\/(?!shared\/|engine\/)/,
    instead: 'the engine is pure: pass plain values in',
  },
  {
    from: /^src\/formats\//,
    to: /^src\/(?!shared\/|formats\/)/,
    instead: 'formats know bytes and cells: interpret them in a feature',
  },
  {
    from: /^src\/web\/|\/web\//,
    to: /(^src\/server\/|\/server\/)/,
    instead: 'the web knows contracts and calls the API',
  },
  {
    from: /^src\/(server\/|features\/\w+\/server\/)/,
    to: /(^src\/web\/|\/web\/)/,
    instead: 'the server never needs a screen: move the piece to the contract or model',
  },
  {
    from: /^src\/features\/\w+\/(?!web\/|server\/)/,
    to: /(^src\/web\/|^src\/server\/|\/web\/|\/server\/)/,
    instead: 'contracts and models are plain: both sides import them',
  },
  {
    from: /^src\/server\/(?!app\.ts|main\.ts|sample\.ts)/,
    to: /^src\/features\/\w+\/server\//,
    instead: 'only app.ts, main.ts and sample.ts know the features',
  },
  {
    from: /^src\/web\/(?!app\.tsx|rooms\.tsx|main\.tsx|i18n\/|session\.tsx|format\.ts|frame\/)/,
    to: /^src\/features\/\w+\/web\//,
    instead: 'the shell lists features in app.tsx only',
  },
]
for (const { from, to } of imports)
  for (const rule of forbidden)
    if (
      rule.from.test(from) &&
      rule.to.test(to) &&
      !(rule.from.source.includes('features\\/\\w+\\/web') && sameFeature(from, to))
    )
      faults.push(`${from} imports ${to}: ${rule.instead}.`)
function sameFeature(a: string, b: string) {
  return a.split('/').slice(0, 3).join('/') === b.split('/').slice(0, 3).join('/')
}

const cycle = findCycle(imports, new Set(sources.map(({ name }) => name)))
if (cycle) faults.push(`An import cycle: ${cycle.join(' → ')}.`)

const bannedNames = /(^|\/)(utils?|helpers?|misc|common|manager|types)(\/|\.tsx?$)/
const longest = 500
const medianAtMost = 80
for (const { name, text } of sources) {
  if (bannedNames.test(name)) faults.push(`${name}: a room with no name; call it by what it holds.`)
  const lines = text.split('\n').length
  if (lines > longest) faults.push(`${name} has ${lines} lines: split it by meaning (${longest} at most).`)
  if (
    /\bany\b(?=[,;)>\]\s]*)/.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`|"[^"\n]*"/g, '')) &&
    /:\s*any\b|as any\b|<any\b/.test(text)
  )
    faults.push(`${name} uses any: give the type.`)
}
const sizes = sources.map(({ text }) => text.split('\n').length).sort((a, b) => a - b)
const median = sizes[Math.floor(sizes.length / 2)] ?? 0
if (median > medianAtMost) faults.push(`The median file has ${median} lines: ${medianAtMost} at most.`)

const domainWords =
  /\b(project|stage|corps|ledger|parcel|enterprise|milestone|investor)\b|项目|兵团|台账|开发区/i
for (const { name, text } of sources.filter((file) => file.name.startsWith('src/formats/')))
  if (domainWords.test(text))
    faults.push(
      `${name} speaks of the domain (“${domainWords.exec(text)?.[0]}”): formats know only bytes and cells.`,
    )

for (const { name, text } of sources) faults.push(...sqlFaults(name, text))

for (const fault of faults) console.error(fault)
console.log(
  `${sources.length} source files, median ${median} lines, longest ${sizes.at(-1)}; ${faults.length} faults.`,
)
if (faults.length > 0) process.exitCode = 1
