import { normaliseText } from './normalise.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const form = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-Z]{9}[0-9A-HJ-NPQRTUWXY]$/
const orgAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const orgWeights = [3, 7, 9, 10, 5, 8, 4, 2]

export interface CreditCodeCheck {
  /** Upper case, no spaces or hyphens. */
  normalised: string
  wellFormed: boolean
  /** The last character is the one computed. */
  checkOk: boolean
  /** The organisation code inside (characters 9 to 17) has its own check character right. */
  orgCheckOk: boolean
  /** What the last character should be; '' if the code is not well formed. */
  computed: string
}

/**
 * 统一社会信用代码, GB 32100-2015, with the organisation code inside it by GB 11714. Some early codes in real use
 * fail the check: a failed check is a warning to people, never a reason to refuse.
 */
export function checkCreditCode(code: string): CreditCodeCheck {
  const normalised = normaliseText(code)
    .toUpperCase()
    .replace(/[\s'‐-―-]/g, '')
  if (!form.test(normalised))
    return { normalised, wellFormed: false, checkOk: false, orgCheckOk: false, computed: '' }
  const computed = checkCharacter(normalised.slice(0, 17))
  const org = normalised.slice(8, 17)
  return {
    normalised,
    wellFormed: true,
    checkOk: computed !== '' && normalised[17] === computed,
    orgCheckOk: orgCheckCharacter(org.slice(0, 8)) === org[8],
    computed,
  }
}

/** Weights are 3^i mod 31. A character outside the alphabet (I O S V Z) has no value, hence no check. */
function checkCharacter(body: string): string {
  let sum = 0
  let weight = 1
  for (const character of body) {
    const value = alphabet.indexOf(character)
    if (value < 0) return ''
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? ''
}

function orgCheckCharacter(body: string): string {
  const sum = orgWeights.reduce(
    (total, weight, at) => total + orgAlphabet.indexOf(body[at] ?? '') * weight,
    0,
  )
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}
