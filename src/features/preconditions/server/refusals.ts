import { Problem, type Sentence, say } from '../../../server/errors.ts'

export const movedOn = () =>
  new Problem(
    'conflict',
    say('刚被他人修改，请刷新后再改。', 'Somebody changed it just now. Reload and edit again.'),
  )

export const faultyRule = (place: number, { zh, en }: Sentence) =>
  new Problem('invalid_input', say(`第 ${place} 条：${zh}。`, `Rule ${place}: ${en}.`))

export const noSuchRule = () =>
  new Problem(
    'conflict',
    say(
      '这条供地条件已经不在了，请刷新后再看。',
      'This condition is no longer there. Reload and look again.',
    ),
  )

export const noSuchPaper = () =>
  new Problem(
    'invalid_input',
    say(
      '这份材料不在本项目里。请先在“佐证”里上传，再选它。',
      'This paper is not one of the project’s. File it under “Evidence” first, then choose it.',
    ),
  )
