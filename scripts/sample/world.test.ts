import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fromBufferPromise } from 'yauzl'
import { tableOf } from '../../src/features/industries/model/table.ts'
import { type Stage, stages } from '../../src/features/projects/stages.ts'
import { lastDayOfMonth } from '../../src/shared/days.ts'
import { parseWhen } from '../../src/shared/when.ts'
import { articleLines } from './article.ts'
import { profiles } from './corps/all.ts'
import { landFiles } from './land/files.ts'
import { plots } from './land/plots.ts'
import { ledgerMonths, ledgers, linesOf } from './ledgers.ts'
import { organisation, reorganisation } from './organisation.ts'
import { placesBook } from './places.ts'
import { world } from './world.ts'
import { zoneFileText } from './zone-file-text.ts'

const projects = world()
const months = ledgerMonths.map((month) => ({ month, lines: linesOf(projects, month) }))
const last = months.at(-1)?.lines ?? []

test('the last ledger has at least 320 projects, every stage and every corps', () => {
  assert.ok(last.length >= 320, String(last.length))
  for (const stage of stages)
    assert.ok(
      last.some(({ values }) => values['stage'] === stage),
      stage,
    )
  for (const { key } of profiles) assert.ok(last.filter(({ corps }) => corps === key).length >= 40, key)
})

test('every industry is a 小类 of GB/T 4754, in both editions', () => {
  const codes = new Set(projects.map(({ industryCode }) => industryCode).filter((code) => code !== ''))
  assert.ok(codes.size >= 60, String(codes.size))
  for (const code of codes)
    for (const edition of ['2017', '2019'] as const)
      assert.equal(tableOf(edition).byCode.get(code)?.level, 'class', `${code} in ${edition}`)
})

test('the signing of February 2022 sums to what was published', () => {
  const signed = last.filter(({ values }) => String(values['note']).startsWith('2022年2月首季开门红'))
  const sum = (key: string) =>
    signed.reduce((whole, { values }) => whole + Math.round(Number(values[key] ?? 0) * 100), 0) / 100
  const totals = signed.map(({ values }) => Number(values['totalInvestment']))
  assert.equal(signed.length, 18)
  assert.equal(sum('totalInvestment'), 1_042_000)
  assert.equal(sum('landArea'), 513)
  assert.equal(sum('expectedOutput'), 8_000_000)
  assert.equal(sum('expectedTax'), 90_000)
  assert.deepEqual(
    [500_000, 100_000, 10_000].map((tier) => totals.filter((total) => total >= tier).length),
    [1, 4, 17],
  )
  assert.ok(
    signed.every(({ values }) => values['provenance'] === 'illustrative' && values['stage'] === 'signed'),
  )
})

test('what the article says is literal and the rest of those rows is blank', () => {
  const published = last.filter(({ values }) => values['provenance'] === 'published')
  assert.equal(published.length, articleLines.length)
  const of = (name: string) => published.find(({ values }) => values['name'] === name)
  assert.equal(of('传化年产68万吨有机硅及高端精细化工产品项目')?.corps, 'lvzhi')
  assert.equal(of('中国电信大数据中心项目')?.values['totalInvestment'], 500_000)
  assert.equal(of('浙报融媒体产业园项目')?.values['totalInvestment'], 60_000)
  assert.equal(of('诺特健康研究中心&智链研发一体工厂项目')?.values['totalInvestment'], undefined)
  assert.equal(of('浙大国际科创中心CMOS平台项目')?.corps, 'kejicheng')
})

test('projects only move forward, amounts agree and dates that happened are past', () => {
  const seen = new Map<string, number>()
  for (const { month, lines } of months) {
    for (const { key, values } of lines) {
      const order = stages.indexOf(values['stage'] as Stage)
      assert.ok(order >= (seen.get(key) ?? 0), `${key} ${month}`)
      seen.set(key, order)
      const { totalInvestment, fixedAssetInvestment, annualPlan, monthDone, yearDone, totalDone } = values
      if (typeof fixedAssetInvestment === 'number')
        assert.ok(fixedAssetInvestment <= Number(totalInvestment), key)
      if (typeof annualPlan === 'number')
        assert.ok(annualPlan <= Number(fixedAssetInvestment), `${key} ${month} plan`)
      if (typeof totalDone === 'number')
        assert.ok(totalDone >= Number(yearDone ?? 0) && Number(yearDone ?? 0) >= Number(monthDone ?? 0), key)
      for (const [field, when] of Object.entries(values)) {
        if (!field.endsWith('.actual')) continue
        const day = parseWhen(String(when))?.day
        assert.ok(day !== undefined && day <= lastDayOfMonth(month), `${key} ${field} ${when}`)
      }
    }
  }
})

test('plans stand in order', () => {
  for (const { month, lines } of months) {
    for (const { key, values } of lines) {
      const ends = ['started.plan', 'completed.plan', 'inProduction.plan'].map(
        (field) => parseWhen(String(values[field]))?.day ?? '',
      )
      if (ends.includes('')) continue
      assert.ok(
        (ends[0] ?? '') <= (ends[1] ?? '') && (ends[1] ?? '') <= (ends[2] ?? ''),
        `${month} ${key} ${ends}`,
      )
    }
  }
})

test('history has something to show', () => {
  const first = new Map((months[0]?.lines ?? []).map((line) => [line.key, line]))
  assert.ok(first.size >= 90)
  const standings = new Set(months.flatMap(({ lines }) => lines.map(({ values }) => values['standing'])))
  assert.deepEqual([...standings].sort(), ['lost', 'onHold', 'ongoing', 'rescinded', 'transferred'])
  const before = months.at(-2)?.lines ?? []
  const changed = before.filter(
    ({ key, values }) => last.find((line) => line.key === key)?.values['stage'] !== values['stage'],
  )
  assert.ok(changed.length >= 20, String(changed.length))
  const moved = last.filter(({ key, corps }) =>
    months.some(({ lines }) => lines.some((line) => line.key === key && line.corps !== corps)),
  )
  assert.ok(moved.length >= 3, String(moved.length))
})

test('no two projects are called alike', () => {
  const pairs = (text: string) =>
    new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)))
  const names = projects.map(({ name }) => name.at(-1)?.value ?? '')
  assert.equal(new Set(names).size, names.length)
  const grams = names.map(pairs)
  grams.forEach((one, index) => {
    for (const [other, more] of grams.slice(index + 1).entries()) {
      const both = [...one].filter((pair) => more.has(pair)).length
      const alike = (2 * both) / (one.size + more.size)
      assert.ok(alike < 0.75, `${names[index]} ${names[index + 1 + other]} ${alike}`)
    }
  })
})

test('posts and parents of the organisation exist, and every role has an account', () => {
  const keys = new Set(organisation.units.map(({ key }) => key))
  assert.equal(keys.size, organisation.units.length)
  for (const { parent } of organisation.units) assert.ok(parent === null || keys.has(parent))
  const posts = organisation.members.flatMap(({ posts }) => posts)
  for (const { unit } of posts) assert.ok(keys.has(unit), unit)
  assert.deepEqual([...new Set(posts.map(({ role }) => role))].sort(), [
    'administrator',
    'analyst',
    'auditor',
    'commander',
    'director',
    'officer',
    'promoter',
    'security_administrator',
  ])
  for (const { unit, provenance } of [...organisation.territories, ...organisation.goals]) {
    assert.ok(keys.has(unit), unit)
    assert.equal(provenance, 'illustrative')
  }
  for (const { login } of organisation.members) assert.match(login, /^[a-z0-9._-]{2,40}$/)
  assert.equal(new Set(organisation.members.map(({ login }) => login)).size, organisation.members.length)
  for (const { key } of profiles) {
    assert.ok(posts.some(({ unit, role }) => unit === key && role === 'commander'))
    assert.ok(posts.filter(({ unit, role }) => unit === key && role === 'officer').length >= 2)
  }
})

test('the files in the repository are those that the generator writes', async () => {
  const folder = join(import.meta.dirname, '..', '..', 'sample')
  const land = plots(projects)
  const made = {
    ledgers: await ledgers(projects),
    land: await landFiles(land),
    '.': [{ name: 'places.xlsx', bytes: await placesBook(projects, land) }],
  }
  let size = 0
  for (const [place, files] of Object.entries(made)) {
    if (place !== '.')
      assert.deepEqual((await readdir(join(folder, place))).sort(), files.map(({ name }) => name).sort())
    for (const { name, bytes } of files) {
      size += bytes.length
      const there = await readFile(join(folder, place, name))
      // Another zlib may pack the same text otherwise, so what is packed is compared.
      if (/\.(xlsx|zip)$/.test(name)) assert.deepEqual(await checksums(there), await checksums(bytes), name)
      else assert.ok(there.equals(bytes), name)
    }
  }
  assert.ok(size < 6_000_000, String(size))
  assert.equal(await readFile(join(folder, 'organisation.json'), 'utf8'), zoneFileText(organisation))
  assert.equal(await readFile(join(folder, 'reorganisation.json'), 'utf8'), zoneFileText(reorganisation))
})

const checksums = async (bytes: Buffer) => {
  const zip = await fromBufferPromise(bytes)
  const parts: [string, number][] = []
  for await (const entry of zip.eachEntry()) parts.push([entry.fileName, entry.crc32])
  return parts
}
