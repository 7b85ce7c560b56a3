import type { Encoding } from '../../text/encoding.ts'

/** A file of numbers has no such line; what is longer is cut. */
const longestLine = 1_000_000

/** The lines of a text, some at a time, without their ends (CRLF, LF or CR). */
export async function* linesOf(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string[]> {
  const decoder = new TextDecoder(encoding)
  let rest = ''
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true })
    if (!/[\r\n]/.test(rest)) {
      rest = rest.slice(0, longestLine)
      continue
    }
    // A CR at the very end may be half of a CRLF.
    const half = rest.endsWith('\r') ? '\r' : ''
    const lines = rest.slice(0, rest.length - half.length).split(/\r\n|\n|\r/)
    rest = (lines.pop() ?? '') + half
    yield lines
  }
  yield (rest + decoder.decode()).split(/\r\n|\n|\r/)
}
