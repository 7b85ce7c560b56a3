import type { Db } from '../../../server/database/connect.ts'
import { Problem, say } from '../../../server/errors.ts'
import { type Act, levelWords, type StepKind } from '../ladder.ts'
import { type BlockerRow, listSteps } from './queries.ts'

/** What somebody did, in a sentence. */
const done: Record<StepKind, { zh: string; en: string }> = {
  raise: { zh: '提出了它', en: 'raised it' },
  amend: { zh: '修改了它', en: 'changed it' },
  note: { zh: '作了说明', en: 'added a note' },
  up: { zh: '把它上移到', en: 'moved it up to' },
  down: { zh: '把它退回到', en: 'sent it back to' },
  solve: { zh: '写明已解决', en: 'solved it' },
  withdraw: { zh: '撤回了它', en: 'withdrew it' },
  reopen: { zh: '重新打开了它', en: 'opened it again' },
}
const shownAtMost = 100

/** Of two people who act at once, the second reads what the first did. */
export async function refuseOvertaken(db: Db, zoneId: string, { id, title }: BlockerRow): Promise<never> {
  const last = (await listSteps(db, zoneId, [id])).get(id)?.at(-1)
  const isMove = last?.kind === 'up' || last?.kind === 'down'
  const where = last && isMove ? levelWords[last.toLevel] : { zh: '', en: '' }
  const what = last ? done[last.kind] : { zh: '', en: '' }
  const said = last?.text ? `“${last.text.slice(0, shownAtMost)}”` : ''
  throw new Problem(
    'conflict',
    say(
      `${last?.madeBy ?? ''}刚刚${what.zh}${where.zh}${said && `：${said}`}。卡点“${title}”这次没有改动，请看过再办理。`,
      `${last?.madeBy ?? ''} ${[what.en, where.en].filter(Boolean).join(' ')} just now${said && `: ${said}`}. Nothing was changed about “${title}”; look at it before you act.`,
    ),
  )
}

export function refuseUnfit({ state, level, title }: BlockerRow, act: Act | 'amend'): never {
  if (act === 'reopen')
    throw new Problem(
      'conflict',
      say(
        `卡点“${title}”还没有关闭，不用重新打开。`,
        `“${title}” is still open; there is nothing to open again.`,
      ),
    )
  if (state !== 'open')
    throw new Problem(
      'conflict',
      say(
        `卡点“${title}”已${state === 'solved' ? '解决' : '撤回'}。要继续办理，先重新打开。`,
        `“${title}” is ${state}. Open it again to go on with it.`,
      ),
    )
  const { zh, en } = levelWords[level]
  throw new Problem(
    'conflict',
    act === 'up'
      ? say(
          `“${zh}”已是最高一级，不能再上移，请在这一级解决。`,
          `“${en}” is the highest level; solve it here.`,
        )
      : say(
          `“${zh}”已是最低一级，不能再退回；不需要办理时请撤回。`,
          `“${en}” is the lowest level; withdraw it if nothing is to be done.`,
        ),
  )
}
