import { hash, verify } from '@node-rs/argon2'
import type { Sentence } from '../../../server/errors.ts'
import { Problem, say } from '../../../server/errors.ts'
import { type Kind, type PasswordFault, type PasswordRules, passwordFault } from '../model/password-rules.ts'

// OWASP's second recommended setting for argon2id: 19 MiB, 2 passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string) => hash(password, cost)

let decoy: Promise<string> | undefined

/** True if the password is the one hashed; without a hash it takes as long and is false, so that nobody learns who exists. */
export async function verifyPassword(hashed: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const same = await verify(hashed ?? (await decoy), password)
  return hashed !== undefined && same
}

/** Refuses a password that breaks a rule, saying which and how it is kept. */
export function checkPassword(
  password: string,
  whose: { login: string; name: string },
  rules: PasswordRules,
) {
  const fault = passwordFault(password, whose, rules)
  if (fault) throw new Problem('invalid_input', sentenceOf(fault, whose))
}

const kindWords: Record<Kind, Sentence> = {
  capital: say('大写字母', 'capitals'),
  small: say('小写字母', 'small letters'),
  digit: say('数字', 'digits'),
  sign: say('符号', 'signs'),
}

function sentenceOf(fault: PasswordFault, { login, name }: { login: string; name: string }): Sentence {
  if (fault.kind === 'short')
    return say(
      `新密码只有 ${fault.length} 位，至少要 ${fault.asked} 位。`,
      `The new password has ${fault.length} characters; it needs ${fault.asked} or more.`,
    )
  if (fault.kind === 'plain') {
    const zh = fault.missing.map((kind) => kindWords[kind].zh).join('、')
    const en = fault.missing.map((kind) => kindWords[kind].en).join(', ')
    return say(
      `新密码须含大写字母、小写字母、数字、符号中的 ${fault.asked} 类，请再加上${zh}中的 ${fault.more} 类。`,
      `The new password needs ${fault.asked} of: capitals, small letters, digits, signs. Add ${fault.more} of: ${en}.`,
    )
  }
  return fault.kind === 'login'
    ? say(
        `新密码里不能有账号名 ${login}，请换掉这一段。`,
        `The new password must not contain the account name ${login}; replace that part.`,
      )
    : say(
        `新密码里不能有姓名 ${name}，请换掉这一段。`,
        `The new password must not contain the name ${name}; replace that part.`,
      )
}
