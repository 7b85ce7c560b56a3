/** A sentence in both languages. */
export type Words = { zh: string; en: string }
/** Why an act cannot be: at which step, and the rows that stand in the way (`unit:`, `member:`, `project:` or `territory:` and an id). */
export type Fault = Words & { step: number | null; rows: string[] }

type Held = 'groups' | 'posts' | 'projects' | 'territories' | 'goals'

const words = (zh: string, en: string): Words => ({ zh, en })

/** What can be wrong with a reorganisation, each with the way out. */
export const faults = {
  past: (day: string, today: string) =>
    words(
      `生效日期 ${day} 早于今天（${today}）。调整只能从今天或以后生效。`,
      `The effective date ${day} is before today (${today}). A reorganisation takes effect today or later.`,
    ),
  noDay: (day: string) => words(`没有 ${day} 这一天。`, `There is no day ${day}.`),
  noUnit: (id: string) => words(`没有编号为 ${id} 的单位。`, `There is no unit ${id}.`),
  notStanding: (name: string, day: string) =>
    words(
      `“${name}”在 ${day} 不存在，请另选单位。`,
      `“${name}” does not exist on ${day}; choose another unit.`,
    ),
  nameTaken: (name: string, parent: string) =>
    words(
      `“${parent}”下已有“${name}”。请换一个名称，或先合并、更名。`,
      `There is a “${name}” under “${parent}” already. Take another name, or merge or rename first.`,
    ),
  sameName: (name: string) =>
    words(`“${name}”没有变化，请填写新名称。`, `“${name}” stays as it is; give the new name.`),
  idTaken: (name: string) =>
    words(`“${name}”的编号已被使用，请重新添加这一步。`, `The id of “${name}” is taken; add this step anew.`),
  needsParent: (name: string) =>
    words(`“${name}”须设在一个上级单位之下。`, `“${name}” must stand under another unit.`),
  zoneOffice: (name: string) =>
    words(
      `“${name}”是管委会，不能撤并或划转，只能更名。`,
      `“${name}” is the zone’s own office: it can be renamed, not closed, merged, split or moved.`,
    ),
  alreadyThere: (name: string, parent: string) =>
    words(`“${name}”已在“${parent}”之下。`, `“${name}” is under “${parent}” already.`),
  cycle: (name: string, parent: string) =>
    words(
      `“${parent}”就在“${name}”之下，不能把上级划到自己的下级里。`,
      `“${parent}” is below “${name}”; a unit cannot stand under itself.`,
    ),
  stillHolds: (name: string, { groups, posts, projects, territories, goals }: Record<Held, number>) =>
    words(
      `“${name}”还有下级单位 ${groups} 个、任职 ${posts} 项、项目 ${projects} 个、辖区 ${territories} 处、目标 ${goals} 项，不能撤销。请在这次调整中写明它们的去向。`,
      `“${name}” still holds ${groups} units, ${posts} posts, ${projects} projects, ${territories} territories and ${goals} goals, so it cannot be closed. Say in this act where they go.`,
    ),
  notCorps: (name: string) =>
    words(
      `“${name}”不是兵团，不能接收项目和目标。`,
      `“${name}” is no corps, so it cannot take projects or goals.`,
    ),
  nothingThere: (name: string) =>
    words(
      `“${name}”没有要移交的任职、项目或辖区。`,
      `“${name}” has no such posts, projects or territories to hand over.`,
    ),
  notHeld: (name: string, count: number) =>
    words(
      `选定的内容中有 ${count} 项当天不属于“${name}”，请重新选择。`,
      `${count} of the rows chosen are not of “${name}” on that day; choose again.`,
    ),
  differentKinds: words('只有同一类单位才能合并。', 'Only units of one kind can be merged.'),
  twice: words('同一个单位选了两次。', 'The same unit was chosen twice.'),
  partsOverlap: words(
    '同一个组、人员、项目或辖区归入了两个部分。',
    'A group, person, project or territory was given to two parts.',
  ),
  restNowhere: words('请指明其余内容归入哪一个部分。', 'Say which part takes the rest.'),
  newName: words('合并成新单位时须填写名称。', 'A merge into a new unit needs a name.'),
  notDone: words('只能恢复已经生效的调整。', 'Only an act that has taken effect can be taken back.'),
  nothing: words('这次调整没有改变任何内容。', 'This act would change nothing.'),
}
