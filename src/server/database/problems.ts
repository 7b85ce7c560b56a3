import { Problem, say } from '../errors.ts'

/** Characters that PostgreSQL keeps neither in text nor in JSON: U+0000, halves of characters. */
const unkeepableText = new Set(['22021', '22P05'])
/** Numbers and dates out of range or not of their form, past every contract. */
const unfitValue = new Set(['22P02', '22003', '22007', '22008'])
const overtaken = new Set(['40001', '40P01', '55P03'])
/** A row that the writer would not see any more, by row-level security. */
const outOfSight = '42501'
/** The database stops, is full, takes no more connections or cannot be reached. */
const away = /^(08...|53...|57P..|58...|ECONNREFUSED|ECONNRESET|EPIPE|ENOSPC)$/

/** What a failure of the database means to the person who asked, by its SQLSTATE or the system's code; undefined: ours to mend. */
export function databaseProblem(code: string): Problem | undefined {
  if (unkeepableText.has(code))
    return new Problem(
      'invalid_input',
      say(
        '内容里有无法保存的字符（如空字符 U+0000），未保存。请删去后重试。',
        'The text has characters that cannot be kept (such as U+0000); nothing was saved. Remove them and try again.',
      ),
    )
  if (unfitValue.has(code))
    return new Problem(
      'invalid_input',
      say(
        '有一个数字、日期或编号写法不对或超出范围，未保存。请检查后重试。',
        'A number, date or id is not of its form or out of range; nothing was saved. Correct it and try again.',
      ),
    )
  if (code === outOfSight)
    return new Problem(
      'not_allowed',
      say(
        '这样改之后，您就不再是这个未签约项目的知情人，所以没有保存。请兵团长或管委会领导办理。',
        'After this change you would no longer be one who knows of this unsigned project, so nothing was saved. Ask the commander or a director.',
      ),
    )
  if (overtaken.has(code))
    return new Problem(
      'conflict',
      say(
        '他人正在修改同一内容，这次没有保存。请重试。',
        'Somebody is changing the same; nothing was saved. Try again.',
      ),
    )
  if (away.test(code))
    return new Problem(
      'busy',
      say(
        '数据库暂时不能使用（正在重启、已满或连不上），请核对这次操作是否已保存后重试；如持续出现，请告诉管理员。',
        'The database cannot be used just now (restarting, full or out of reach). See whether this was saved and try again; if it goes on, tell your administrator.',
      ),
    )
  return undefined
}
