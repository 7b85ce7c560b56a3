import type { Language } from '../../../web/i18n/index.ts'
import type { RowChange } from '../import-contract.ts'
import {
  type BuildingKind,
  buildingKindWords,
  type LeaseKind,
  leaseKindWords,
  type RentUnit,
  rentUnitWords,
} from '../words.ts'

const fields: Record<string, { zh: string; en: string }> = {
  name: { zh: '名称', en: 'Name' },
  number: { zh: '编号', en: 'Number' },
  kind: { zh: '类型', en: 'Kind' },
  parcelId: { zh: '地块', en: 'Parcel' },
  lon: { zh: '经度', en: 'Longitude' },
  lat: { zh: '纬度', en: 'Latitude' },
  address: { zh: '地址', en: 'Address' },
  floorAreaM2: { zh: '总建筑面积', en: 'Total floor area' },
  goodsLiftT: { zh: '货梯', en: 'Goods lift' },
  completedOn: { zh: '竣工', en: 'Completed' },
  owner: { zh: '权属单位', en: 'Owner' },
  provenance: { zh: '数据性质', en: 'Provenance' },
  level: { zh: '楼层', en: 'Floor' },
  floor: { zh: '楼层', en: 'Floor' },
  heightM: { zh: '层高', en: 'Floor height' },
  loadTM2: { zh: '荷载', en: 'Floor load' },
  areaM2: { zh: '面积', en: 'Area' },
  use: { zh: '用途', en: 'Use' },
  askingRent: { zh: '报价', en: 'Asking rent' },
  askingRentUnit: { zh: '报价单位', en: 'Unit of the asking rent' },
  readyOn: { zh: '交付日期', en: 'Ready on' },
  note: { zh: '备注', en: 'Note' },
  tenant: { zh: '租户', en: 'Tenant' },
  contractNo: { zh: '合同编号', en: 'Contract no.' },
  fromOn: { zh: '起租日', en: 'From' },
  toOn: { zh: '到期日', en: 'Last day' },
  rent: { zh: '租金', en: 'Rent' },
  rentUnit: { zh: '租金单位', en: 'Unit of the rent' },
}

const heldBy = { zh: '方式', en: 'Held by' }

/** `到期日：2022-06-30 → 2023-06-30`; empty for what people do not read, such as keys. */
export function showChange({ of, field, from, to }: RowChange, language: Language): string {
  const name = (of === 'lease' && field === 'kind' ? heldBy : fields[field])?.[language]
  if (!name) return ''
  const value = (text: string | null) => (text === null ? '—' : wordOf(of, field, text, language))
  const label = language === 'zh' ? `${name}：` : `${name}: `
  return from === null ? `${label}${value(to)}` : `${label}${value(from)} → ${value(to)}`
}

function wordOf(of: RowChange['of'], field: string, text: string, language: Language): string {
  if (field === 'kind')
    return of === 'lease'
      ? leaseKindWords[text as LeaseKind][language]
      : buildingKindWords[text as BuildingKind][language]
  if (field === 'rentUnit' || field === 'askingRentUnit') return rentUnitWords[text as RentUnit][language]
  if (field === 'provenance')
    return (
      text === 'illustrative' ? { zh: '示意', en: 'illustrative' } : { zh: '公开报道', en: 'published' }
    )[language]
  return text
}
