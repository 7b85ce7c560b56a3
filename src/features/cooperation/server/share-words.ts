import { type Sentence, say } from '../../../server/errors.ts'
import type { Share } from '../contract.ts'
import type { ShareFault } from '../model/shares.ts'

/** What is wrong with shares, with the value and what is missing. */
export function shareSentence(fault: ShareFault, shares: readonly Share[]): Sentence {
  if (fault.kind === 'none')
    return say('请填写各单位的利益分成，合计 100%。', 'Give each unit its share; together they are 100 %.')
  if (fault.kind === 'sum') {
    const short = !fault.missing.startsWith('-')
    const gap = fault.missing.replace('-', '')
    return say(
      `利益分成合计 ${fault.sum}%，${short ? '还差' : '多出'} ${gap}%；合计应正好是 100%。`,
      `The shares are ${fault.sum} % together, ${gap} % too ${short ? 'little' : 'much'}; they must be exactly 100 %.`,
    )
  }
  const name = shares[fault.at]?.unitName ?? ''
  if (fault.kind === 'twice')
    return say(`“${name}”的分成写了两次，请合并。`, `“${name}” has two shares; make them one.`)
  const { percent } = fault
  if (fault.kind === 'places')
    return say(
      `“${name}”的分成 ${percent}% 超过两位小数，请写到百分之 0.01。`,
      `The share of “${name}”, ${percent} %, has more than two places; write hundredths of a percent.`,
    )
  return fault.kind === 'notPositive'
    ? say(
        `“${name}”的分成 ${percent}% 应大于 0；不参与分成的单位请不要列入。`,
        `The share of “${name}”, ${percent} %, must be above 0; leave out a unit that has none.`,
      )
    : say(`“${name}”的分成“${percent}”不是数字。`, `The share of “${name}”, “${percent}”, is no number.`)
}
