import { createHash } from 'node:crypto'
import type { LogRecord, Seal } from './chain.ts'
import { checkChain, type Fault } from './check-chain.ts'

/**
 * A log as a file, for verifying without any database. Lines of a letter, a tab and the rest:
 * Z zone · R position, tab, record · S seal, behind its records · E digest of all lines above.
 */
export type LogFileZone = { id: string; code: string; name: string; exportedAt: string }

export const zoneLine = (zone: LogFileZone) => `Z\t${JSON.stringify(zone)}`
export const recordLine = ({ position, line }: LogRecord) => `R\t${position}\t${line}`
export const sealLine = (seal: Seal) => `S\t${JSON.stringify(seal)}`

export type FileVerification = {
  zone: LogFileZone | undefined
  seals: number
  records: number
  last: Seal | undefined
  fault: Fault | undefined
}

/** Adds lines up for the last one, so that a byte changed anywhere is found, and a file cut off. */
export function sumLines() {
  const sum = createHash('sha256')
  return {
    add: (line: string) => void sum.update(`${line}\n`),
    endLine: () => `E\t${sum.copy().digest('base64url')}`,
  }
}

/** Computes the chain of a file anew, holding one batch of it at a time. */
export async function verifyLines(lines: AsyncIterable<string>): Promise<FileVerification> {
  const check = checkChain()
  const sum = sumLines()
  const result: FileVerification = {
    zone: undefined,
    seals: 0,
    records: 0,
    last: undefined,
    fault: undefined,
  }
  let batch: LogRecord[] = []
  let number = 0
  let ended = false
  for await (const line of lines) {
    number++
    const broken: Fault = { kind: 'fileChanged', row: String(number) }
    const [letter = '', rest = ''] = split(line)
    if (ended) return { ...result, fault: broken }
    if (letter === 'E') {
      if (sum.endLine() !== line || batch.length > 0) return { ...result, fault: broken }
      ended = true
      continue
    }
    sum.add(line)
    if (letter === 'Z' && number === 1) {
      result.zone = parse<LogFileZone>(rest)
      if (!result.zone) return { ...result, fault: broken }
    } else if (letter === 'R') {
      const [position = '', text = ''] = split(rest)
      if (!/^-?\d{1,16}$/.test(position)) return { ...result, fault: broken }
      batch.push({ position: Number(position), line: text })
    } else if (letter === 'S') {
      const seal = parse<Seal>(rest)
      if (!seal || typeof seal.records !== 'string' || seal.zoneId !== result.zone?.id)
        return { ...result, fault: broken }
      const fault = check(seal, batch)
      if (fault) return { ...result, fault }
      result.seals++
      result.records += batch.length
      result.last = seal
      batch = []
    } else return { ...result, fault: broken }
  }
  return ended ? result : { ...result, fault: { kind: 'fileChanged', row: String(number + 1) } }
}

function split(text: string): [string, string] {
  const at = text.indexOf('\t')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function parse<T extends object>(text: string): T | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as T) : undefined
  } catch {
    return undefined
  }
}
