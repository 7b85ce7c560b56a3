/** Every refusal the API can give. The code is contract: clients switch on it, people read the message. */
export const problemStatus = {
  invalid_input: 400,
  unreadable_file: 400,
  not_signed_in: 401,
  wrong_password: 401,
  wrong_code: 401,
  locked_out: 403,
  not_allowed: 403,
  must_change_password: 403,
  must_enrol: 403,
  wall_only: 403,
  not_found: 404,
  conflict: 409,
  evidence_missing: 409,
  preconditions_failed: 409,
  too_large: 413,
  no_answer: 502,
  busy: 503,
  internal: 500,
} as const
export type ProblemCode = keyof typeof problemStatus

export type Language = 'zh' | 'en'
/** A sentence in both languages: the thing, the value received, the way out. */
export type Sentence = Record<Language, string>
export const say = (zh: string, en: string): Sentence => ({ zh, en })

export class Problem extends Error {
  override name = 'Problem'
  readonly code: ProblemCode
  readonly sentence: Sentence
  readonly details: Record<string, unknown> | undefined

  constructor(code: ProblemCode, sentence: Sentence, details?: Record<string, unknown>) {
    super(sentence.en)
    this.code = code
    this.sentence = sentence
    this.details = details
  }
}

export function found<T>(value: T | undefined, what: Sentence, id: string): T {
  if (value === undefined)
    throw new Problem('not_found', say(`没有编号为 ${id} 的${what.zh}。`, `There is no ${what.en} ${id}.`))
  return value
}

export const notAllowed = (zh: string, en: string) => new Problem('not_allowed', say(zh, en))

/** An error as the log keeps it: drivers hang the statement with its values on it, and those are people's words and secrets. */
export const loggedError = (error: Error & { code?: unknown }) => ({
  type: error.name,
  message: error.message,
  stack: error.stack ?? '',
  ...(typeof error.code === 'string' ? { code: error.code } : {}),
})
