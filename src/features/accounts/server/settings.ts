import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import {
  defaultSettings,
  type FactorDemand,
  faultOf,
  type SettingKey,
  type Settings,
} from '../model/settings.ts'

/** What the zone asks of its accounts, and the row's revision; 0 while it has set nothing. */
export async function readSettings(
  db: Db,
  zoneId: string,
  idleMinutes: number,
): Promise<{ values: Settings; revision: number }> {
  const row = await findRow(db, zoneId)
  if (!row) return { values: defaultSettings(idleMinutes), revision: 0 }
  const { id: _, revision, ...values } = row
  return {
    revision,
    values: {
      ...values,
      secondFactor: values.secondFactor as FactorDemand,
      // Of a day before there was such a setting the log has no value.
      wallDays: values.wallDays ?? 0,
    },
  }
}

const findRow = (db: Db, zoneId: string) =>
  db
    .selectFrom('securitySetting')
    .select([
      'id',
      'revision',
      'minLength',
      'minLengthAdministrators',
      'classes',
      'history',
      'maxAgeDays',
      'failures',
      'lockMinutes',
      'idleMinutes',
      'firstChange',
      'secondFactor',
      'oneSession',
      'wallDays',
    ])
    .where('zoneId', '=', zoneId)
    .executeTakeFirst()

export async function saveSettings(db: Db, author: Author, revision: number, values: Settings) {
  const fault = faultOf(values)
  if (fault) throw outOfBounds(fault)
  const row = await findRow(db, author.zoneId)
  if ((row?.revision ?? 0) !== revision) throw movedOn()
  if (!row) return insertRows(db, author, 'security_setting', [{ id: uuidv7(), ...values }])
  const written = await updateRows(db, author, 'security_setting', [{ id: row.id, revision, set: values }])
  if (written.size === 0) throw movedOn()
}

const words: Partial<Record<SettingKey, { zh: string; en: string }>> = {
  minLength: say('密码最短位数', 'The shortest password'),
  minLengthAdministrators: say('管理员密码最短位数', 'The shortest password of administrators'),
  classes: say('密码须含的字符种类数', 'The kinds of characters in a password'),
  history: say('不能重复使用的旧密码个数', 'The number of former passwords not taken again'),
  maxAgeDays: say('密码使用期限（天）', 'The age of a password in days'),
  failures: say('连续输错几次锁定', 'The wrong tries before an account is locked'),
  lockMinutes: say('锁定时长（分钟）', 'The minutes that an account stays locked'),
  idleMinutes: say('无操作自动退出（分钟）', 'The minutes without use before a session ends'),
  wallDays: say('大屏保持登录最多天数', 'The days that a wall may stay signed in'),
}

function outOfBounds({ key, value, from, to }: NonNullable<ReturnType<typeof faultOf>>) {
  const word = words[key] ?? say(key, key)
  const others =
    key === 'minLengthAdministrators' && value < from
      ? say('，且不少于其他人的位数', ', and no less than for the others')
      : say('', '')
  return new Problem(
    'invalid_input',
    say(
      `${word.zh}填的是 ${value}，应为 ${from} 到 ${to} 之间的整数${others.zh}。`,
      `${word.en}: ${value} was given; enter a whole number from ${from} to ${to}${others.en}.`,
    ),
  )
}

const movedOn = () =>
  new Problem(
    'conflict',
    say(
      '安全设置刚被他人修改，请刷新后核对再改。',
      'Somebody changed these settings just now. Reload, compare, and edit again.',
    ),
  )
