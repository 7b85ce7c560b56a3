import { type LookupAddress, lookup } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { pictureType } from '../../../formats/picture-type.ts'
import { Problem } from '../../../server/errors.ts'
import { noAnswer } from './no-answer.ts'

const doors = {
  'http:': { request: http.request, agent: new http.Agent({ keepAlive: true, maxSockets: 8 }) },
  'https:': { request: https.request, agent: new https.Agent({ keepAlive: true, maxSockets: 8 }) },
}
export const fetchLimits = { ms: 5_000, bytes: 2 * 1024 ** 2 }

/** Where no base map is, but a cloud tells a machine its secrets. Networks of an office and this machine are allowed. */
const refused = new BlockList()
refused.addSubnet('169.254.0.0', 16)
refused.addSubnet('0.0.0.0', 8)
refused.addAddress('100.100.100.200')
refused.addSubnet('fe80::', 10, 'ipv6')
refused.addAddress('::', 'ipv6')
refused.addAddress('fd00:ec2::254', 'ipv6')
const isRefused = (address: string) => refused.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
const notThere = () => noAnswer('这个地址不能作底图', 'this address is not one that a base map may have')

/** A picture from somebody else’s server; undefined where it has none. Follows no redirect, sends no cookie. */
export async function fetchPicture(address: string, limits = fetchLimits): Promise<Uint8Array | undefined> {
  const url = new URL(address)
  const door = doors[url.protocol as keyof typeof doors]
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!door || (isIP(host) && isRefused(host))) throw notThere()
  const signal = AbortSignal.timeout(limits.ms)
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { accept: 'image/png,image/jpeg,image/webp', 'user-agent': 'Zhantu' }
      door
        .request(url, { agent: door.agent, lookup: lookupAllowed, signal, headers }, resolve)
        .on('error', reject)
        .end()
    })
    return await read(answer, limits.bytes)
  } catch (error) {
    if (signal.aborted)
      throw noAnswer(`${limits.ms / 1000} 秒内没有回答`, `none within ${limits.ms / 1000} s`)
    if (!isNetwork(error)) throw error
    throw noAnswer(`连不上（${error.code}）`, `it cannot be reached (${error.code})`)
  }
}

async function read(answer: IncomingMessage, most: number): Promise<Uint8Array | undefined> {
  const status = answer.statusCode ?? 0
  if (status !== 200) answer.destroy()
  if (status === 204 || status === 404) return undefined
  if (status !== 200) throw noAnswer(`回答是 ${status}`, `it answered ${status}`)
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop ends the line, so no more is read than is kept.
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size > most)
      throw noAnswer(`一张图超过 ${most / 1024 ** 2} MB`, `a picture has more than ${most / 1024 ** 2} MB`)
  }
  const bytes = Buffer.concat(chunks)
  if (pictureType(bytes)) return bytes
  const kind = answer.headers['content-type'] ?? '—'
  throw noAnswer(`回答不是 PNG、JPEG、WebP 图片（${kind}）`, `it is no PNG, JPEG or WebP picture (${kind})`)
}

/** What a name means is looked at when it is asked, so that it cannot mean something else afterwards. */
const lookupAllowed: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return done(error, '')
    const [first] = found
    if (!first || found.some(({ address }) => isRefused(address))) return done(notThere(), '')
    if (options.all) done(null, found)
    else done(null, first.address, first.family)
  })
}

const isNetwork = (error: unknown): error is Error & { code: string } =>
  error instanceof Error &&
  !(error instanceof Problem) &&
  typeof (error as { code?: unknown }).code === 'string'
