import type { Finding } from './import-contract.ts'

type Values = { value: string } & Record<string, string>
type Sentence = { zh: (at: Values) => string; en: (at: Values) => string }
const until = (to: string | undefined) => to || '…'

/** What speaks against a row: what stands there, and the way out. */
const sentences: Record<string, Sentence> = {
  no_building: {
    zh: () => '没有写是哪栋楼。请指定“楼宇”列，或在表里补上。',
    en: () => 'It does not say which building. Name the column, or write it in the table.',
  },
  no_room: {
    zh: ({ value }) => (value ? `房号“${value}”里没有字母、汉字或数字。` : '没有房号。请在表里补上。'),
    en: ({ value }) =>
      value ? `Room number “${value}” has no letter or digit.` : 'No room number. Write it in the table.',
  },
  no_floor: {
    zh: ({ value }) => `“${value}”在哪一层看不出来。请指定“楼层”列，或在表里补上。`,
    en: ({ value }) =>
      `Which floor “${value}” is on cannot be told. Name the column, or write it in the table.`,
  },
  no_area: {
    zh: ({ value }) => `“${value}”是新单元，没有面积。请在表里补上。`,
    en: ({ value }) => `“${value}” is a new room without an area. Write it in the table.`,
  },
  area_unread: {
    zh: ({ value }) => `面积“${value}”读不出来：应为大于零的平方米数，如 320.5。`,
    en: ({ value }) => `Area “${value}” cannot be read: square metres above nought, such as 320.5.`,
  },
  number_unread: {
    zh: ({ value }) => `“${value}”不是数，这一格没有取。`,
    en: ({ value }) => `“${value}” is no number; this cell was left out.`,
  },
  floor_unread: {
    zh: ({ value }) => `楼层“${value}”读不出来，按房号判断。写成 3、3F、B1 就能读。`,
    en: ({ value }) =>
      `Floor “${value}” cannot be read; the room’s number was taken. 3, 3F and B1 can be read.`,
  },
  floor_from_number: {
    zh: ({ value }) => `楼层按房号“${value}”判断。`,
    en: ({ value }) => `The floor was taken from room number “${value}”.`,
  },
  place_unread: {
    zh: ({ value }) => `经纬度“${value}”不在中国境内或不全，没有取。`,
    en: ({ value }) => `Place “${value}” is incomplete or outside China; it was left out.`,
  },
  parcel_unknown: {
    zh: ({ value }) => `没有编号为“${value}”的地块，楼宇先不落位。`,
    en: ({ value }) => `There is no parcel “${value}”; the building stands on none.`,
  },
  status_unknown: {
    zh: ({ value }) => `状态“${value}”不认识，按租约日期判断。`,
    en: ({ value }) => `Status “${value}” is not known; the days of the lease decide.`,
  },
  day_unread: {
    zh: ({ value }) => `日期“${value}”读不出来，没有取。写成 2022-03-01 就能读。`,
    en: ({ value }) => `Day “${value}” cannot be read and was left out. 2022-03-01 can be read.`,
  },
  day_of_month: {
    zh: ({ value, day }) => `“${value}”没有写到日，取 ${day}。`,
    en: ({ value, day }) => `“${value}” has no day; ${day} was taken.`,
  },
  term_unread: {
    zh: ({ value }) => `租期“${value}”读不出起止两天，没有取。`,
    en: ({ value }) => `Term “${value}” does not say two days and was left out.`,
  },
  ends_before: {
    zh: ({ value, from }) => `到期日 ${value} 早于起租日 ${from}。请核对后改表。`,
    en: ({ value, from }) => `The last day, ${value}, is before the first, ${from}. Put the table right.`,
  },
  no_tenant: {
    zh: () => '写着已租，没有租户名称。照样登记，名称以后补。',
    en: () => 'Let, with no tenant named. It is entered; the name can follow.',
  },
  no_end: {
    zh: () => '没有到期日，登记为未定：不会自己腾出来。',
    en: () => 'No last day: entered as open, so it never comes free by itself.',
  },
  no_start: {
    zh: ({ day }) => `没有起租日。要导入，就从 ${day} 记起。`,
    en: ({ day }) => `No first day. If taken, it begins on ${day}.`,
  },
  rent_unread: {
    zh: ({ value }) => `租金“${value}”读不出来，没有取。`,
    en: ({ value }) => `Rent “${value}” cannot be read and was left out.`,
  },
  rent_whole: {
    zh: ({ value }) => `租金“${value}”是整间或整年的，不是每平方米的，没有取。`,
    en: ({ value }) => `Rent “${value}” is for a whole room or year, not for a ㎡, and was left out.`,
  },
  rent_no_unit: {
    zh: ({ value }) => `租金“${value}”没有写单位，没有取。请在上面选“元/㎡·月”或“元/㎡·天”。`,
    en: ({ value }) =>
      `Rent “${value}” has no unit and was left out. Choose by the month or by the day above.`,
  },
  vacant_but_held: {
    zh: ({ value, to }) => `状态写空置，租约却是 ${value} 至 ${until(to)}。要导入，就以租约为准。`,
    en: ({ value, to }) =>
      `The status says vacant, the lease ${value} to ${until(to)}. If taken, the lease counts.`,
  },
  held_but_over: {
    zh: ({ value }) => `状态写已租，租约已在 ${value} 到期。要导入，就算已到期；续租了请先改到期日。`,
    en: ({ value }) =>
      `The status says let, the lease ended on ${value}. If taken, it is over; if renewed, put the day right.`,
  },
  overlaps: {
    zh: ({ value, tenant, from, to }) =>
      `“${tenant}”${from} 至 ${until(to)} 在这间。要导入，就让它到 ${value} 前一天为止。`,
    en: ({ value, tenant, from, to }) =>
      `“${tenant}” has it from ${from} to ${until(to)}. If taken, that ends the day before ${value}.`,
  },
  begins_later: {
    zh: ({ value, tenant, from, to }) =>
      `系统里“${tenant}”${from} 至 ${until(to)} 在这间，表里从 ${value} 起。要导入，此前的租期就不再记着；续租请先在系统里结束原来那份，再登记新的一份。`,
    en: ({ value, tenant, from, to }) =>
      `On record “${tenant}” has it from ${from} to ${until(to)}, in the table from ${value}. If taken, the time before is no longer on record; if renewed, end that lease first, then enter the new one.`,
  },
  other_tenant: {
    zh: ({ value, tenant, from }) =>
      `系统里 ${from} 起是“${tenant}”，表里同一份写“${value}”。要导入，就改为“${value}”；换了租户请写新的起租日。`,
    en: ({ value, tenant, from }) =>
      `On record “${tenant}” has it from ${from}; the table names “${value}” for the same stay. If taken, the name is changed; if the tenant changed, write the new first day.`,
  },
  overlaps_later: {
    zh: ({ tenant, from, to }) =>
      `“${tenant}”${from} 至 ${until(to)} 已占用这间，日子重叠。请改表或先改那份租约。`,
    en: ({ tenant, from, to }) =>
      `“${tenant}” has it from ${from} to ${until(to)}, on some of the same days. Change the table, or that lease first.`,
  },
  overlaps_row: {
    zh: ({ tenant, from, to }) =>
      `表里另一行写这间 ${from} 至 ${until(to)} 归“${tenant}”，日子重叠。请改其中一行。`,
    en: ({ tenant, from, to }) =>
      `Another row gives this room to “${tenant}” from ${from} to ${until(to)}, on some of the same days. Change one of them.`,
  },
  held_in_records: {
    zh: ({ tenant, from, to, day }) =>
      `表里写空置，系统里“${tenant}”${from} 至 ${until(to)} 在租。要导入，就记为 ${day} 前一天退租。`,
    en: ({ tenant, from, to, day }) =>
      `The table says vacant; on record “${tenant}” has it from ${from} to ${until(to)}. If taken, that ended the day before ${day}.`,
  },
  no_ready_day: {
    zh: () => '写着未交付，没有交付日期（或已过去）。补上“交付日期”再导，否则会当成空置。',
    en: () =>
      'Not ready, without a day to come on which it will be. Write it; else the room would look vacant.',
  },
  was_reshaped: {
    zh: ({ value, now }) =>
      `这间在系统里拆分或合并过：表里 ${value} ㎡，系统里${now ? ` ${now} ㎡` : '已没有这个房号'}。表还是旧的就别导这一行；要导入，就以表为准。`,
    en: ({ value, now }) =>
      `This room was split or combined since: ${value} ㎡ in the table, ${now ? `${now} ㎡` : 'no such number'} on record. Leave this row out if the table is older; if taken, the table counts.`,
  },
  told_twice: {
    zh: ({ value, before }) =>
      `同一个楼宇、楼层或单元，前面的行写“${before}”，这里写“${value}”。以前面的为准。`,
    en: ({ value, before }) =>
      `Rows above say “${before}” of the same record, this one “${value}”. The first counts.`,
  },
}

export function findingSentence({ code, value, values }: Finding, language: 'zh' | 'en'): string {
  return sentences[code]?.[language]({ ...values, value }) ?? `${code} ${value}`
}
export const findingCodes = Object.keys(sentences)
