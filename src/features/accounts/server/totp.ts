import { Secret, TOTP } from 'otpauth'

// What every authenticator app understands; longer digests are read as SHA-1 by some of them.
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** Half minutes that a phone's clock may be off. */
const drift = 1

/** A new secret, in the letters that people can type. */
export const newSecret = () => new Secret({ size: 20 }).base32

/** The address that the QR code carries. */
export const enrolmentUri = (secret: string, zone: string, login: string) =>
  new TOTP({ ...form, issuer: `战图 ${zone}`, label: login, secret: Secret.fromBase32(secret) }).toString()

/** The half minute whose code this is, near now; undefined: of none. */
export function stepOf(secret: string, code: string, at: Date): number | undefined {
  const timestamp = at.getTime()
  const totp = new TOTP({ ...form, secret: Secret.fromBase32(secret) })
  const delta = totp.validate({ token: code, timestamp, window: drift })
  return delta === null ? undefined : totp.counter({ timestamp }) + delta
}
