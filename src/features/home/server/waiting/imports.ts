import { mayCall } from '../../../../server/access.ts'
import { say } from '../../../../server/errors.ts'
import { listImportsAsOf, openImports } from '../imports.ts'
import { itemsAtMost, matter, type WaitingSource } from '../source.ts'

/** Workbooks read or checked that nobody has applied, whoever sent them. */
export const importsWaiting: WaitingSource = async (db, actor) => {
  if (!mayCall(actor, 'import:read')) return undefined
  const open = openImports(await listImportsAsOf(db, actor.zoneId))
  return {
    kind: 'import',
    title: say('未完成的导入', 'Imports under way'),
    address: '/imports',
    items: open.slice(0, itemsAtMost).map(({ id, fileName, createdBy, status, counts }) => {
      const questions = (counts?.doubt ?? 0) + (counts?.questions ?? 0)
      return matter({
        id,
        name: fileName,
        address: `/imports/${id}`,
        note: say(`${createdBy} 上传`, `from ${createdBy}`),
        state:
          status === 'read'
            ? say('待核对', 'to be checked')
            : questions > 0
              ? say(`${questions} 处待答`, `${questions} to answer`)
              : say('待导入', 'to be applied'),
      })
    }),
    total: open.length,
  }
}
