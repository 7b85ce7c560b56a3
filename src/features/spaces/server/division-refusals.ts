import type { OverlayFailure } from '../../../engine/geometry/overlay.ts'
import type { SplitCode } from '../../../engine/geometry/split.ts'
import { Problem, type Sentence, say } from '../../../server/errors.ts'

const splits: Record<SplitCode, Sentence> = {
  no_number: say('分割线的坐标不是数。', 'The line’s coordinates are no numbers.'),
  line_too_short: say('分割线至少要有两个不同的点。', 'The line needs two different points or more.'),
  line_too_long: say('分割线的点太多，请画得简单些。', 'The line has too many points; draw it simpler.'),
  too_many_points: say(
    '地块的界址点太多，请先抽稀再分割。',
    'The parcel has too many points; simplify it first.',
  ),
  line_crosses_itself: say('分割线与自己相交，请重画。', 'The line crosses itself; draw it again.'),
  not_one_surface: say(
    '这个地块的边界有问题，请先改正再分割。',
    'Something is wrong with this parcel’s boundary; mend it first.',
  ),
  line_outside: say(
    '分割线没有穿过地块，请从一侧画到另一侧。',
    'The line does not run through the parcel; draw it from side to side.',
  ),
  line_ends_inside: say(
    '分割线停在地块里面，请画到边界以外。',
    'The line ends inside the parcel; draw it beyond the boundary.',
  ),
  not_through: say('分割线只连到了洞，没有把地块分开。', 'The line runs to a hole and divides nothing.'),
  failed: say(
    '这条线分不开地块，请换一个位置重画。',
    'This line could not divide the parcel; draw it elsewhere.',
  ),
}
export const cannotSplit = (code: SplitCode) => new Problem('invalid_input', splits[code])

export const severalSurfaces = new Problem(
  'invalid_input',
  say(
    '分割线穿过了地块的好几片，请一次只分一片。',
    'The line runs through several pieces of the parcel; divide one at a time.',
  ),
)

export const notAdjacent = new Problem(
  'invalid_input',
  say('这些地块不相邻，不能合并成一块。', 'These parcels are no neighbours and cannot become one.'),
)

const joins: Record<OverlayFailure['code'], Sentence> = {
  no_number: say(
    '地块的坐标不是数，不能合并。',
    'Coordinates of a parcel are no numbers; they cannot be joined.',
  ),
  too_many_points: say(
    '地块的界址点太多，请先抽稀再合并。',
    'The parcels have too many points; simplify them first.',
  ),
  too_tangled: say('地块的边界交错过多，不能合并。', 'The boundaries are too tangled to be joined.'),
  failed: say(
    '这些地块合并不了，请核对它们的边界。',
    'These parcels could not be joined; check their boundaries.',
  ),
  implausible: say(
    '合并后的面积对不上，请核对边界。',
    'The joined area does not add up; check the boundaries.',
  ),
}
export const cannotJoin = (code: OverlayFailure['code']) => new Problem('invalid_input', joins[code])
