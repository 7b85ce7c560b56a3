import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { linesOf } from './text-lines.ts'

async function* cut(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

test('lines are the same wherever the text is cut into chunks', async () => {
  const text = fc.string({ unit: fc.constantFrom('\r\n', '\n', '\r', 'a', '甲', '') })
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (whole, size) => {
      const lines: string[] = []
      for await (const some of linesOf(cut(Buffer.from(whole), size), 'utf-8')) lines.push(...some)
      assert.deepEqual(lines, whole.split(/\r\n|\n|\r/))
    }),
  )
})
