import { once } from 'node:events'
import { connect } from 'node:net'

export type Ask = (path: string) => Promise<{ took: number; bytes: number }>

/**
 * Asks one address over one kept connection, one answer at a time; `took` in ms to its last byte, `bytes` of its body.
 * Every answer is read into the same memory: a tester that collects garbage takes the processor from the server it times.
 */
export async function asker(address: string, cookie: string): Promise<Ask> {
  const { hostname, port, host } = new URL(address)
  let read: ((chunk: Buffer) => void) | undefined
  const onread = {
    buffer: Buffer.alloc(1 << 16),
    callback: (size: number, buffer: Uint8Array) => {
      read?.(Buffer.from(buffer.buffer, buffer.byteOffset, size))
      return true
    },
  }
  const socket = connect({ host: hostname, port: Number(port), onread, noDelay: true })
  const gone = once(socket, 'close').then(() => {
    throw new Error('The server closed the connection.')
  })
  gone.catch(() => undefined)
  await once(socket, 'connect')
  socket.unref()
  return async (path) => {
    const answered = new Promise<{ took: number; bytes: number }>((resolve, reject) => {
      let head = ''
      let bytes = Number.NaN
      let left = 0
      read = (chunk) => {
        if (Number.isNaN(bytes)) {
          head += chunk.toString('latin1')
          const end = head.indexOf('\r\n\r\n')
          if (end < 0) return
          const status = Number(head.slice(9, 12))
          bytes = status === 204 ? 0 : Number(/^content-length: *(\d+)/im.exec(head.slice(0, end))?.[1])
          if (Number.isNaN(bytes) || status >= 300) return reject(new Error(`${path}: ${head.slice(0, end)}`))
          left = bytes - (head.length - end - 4)
        } else left -= chunk.length
        if (left <= 0) resolve({ took: performance.now() - start, bytes })
      }
    })
    const start = performance.now()
    socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\n\r\n`)
    return Promise.race([answered, gone])
  }
}
