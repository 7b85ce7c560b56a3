import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildingKey, roomKey } from './keys.ts'
import { isLevel, levelInNumber, readLevel, showLevel } from './levels.ts'

test('a floor is read however it is written', () => {
  const read: [string, number | undefined][] = [
    ['3', 3],
    ['３Ｆ', 3],
    ['F3', 3],
    ['三层', 3],
    ['第十二层', 12],
    ['12楼', 12],
    ['B1', -1],
    ['B2层', -2],
    ['-1', -1],
    ['负一层', -1],
    ['地下二层', -2],
    ['地下室', -1],
    ['0', undefined],
    ['夹层', undefined],
    ['1-3', undefined],
    ['999', undefined],
  ]
  for (const [text, level] of read) assert.equal(readLevel(text), level, text)
  assert.deepEqual([showLevel(12), showLevel(-1)], ['12F', 'B1'])
})

test('a room’s number says its floor where no column does', () => {
  const said: [string, number | undefined][] = [
    ['301', 3],
    ['1203室', 12],
    ['B102', -1],
    ['3幢-502', 5],
    ['12', undefined],
    ['整层', undefined],
    ['001', undefined],
  ]
  for (const [text, level] of said) assert.equal(levelInNumber(text), level, text)
})

test('names that differ only in writing are one building, one room', () => {
  assert.equal(buildingKey('科创园', '3幢'), buildingKey('科创园', '3号楼'))
  assert.equal(buildingKey('科创园３＃', null), buildingKey('科创园', '3栋'))
  assert.notEqual(buildingKey('科创园', '3幢'), buildingKey('科创园', '13幢'))
  assert.equal(roomKey('３０１室'), roomKey('301'))
  assert.notEqual(roomKey('301'), roomKey('302'))
  assert.equal(roomKey('——'), null)
})

test('there is no floor of nought, and none beyond what stands', () => {
  assert.deepEqual([-21, -20, -1, 0, 1, 200, 201].map(isLevel), [false, true, true, false, true, true, false])
})
