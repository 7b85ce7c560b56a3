import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StyleSpecification } from 'maplibre-gl'
import { type Restyled, Restyler } from './restyler.ts'

const styled = (tiles: string, layers: string): StyleSpecification => ({
  version: 8,
  sources: { land: { type: 'vector', tiles: [tiles] } },
  layers: [{ id: layers, type: 'background' }],
})

/** A map that tells what it was told, and draws and reads when the test says so. */
function fakeMap() {
  const told: string[] = []
  let draw = () => {}
  let hear = (_: { sourceId: string; sourceDataChanged: boolean }) => {}
  const map: Restyled = {
    setStyle: ({ sources, layers }) => {
      const { land } = sources
      told.push(`style ${land?.type === 'vector' ? land.tiles : ''} ${layers[0]?.id}`)
    },
    getSource: () => ({ setTiles: (tiles: string[]) => told.push(`tiles ${tiles}`) }),
    once: (_, listener) => {
      draw = listener
    },
    on: (_, listener) => {
      hear = listener
      return {
        unsubscribe: () => {
          hear = () => {}
        },
      }
    },
    triggerRepaint: () => {},
  }
  return {
    map,
    told: () => told.splice(0),
    draw: () => draw(),
    read: () => hear({ sourceId: 'land', sourceDataChanged: true }),
  }
}

test('other layers alone are shown at once', () => {
  const { map, told } = fakeMap()
  const restyler = new Restyler(map, styled('now', 'a'))
  restyler.show(styled('now', 'b'))
  assert.deepEqual(told(), ['style now b'])
})

test('other addresses are told once the layers are drawn, and what was asked for since comes after', () => {
  const { map, told, draw, read } = fakeMap()
  const restyler = new Restyler(map, styled('now', 'a'))
  restyler.show(styled('then', 'b'))
  assert.deepEqual(told(), ['style now b'])
  draw()
  assert.deepEqual(told(), ['tiles then'])
  restyler.show(styled('then', 'c'))
  restyler.show(styled('then', 'd'))
  assert.deepEqual(told(), [], 'while the source has not been heard')
  read()
  assert.deepEqual(told(), ['style then d'])
  restyler.show(styled('now', 'd'))
  assert.deepEqual(told(), ['style then d'])
  draw()
  assert.deepEqual(told(), ['tiles now'])
})
