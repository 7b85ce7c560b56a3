import { columnName } from '../workbook.ts'
import type { OutputProperties } from './output-sheet.ts'
import type { WrittenSheet } from './sheet-part.ts'
import { xmlText } from './xml-text.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const sheetPath = (index: number) => `xl/worksheets/sheet${index + 1}.xml`

export const sheetRelationshipsPath = (index: number) => `xl/worksheets/_rels/sheet${index + 1}.xml.rels`
export const backgroundPath = (index: number) => `xl/media/background${index + 1}.png`

export const sheetRelationships = (index: number) =>
  [
    head,
    `<Relationships xmlns="${packages}/relationships">`,
    `<Relationship Id="rId1" Type="${office}/image" Target="../media/background${index + 1}.png"/>`,
    '</Relationships>',
  ].join('')

export const rootRelationships = (hasCustom: boolean) =>
  [
    head,
    `<Relationships xmlns="${packages}/relationships">`,
    `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`,
    `<Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    hasCustom
      ? `<Relationship Id="rId3" Type="${office}/custom-properties" Target="docProps/custom.xml"/>`
      : '',
    '</Relationships>',
  ].join('')

/** Properties that somebody finds under the file's details; numbered from 2 as the format has it. */
export const customProperties = (custom: Readonly<Record<string, string>>) =>
  [
    head,
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"',
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">',
    ...Object.entries(custom).map(
      ([name, value], index) =>
        `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${xmlText(name)}"><vt:lpwstr>${xmlText(value)}</vt:lpwstr></property>`,
    ),
    '</Properties>',
  ].join('')

export const coreProperties = ({ title, creator, created }: OutputProperties) =>
  [
    head,
    `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    title === undefined ? '' : `<dc:title>${xmlText(title)}</dc:title>`,
    creator === undefined ? '' : `<dc:creator>${xmlText(creator)}</dc:creator>`,
    created === undefined
      ? ''
      : `<dcterms:created xsi:type="dcterms:W3CDTF">${created.toISOString()}</dcterms:created>`,
    '</cp:coreProperties>',
  ].join('')

export const workbookPart = (sheets: WrittenSheet[]) =>
  [
    head,
    `<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>`,
    ...sheets.map(
      ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    ),
    '</sheets><definedNames>',
    ...sheets.map(filterName),
    ...sheets.map(printTitles),
    '</definedNames></workbook>',
  ].join('')

const quoted = (name: string) => `'${xmlText(name.replaceAll("'", "''"))}'`

/** Excel finds a sheet's filter under this name and repairs the file without it. */
const filterName = (sheet: WrittenSheet, index: number) =>
  sheet.filtered
    ? `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted(sheet.name)}!$A$${sheet.headerRow}:$${columnName(Math.max(sheet.columns, 1) - 1)}$${sheet.lastRow}</definedName>`
    : ''

/** The header on top of every printed page; the frozen columns, which say what a row is, at its left. */
const printTitles = ({ name, headerRow, leading }: WrittenSheet, index: number) => {
  const left = leading > 0 ? `${quoted(name)}!$A:$${columnName(leading - 1)},` : ''
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${left}${quoted(name)}!$${headerRow}:$${headerRow}</definedName>`
}

export const workbookRelationships = (sheets: WrittenSheet[]) =>
  [
    head,
    `<Relationships xmlns="${packages}/relationships">`,
    ...sheets.map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    ),
    `<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/>`,
    '</Relationships>',
  ].join('')

export const contentTypes = (sheets: WrittenSheet[], hasCustom: boolean) =>
  [
    head,
    `<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    sheets.some((sheet) => sheet.hasBackground) ? '<Default Extension="png" ContentType="image/png"/>' : '',
    `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>`,
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    hasCustom
      ? '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
      : '',
    ...sheets.map(
      (_, index) => `<Override PartName="/${sheetPath(index)}" ContentType="${spreadsheet}.worksheet+xml"/>`,
    ),
    '</Types>',
  ].join('')
