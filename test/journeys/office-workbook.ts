import { createWriteStream } from 'node:fs'
import { type OutputValue, writeXlsx } from '../../src/formats/write-xlsx.ts'

export type KnownProject = { name: string; investor: string }

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
export async function writeOfficeWorkbook(path: string, known: KnownProject, plainRows = 60) {
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
  await write(path, '2022年2月重点项目推进台账', rows)
  return { rows: rows.length, new: rows.length - 1 }
}

/** A workbook that leaves nothing out of what a check may find: doubts, questions, warnings, notes, changes. */
export async function writeDoubtfulWorkbook(path: string, known: KnownProject, other: KnownProject) {
  await write(path, '2022年3月市北兵团项目台账', [
    [known.name, '杭州另有其人科技有限公司', '5.2亿', '市北兵团', '在建', '2022年3月底', '顾思齐', null],
    [`${other.name}（二期）`, other.investor, '约8000', '市北', '签约', '下半年', '林若溪', null],
    [other.name, other.investor, '1.5-2亿', '市北兵团', '供地中', '2022-02-30', '许知白', '盒12'],
    [
      '拂晓湾冷链装备制造基地',
      '杭州拂晓湾冷链股份有限公司',
      '2000万美元',
      '市南兵团',
      '在谈',
      '待定',
      '',
      null,
    ],
    [
      '映月塘脑机接口研究院',
      '杭州映月塘智能科技有限公司',
      '12000',
      '市北兵团',
      '评审',
      '2022.10',
      '方以宁',
      null,
    ],
  ])
}

const write = (path: string, title: string, rows: readonly OutputValue[][]) =>
  writeXlsx(createWriteStream(path), [
    {
      name: '项目台账',
      titleRows: [title],
      columns: header.map((one) => ({ title: one, width: 16 })),
      rows: rows.map((row, at) => [at + 1, ...row]),
    },
  ])
