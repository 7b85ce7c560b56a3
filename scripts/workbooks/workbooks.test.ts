import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import * as sheetjs from '@e965/xlsx'
import iconv from 'iconv-lite'
import { issueCodes } from '../../src/features/imports/contract.ts'
import { fieldByKey, isEditable } from '../../src/features/projects/fields.ts'
import { isDecimal } from '../../src/shared/decimal.ts'
import { parseWhen } from '../../src/shared/when.ts'
import { reorganisation } from '../sample/organisation.ts'
import { cases } from './cases/all.ts'
import type { Expected } from './expected.ts'

const folder = join(import.meta.dirname, '..', '..', 'test', 'workbooks')
const corps = new Set(reorganisation.renames.map(({ to }) => to))
const bare = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '')

const expectations = async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.expected.json'))
  return Promise.all(
    files.map(
      async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Expected & { file: string },
    ),
  )
}

/** Another reader's view of the file, where one can read it. */
const otherReader = async (file: string) => {
  const bytes = await readFile(join(folder, file))
  const text = file.endsWith('.csv') || file.includes('web-page')
  return text ? sheetjs.read(iconv.decode(bytes, 'gbk'), { type: 'string' }) : sheetjs.read(bytes)
}

test('there are at least twelve workbooks, and each has its expectation as its case says', async () => {
  const found = await expectations()
  assert.ok(found.length >= 12)
  assert.deepEqual(found.map(({ file }) => file).sort(), cases.map(({ name }) => name).sort())
  for (const { file, ...kept } of found) {
    const expected = cases.find(({ name }) => name === file)?.expected
    assert.deepEqual(
      kept,
      JSON.parse(JSON.stringify(expected)),
      `${file}: run node scripts/workbooks/make.ts`,
    )
  }
})

test('expected values have the form in which the API sends them', async () => {
  for (const { file, rows } of await expectations()) {
    for (const { row, values } of rows) {
      assert.ok(values['name'], `${file} ${row}`)
      for (const [key, value] of Object.entries(values)) {
        const field = fieldByKey.get(key)
        const place = `${file} row ${row} ${key} ${value}`
        assert.ok(field && isEditable(field), place)
        if (['money', 'foreign', 'area', 'floorArea'].includes(field.kind)) assert.ok(isDecimal(value), place)
        if (field.kind === 'when') assert.ok(parseWhen(value), place)
        if (field.kind === 'choice')
          assert.ok(
            field.choices?.some((choice) => choice.value === value),
            place,
          )
        if (field.kind === 'corps') assert.ok(corps.has(value), place)
      }
    }
  }
})

test('places exist: another reader finds each name in its row and something in each cell of an issue', async () => {
  for (const { file, rows, aside, issues, unusedSheets } of await expectations()) {
    // SheetJS loses rows that carry no number; LibreOffice reads this file well.
    if (file === '09-wps.xlsx') continue
    const book = await otherReader(file)
    const sheetOf = (name: string) =>
      book.Sheets[name === '' ? (book.SheetNames[0] ?? '') : name] ?? assert.fail(`${file}: no sheet ${name}`)
    const rowText = (name: string, row: number) => {
      const cells = Object.entries(sheetOf(name)).filter(([at]) => at.replace(/^[A-Z]+/, '') === String(row))
      return bare(cells.map(([, cell]) => String((cell as sheetjs.CellObject).v ?? '')).join('|'))
    }
    for (const { sheet, row, values } of rows)
      assert.ok(rowText(sheet, row).includes(bare(values['name'] ?? '?')), `${file} ${sheet} ${row}`)
    for (const { sheet, row } of aside) assert.notEqual(rowText(sheet, row), '', `${file} ${sheet} ${row}`)
    for (const { sheet, cell, code } of issues) {
      assert.ok(issueCodes.includes(code))
      const empty = code === 'name_missing' || code === 'merged_cell' || code === 'formula_without_value'
      assert.equal(sheetOf(sheet)[cell] === undefined && !empty, false, `${file} ${sheet} ${cell}`)
    }
    for (const sheet of unusedSheets ?? []) sheetOf(sheet)
  }
})

test('a row taken or left aside is never both, and questions do not stand for values that were taken', async () => {
  for (const { file, rows, aside, verdicts } of await expectations()) {
    const taken = new Set(rows.map(({ sheet, row }) => `${sheet}!${row}`))
    assert.equal(taken.size, rows.length, file)
    for (const { sheet, row } of aside) assert.ok(!taken.has(`${sheet}!${row}`), `${file} ${row}`)
    for (const { sheet, row } of verdicts ?? []) assert.ok(taken.has(`${sheet}!${row}`), `${file} ${row}`)
  }
})
