import { notAllowed, Problem, say } from '../../../server/errors.ts'

export const movedOn = () =>
  new Problem(
    'conflict',
    say(
      '这个地块刚被他人修改，请刷新后再试。',
      'Somebody changed this parcel just now. Reload and try again.',
    ),
  )

export const numberTaken = (number: string) =>
  new Problem(
    'conflict',
    say(
      `已有地块“${number}”。地块编号在区内不重复，请换一个，或先改原地块的编号。`,
      `There is a parcel “${number}” already. Numbers are unique in the zone: take another, or change that parcel’s first.`,
    ),
  )

export const noMore = (number: string | null) =>
  new Problem(
    'conflict',
    say(
      `地块“${number ?? '未编号'}”已分割或合并，不能再改。`,
      `Parcel “${number ?? 'without number'}” was split or merged away and cannot change any more.`,
    ),
  )

export const noArea = new Problem('invalid_input', say('面积须大于零。', 'The area must be more than zero.'))

export const noNumber = (number: string) =>
  new Problem(
    'invalid_input',
    say(
      `“${number}”里没有字母、汉字或数字，不能作地块编号。`,
      `“${number}” has no letter or digit and cannot be a parcel’s number.`,
    ),
  )

export const nothingToExport = new Problem(
  'invalid_input',
  say('没有符合条件的地块，没有可导出的内容。', 'No parcel matches; there is nothing to export.'),
)

export const onlyStatus = () =>
  notAllowed(
    '指挥长可以改状态和备注；编号、面积、片区等由管委会和统计维护。',
    'A commander changes status and note; number, area and territory are kept by the zone’s office and its analysts.',
  )
