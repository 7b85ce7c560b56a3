import type { Industry } from '../contract.ts'

type Step = Pick<Industry, 'code' | 'letter' | 'name'>

/** C3812 电动机制造: the code with its letter, as people say it. */
export const industryTitle = ({ code, letter, name }: Step) =>
  `${code === letter ? '' : letter}${code} ${name}`

/** C 制造业 › 38 电气机械和器材制造业 › 381 电机制造 */
export const industryPath = (path: readonly Step[]) =>
  path.map(({ code, name }) => `${code} ${name}`).join(' › ')
