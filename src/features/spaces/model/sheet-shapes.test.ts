import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shapesOfSheet } from './sheet-shapes.ts'

const sheet = (...lines: string[][]) => ({
  name: '坐标表',
  rows: lines.map((cells, at) => ({ number: at + 1, cells })),
})

test('a list of points becomes parcels: titles above, names written once, rings told apart', () => {
  const result = shapesOfSheet(
    sheet(
      ['界址点坐标表'],
      ['地块编号', '用途', '点号', '圈号', 'X坐标（北）', 'Y 坐标'],
      ['DK-1', '工业', 'J1', '1', '3340600.000', '40526000'],
      ['', '', 'J2', '1', '3340694.07', '40526000'],
      ['', '', 'J3', '1', '3,340,694.07', '40526100'],
      ['', '', 'J4', '2', '3340610', '40526010'],
      ['', '', 'J5', '2', '3340620', '40526010'],
      ['', '', 'J6', '2', '３３４０６２０', '40526020'],
      ['DK-2', '', 'J1', '1', '3340600', '40526200'],
      ['', '', 'J2', '1', '不详', '40526200'],
    ),
  )
  assert.equal(result?.order, 'northFirst')
  assert.deepEqual(
    result?.shapes.map(({ place, attributes, surfaces }) => [
      place,
      attributes,
      surfaces[0]?.map((ring) => ring.length),
    ]),
    [
      ['3', { 地块编号: 'DK-1', 用途: '工业' }, [3, 3]],
      ['9', { 地块编号: 'DK-2' }, [1]],
    ],
  )
  assert.deepEqual(result?.shapes[0]?.surfaces[0]?.[0]?.[2], [3340694.07, 40526100])
  assert.deepEqual(result?.notices, [
    { code: 'no_number', place: '10', layer: '坐标表', value: '不详, 40526200' },
  ])
})

test('longitude and latitude say themselves which is which', () => {
  const result = shapesOfSheet(sheet(['名称', '纬度', '经度'], ['甲', '30.18', '120.27']))
  assert.deepEqual([result?.order, result?.shapes[0]?.surfaces], ['eastFirst', [[[[120.27, 30.18]]]]])
  assert.equal(shapesOfSheet(sheet(['名称', '面积'], ['甲', '3'])), undefined)
})
