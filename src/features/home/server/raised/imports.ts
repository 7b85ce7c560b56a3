import { mayCall } from '../../../../server/access.ts'
import { say } from '../../../../server/errors.ts'
import { addDays, shanghaiDay } from '../../../../shared/days.ts'
import { listImportsAsOf, openImports } from '../imports.ts'
import { itemsAtMost, matter, type RaisedSource, settledDays } from '../source.ts'

const states = {
  read: say('待核对', 'to be checked'),
  checked: say('待导入', 'to be applied'),
  applied: say('已导入', 'applied'),
  undone: say('已撤销', 'undone'),
  discarded: say('已放弃', 'discarded'),
}

/** Workbooks that this person sent: still open, or settled of late. */
export const raisedImports: RaisedSource = async (db, actor, day) => {
  if (!mayCall(actor, 'import:read')) return undefined
  const own = (await listImportsAsOf(db, actor.zoneId)).filter((one) => one.createdById === actor.memberId)
  const open = openImports(own)
  const settled = own.filter(
    (one) => ['applied', 'undone'].includes(one.status) && shanghaiDay(one.at) >= addDays(day, -settledDays),
  )
  const all = [...open, ...settled]
  return {
    kind: 'import',
    title: say('您上传的台账', 'Ledgers you sent'),
    address: '/imports',
    items: all
      .slice(0, itemsAtMost)
      .map(({ id, fileName, status, at }) =>
        matter({ id, name: fileName, address: `/imports/${id}`, state: states[status], on: shanghaiDay(at) }),
      ),
    total: all.length,
  }
}
