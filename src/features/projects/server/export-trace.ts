import { stampPicture } from '../../../formats/write-xlsx.ts'
import { type Language, say } from '../../../server/errors.ts'
import { shanghaiMinute } from '../../../shared/days.ts'

/** By whose hand a file left the house. The log has the same id. */
export type Trace = { id: string; name: string; login: string; at: Date }

/** Says so above the table, on every printed page, behind the cells, and where no cell shows it. */
export function traceMarks({ id, name, login, at }: Trace, language: Language) {
  const time = shanghaiMinute(at)
  const who = say(`${name}（${login}）`, `${name} (${login})`)[language]
  const words = say(
    `导出人：${who}　导出于 ${time}（北京时间）　编号：${id}`,
    `Exported by ${who}, ${time} Beijing time, no. ${id}`,
  )[language]
  return {
    captionRows: [words],
    printed: { header: `${who} ${time} UTC+8`, footer: id },
    background: stampPicture([login, `${time} UTC+8`, id]),
    custom: { ExportId: id, ExportedBy: `${name} ${login}`, ExportedAt: at.toISOString() },
  }
}
