/** What a parcel is in, from bare land to built and back: the field's own words, in the order land moves through them. */
export const parcelStatuses = [
  'reserve',
  'preparing',
  'cleared',
  'listed',
  'granted',
  'building',
  'built',
  'inefficient',
  'idle',
] as const
export type ParcelStatus = (typeof parcelStatuses)[number]

export const parcelStatusWords: Record<ParcelStatus, { zh: string; en: string; aliases: readonly string[] }> =
  {
    reserve: { zh: '储备', en: 'Reserve', aliases: ['储备用地', '储备（未做地）', '未做地', '储备土地'] },
    preparing: {
      zh: '做地中',
      en: 'Being prepared',
      aliases: ['做地', '征迁', '征迁中', '做地中（征迁）', '拆迁中'],
    },
    cleared: { zh: '净地', en: 'Cleared', aliases: ['熟地', '达供地条件', '具备供地条件'] },
    listed: { zh: '已挂牌', en: 'Listed', aliases: ['挂牌', '挂牌中', '公告期', '挂牌期'] },
    granted: {
      zh: '已出让未建',
      en: 'Granted, not begun',
      aliases: ['已出让', '已供未建', '已供地', '出让未建'],
    },
    building: { zh: '在建', en: 'Under construction', aliases: ['建设中', '在建中', '已开工'] },
    built: { zh: '建成', en: 'Built', aliases: ['已建成', '已建', '竣工', '投用'] },
    inefficient: {
      zh: '低效',
      en: 'Inefficient',
      aliases: ['低效用地', '待更新', '低效（待更新）', '低效待更新'],
    },
    idle: { zh: '闲置', en: 'Idle', aliases: ['闲置土地', '闲置用地'] },
  }

/** Those in which land can still be offered: 空间有余. */
export const spaceLeft: readonly ParcelStatus[] = ['reserve', 'preparing', 'cleared']
