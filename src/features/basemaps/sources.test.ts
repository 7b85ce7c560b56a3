import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressFault, fillAddress, keyHolder, needsKey, setsOf, tiandituAddress } from './model/sources.ts'

const place = { z: 14, x: 13665, y: 6749 }

test('天地图 is asked in Web Mercator for the ground and for its Chinese labels', () => {
  assert.deepEqual(setsOf({ kind: 'tianditu' }), ['ground', 'labels'])
  const address = (layer: 'vec' | 'img', set: 'ground' | 'labels') =>
    new URL(fillAddress(tiandituAddress(layer, set, place), place, 'a&b'))
  const ground = address('vec', 'ground')
  assert.match(ground.host, /^t[0-7]\.tianditu\.gov\.cn$/)
  assert.equal(ground.pathname, '/vec_w/wmts')
  const asked = Object.fromEntries(ground.searchParams)
  assert.deepEqual(
    [
      asked['LAYER'],
      asked['TILEMATRIXSET'],
      asked['TILEMATRIX'],
      asked['TILECOL'],
      asked['TILEROW'],
      asked['tk'],
    ],
    ['vec', 'w', '14', '13665', '6749', 'a&b'],
  )
  assert.equal(address('vec', 'labels').pathname, '/cva_w/wmts')
  assert.equal(address('img', 'ground').pathname, '/img_w/wmts')
  assert.equal(address('img', 'labels').pathname, '/cia_w/wmts')
})

test('addresses are filled as XYZ, TMS and WMTS write them', () => {
  const filled = (address: string) => fillAddress(address, place, 'k y')
  assert.equal(
    filled('https://a.example/{z}/{x}/{y}.png?k={key}'),
    'https://a.example/14/13665/6749.png?k=k%20y',
  )
  assert.equal(filled('https://a.example/{z}/{x}/{-y}'), 'https://a.example/14/13665/9634')
  assert.equal(
    filled('http://10.1.2.3/wmts/l/s/g/{TileMatrix}/{TileRow}/{TileCol}.jpg'),
    'http://10.1.2.3/wmts/l/s/g/14/6749/13665.jpg',
  )
  assert.equal(
    filled('http://10.1.2.3/wmts?LAYER=a&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}'),
    'http://10.1.2.3/wmts?LAYER=a&TILEMATRIX=14&TILEROW=6749&TILECOL=13665',
  )
})

test('an address that no picture can come from is refused for what is wrong with it', () => {
  const faults = {
    'https://a.example/{z}/{x}/{y}.png': undefined,
    'http://10.20.0.4:8080/{z}/{x}/{-y}.png?tk={key}': undefined,
    'http://10.1.2.3/wmts/{TileMatrix}/{TileRow}/{TileCol}.jpg': undefined,
    '': 'unreadable',
    'a.example/{z}/{x}/{y}': 'unreadable',
    'ftp://a.example/{z}/{x}/{y}': 'scheme',
    'file:///etc/{z}/{x}/{y}': 'scheme',
    'https://me:word@a.example/{z}/{x}/{y}': 'credentials',
    'https://{key}.example/{z}/{x}/{y}': 'host',
    'https://a.example/{z}/{x}': 'place',
    'https://a.example/{x}/{y}?z=1': 'place',
    'https://a.example/{s}/{z}/{x}/{y}': 'unknown',
    'https://a.example/{z}/{x}/{y}/{': 'unknown',
  }
  for (const [address, fault] of Object.entries(faults)) assert.equal(addressFault(address), fault, address)
})

test('a key belongs to a host', () => {
  assert.ok(needsKey({ kind: 'tianditu', address: '' }))
  assert.ok(needsKey({ kind: 'address', address: 'https://a.example/{z}/{x}/{y}?tk={key}' }))
  assert.ok(!needsKey({ kind: 'address', address: 'https://a.example/{z}/{x}/{y}' }))
  assert.ok(!needsKey({ kind: 'file', address: 'https://a.example/{key}' }))
  assert.equal(keyHolder({ kind: 'address', address: 'https://a.example:8/{z}/{x}/{y}' }), 'a.example:8')
})
