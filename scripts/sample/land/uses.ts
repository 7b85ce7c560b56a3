import type { ParcelStatus } from '../../../src/features/spaces/statuses.ts'
import type { CorpsKey } from '../corps/profile.ts'
import type { Luck } from '../random.ts'

/** A use with its class: GB/T 21010-2017, for 绿色智造 GB 50137-2011 as its plan has it. */
export type Use = { landUse: string; landClass: string }

const use = (landUse: string, landClass: string): Use => ({ landUse, landClass })
const industry = use('工业用地', '0601')
const storage = use('仓储用地', '0604')
const offices = use('商务金融用地', '0505')
const research = use('科研用地', '0804')
const homes = use('城镇住宅用地', '0701')
const schools = use('教育用地', '0803')
const clinics = use('医疗卫生用地', '0805')
const works = use('二类工业用地', 'M2')
const heavyWorks = use('三类工业用地', 'M3')
const depots = use('物流仓储用地', 'W1')

/** One in ten each. */
const usual: Record<CorpsKey, readonly Use[]> = {
  shibei: [offices, offices, offices, research, research, industry, industry, homes, homes, schools],
  qiaonan: [industry, industry, industry, industry, industry, storage, research, offices, homes, homes],
  kejicheng: [research, research, research, offices, offices, homes, homes, homes, schools, clinics],
  lvzhi: [works, works, works, works, works, works, heavyWorks, heavyWorks, depots, works],
  sanjiang: [industry, industry, industry, research, research, research, offices, homes, homes, schools],
}

/** Land whose owners could do more with it is that of firms. */
const firmsOnly: readonly ParcelStatus[] = ['inefficient', 'idle', 'listed']

export const plainUse = (corps: CorpsKey, status: ParcelStatus, chance: Luck): Use => {
  const list = usual[corps]
  return chance.pick(
    firmsOnly.includes(status) ? list.filter((one) => ![homes, schools, clinics].includes(one)) : list,
  )
}

/** What the number of a lot says: 工 is industry, 储 what is sold for offices and the like. */
export const lotUse = (number: string, corps: CorpsKey): Use =>
  number.includes('储出') ? offices : corps === 'lvzhi' ? works : industry

export const reserveUse = industry
