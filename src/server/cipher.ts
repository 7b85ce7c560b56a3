import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** Encrypts what the database must not give away by itself. `bound` says what a text belongs to: elsewhere it does not open. */
export type Cipher = {
  encrypt: (text: string, bound: string) => string
  /** Undefined: not made with this key, or not for this. */
  decrypt: (sealed: string, bound: string) => string | undefined
  /** A keyed digest, for short secrets that are only compared. */
  digest: (text: string, bound: string) => string
}

/** In front of each text, so that another algorithm can come beside it. */
const tag = 'aes-256-gcm:v1'
const fileName = 'secret.key'

/** With the key of the data folder, made when it is first needed and readable by the server's user alone. */
export function openCipher(dataFolder: string): Cipher {
  let known: { encryption: Buffer; digest: Buffer } | undefined
  const keys = () => {
    if (known) return known
    const key = readOrMake(dataFolder)
    const derive = (use: string) => Buffer.from(hkdfSync('sha256', key, '', use, 32))
    known = { encryption: derive('zhantu encryption v1'), digest: derive('zhantu digest v1') }
    return known
  }
  return {
    encrypt(text, bound) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keys().encryption, nonce).setAAD(Buffer.from(bound))
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [tag, ...[nonce, content, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join(
        ':',
      )
    },
    decrypt(sealed, bound) {
      const [algorithm, version, ...parts] = sealed.split(':')
      const [nonce, content, mark] = parts.map((part) => Buffer.from(part, 'base64url'))
      if (`${algorithm}:${version}` !== tag || nonce?.length !== 12 || !content || mark?.length !== 16)
        return undefined
      try {
        const decipher = createDecipheriv('aes-256-gcm', keys().encryption, nonce)
          .setAAD(Buffer.from(bound))
          .setAuthTag(mark)
        return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
    digest: (text, bound) =>
      createHmac('sha256', keys().digest).update(`${bound}\n${text}`).digest('base64url'),
  }
}

function readOrMake(folder: string): Buffer {
  const file = join(folder, fileName)
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file)) make(file)
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (key.length !== 32)
    throw new Error(`${file} is no key of this server. Put back the file from your backup.`)
  return key
}

/** Whole or not at all; of two servers that start together the first one's stays. */
function make(file: string) {
  const part = `${file}.${process.pid}`
  const handle = openSync(part, 'w', 0o600)
  writeSync(handle, `${randomBytes(32).toString('base64url')}\n`)
  fsyncSync(handle)
  closeSync(handle)
  try {
    linkSync(part, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(part)
  }
}
