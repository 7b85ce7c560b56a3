import { createWriteStream } from 'node:fs'
import { type OutputValue, writeXlsx } from '../../src/formats/write-xlsx.ts'

export type KnownProject = { name: string; investor: string }

/** Rows that need nothing, so that writing takes long enough to be watched. */
const plainRows = 60

/** What the office calls the project that needs correcting. */
export const dirty = {
  name: '澄湖微纳光学器件研发中心',
  fullPinyin: 'chenghuweina',
  initials: 'chwngx',
  box: '光-07',
}

const header = [
  '序号',
  '项目名称',
  '投资方',
  '总投资（万元）',
  '落户兵团',
  '当前阶段',
  '计划开工',
  '责任人',
  '档案盒号',
]

/**
 * A workbook as an office keeps it: a title, a number column, a header that nobody knows (档案盒号), one project whose
 * corps, date and amount cannot be taken as they stand, plain new ones, and one that the ledger has with another officer.
 */
export async function writeOfficeWorkbook(path: string, known: KnownProject) {
  const rows: OutputValue[][] = [
    [dirty.name, '杭州澄湖光学科技有限公司', '30000-50000', '市南兵团', '签约', '2022-02-30', '', dirty.box],
    [known.name, known.investor, null, null, null, null, '苏晚晴', null],
    ...Array.from({ length: plainRows }, (_, at): OutputValue[] => [
      `云栖减震支座产线${at + 1}期`,
      '杭州云栖减震科技有限公司',
      1200 + at,
      '桥南兵团',
      '在谈',
      '2022-09-01',
      '陆知行',
      null,
    ]),
  ]
  await writeXlsx(createWriteStream(path), [
    {
      name: '项目台账',
      titleRows: ['2022年2月重点项目推进台账'],
      columns: header.map((title) => ({ title, width: 16 })),
      rows: rows.map((row, at) => [at + 1, ...row]),
    },
  ])
  return { rows: rows.length, new: rows.length - 1 }
}
