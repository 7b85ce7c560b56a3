import { notAllowed, Problem, say } from '../../../server/errors.ts'

type Held = { tenant: string | null; fromOn: string; toOn: string | null }

const until = (toOn: string | null) =>
  say(toOn ? `至 ${toOn}` : '起，没有到期日', toOn ? `to ${toOn}` : 'on, without an end')
const who = ({ tenant }: Held) => say(tenant ?? '未写租户', tenant ?? 'a tenant not named')

export const movedOn = () =>
  new Problem(
    'conflict',
    say('这条记录刚被他人修改，请刷新后再试。', 'Somebody changed this just now. Reload and try again.'),
  )

export const heldAlready = (room: string, held: Held) =>
  new Problem(
    'conflict',
    say(
      `“${room}”${held.fromOn} ${until(held.toOn).zh}已由“${who(held).zh}”占用，同一天不能有两份。请改起止日期，或先结束那一份。`,
      `“${room}” is held by “${who(held).en}” from ${held.fromOn} ${until(held.toOn).en}; nobody else can hold it on those days. Change the dates, or end that one first.`,
    ),
  )

export const endsBeforeItBegins = (fromOn: string, toOn: string) =>
  new Problem(
    'invalid_input',
    say(`到期日 ${toOn} 早于起租日 ${fromOn}。`, `The last day, ${toOn}, is before the first, ${fromOn}.`),
  )

export const noSuchDay = (day: string) =>
  new Problem('invalid_input', say(`没有“${day}”这一天。`, `There is no day “${day}”.`))

export const tenantOrProject = new Problem(
  'invalid_input',
  say(
    '租户和项目只填一个：填了项目，名称就从项目来。',
    'Name a tenant or a project, not both: a project brings its own name.',
  ),
)

export const rentNeedsUnit = new Problem(
  'invalid_input',
  say(
    '租金和单位（元/㎡·月 或 元/㎡·天）要一起填。',
    'A rent goes with its unit, by the month or by the day.',
  ),
)

export const noArea = new Problem('invalid_input', say('面积须大于零。', 'The area must be more than zero.'))
export const noNought = new Problem('invalid_input', say('这一项须大于零。', 'This must be more than zero.'))

export const roomTaken = (number: string) =>
  new Problem(
    'conflict',
    say(`这栋楼已有单元“${number}”。`, `There is a room “${number}” in this building already.`),
  )
export const noRoomNumber = (number: string) =>
  new Problem(
    'invalid_input',
    say(
      `“${number}”里没有字母、汉字或数字，不能作房号。`,
      `“${number}” has no letter or digit and cannot be a room’s number.`,
    ),
  )
export const buildingTaken = (name: string) =>
  new Problem(
    'conflict',
    say(
      `已有楼宇“${name}”。名称加栋号在区内不重复。`,
      `There is a building “${name}” already; name and number are unique in the zone.`,
    ),
  )

export const onlyItsLeases = () =>
  notAllowed(
    '指挥长可以改用途、报价、交付日、备注和租约；房号、面积和楼宇资料由管委会和统计维护。',
    'A commander changes use, asking rent, readiness, note and leases; numbers, areas and the building are kept by the zone’s office and its analysts.',
  )

export const leaseVeiled = () =>
  notAllowed(
    '这份租约属于您不在知情范围内的项目，由知情的人修改。',
    'This lease is of a project that you may not know of; somebody who does keeps it.',
  )

export const noName = new Problem('invalid_input', say('楼宇须有名称。', 'A building has a name.'))

export const nothingToExport = new Problem(
  'invalid_input',
  say('没有符合条件的楼宇，没有可导出的内容。', 'No building matches; there is nothing to export.'),
)
