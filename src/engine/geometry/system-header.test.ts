import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemFromHeader } from './system-header.ts'

const usual = {
  格式版本号: '1.01',
  坐标系: '2000国家大地坐标系',
  几度分带: '3',
  投影类型: '高斯克吕格',
  计量单位: '米',
  带号: '40',
  精度: '0.001',
  转换参数: ',,,,,,',
}
const epsgOf = (change: Record<string, string> = {}) => {
  const answer = systemFromHeader({ ...usual, ...change })
  return answer.ok ? answer.system.epsg : answer.code
}

test('the usual header is zone 40, EPSG:4528', () => {
  assert.equal(epsgOf(), 4528)
})

test('the system is written in many ways', () => {
  for (const 坐标系 of [
    '2000',
    'CGCS2000',
    'cgcs 2000',
    '２０００国家大地坐标系',
    '国家2000',
    '国家2000坐标系',
    '国家2000大地坐标系',
    '2000坐标系',
    '国家大地坐标系2000',
    '2000国家大地坐标系(CGCS2000)',
  ])
    assert.equal(epsgOf({ 坐标系 }), 4528, 坐标系)
})

test('what lies off CGCS2000, or is a city’s own, is refused by name', () => {
  for (const 坐标系 of [
    '1980西安坐标系',
    '西安80',
    '80国家大地坐标系',
    '80',
    "Xi'an 1980",
    '1954北京坐标系',
    '北京54',
  ])
    assert.equal(epsgOf({ 坐标系 }), 'needs_seven_parameters', 坐标系)
  for (const 坐标系 of ['杭州2000坐标系', '杭州市城市坐标系', '宁波2000'])
    assert.equal(epsgOf({ 坐标系 }), 'local_system', 坐标系)
  assert.equal(epsgOf({ 坐标系: 'NAD27' }), 'unknown_system')
  assert.equal(epsgOf({ 坐标系: ' ' }), 'system_missing')
})

test('zones of 3° and 6°, by number or by meridian', () => {
  assert.equal(epsgOf({ 几度分带: '6', 带号: '21' }), 4499)
  assert.equal(epsgOf({ 几度分带: '', 带号: '20' }), 4498)
  assert.equal(epsgOf({ 几度分带: '3度', 带号: '第39带' }), 4527)
  assert.equal(epsgOf({ 带号: '', 中央子午线: '120' }), 4528)
  assert.equal(epsgOf({ 带号: '40', 中央子午线: '117' }), 'contradiction')
  assert.equal(epsgOf({ 带号: '' }), 'zone_missing')
  assert.equal(epsgOf({ 带号: '20' }), 'unknown_zone')
  assert.equal(epsgOf({ 带号: '120' }), 'unknown_zone')
  assert.equal(epsgOf({ 带号: '四十' }), 'zone_missing')
})

test('degrees instead of metres', () => {
  assert.equal(epsgOf({ 计量单位: '度', 带号: '' }), 4490)
  assert.equal(epsgOf({ 坐标系: 'WGS84', 计量单位: '度' }), 4326)
  assert.equal(epsgOf({ 坐标系: 'WGS-84' }), 'unknown_system')
  assert.equal(epsgOf({ 计量单位: '千米' }), 'unknown_unit')
})
