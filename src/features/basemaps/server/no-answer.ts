import { Problem, say } from '../../../server/errors.ts'

/** Told to whoever asked for a picture; the map shows itself without. */
export const noAnswer = (zh: string, en: string) =>
  new Problem('no_answer', say(`底图没有回答：${zh}。`, `The base map did not answer: ${en}.`))
