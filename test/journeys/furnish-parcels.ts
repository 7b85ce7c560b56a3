import type { ParcelList } from '../../src/features/spaces/contract.ts'
import type { ParcelImport } from '../../src/features/spaces/import-contract.ts'
import { rectangle, surveyTxt } from '../../src/features/spaces/test-survey.ts'
import type { Caller } from './caller.ts'

export type ParcelFurniture = {
  parcelId: string
  read: string
  doubted: string
  applied: string
  undone: string
}

/** An import of parcels in each of its states, beside the sample’s own land. */
export async function furnishParcels(as: Caller): Promise<ParcelFurniture> {
  const upload = (name: string, file: Buffer) => as.upload<ParcelImport>('/parcel-imports', name, file)
  const apply = ({ id, revision }: ParcelImport) =>
    as.send<ParcelImport>('POST', `/parcel-imports/${id}/apply`, { revision })
  const applied = await upload('桥南单元出让地块.txt', surveyTxt(lots(36)))
  await apply(applied)
  const { items } = await as.get<ParcelList>(`/parcels?limit=1&q=${encodeURIComponent('桥南单元 A-1')}`)
  const undone = await upload('南片补测.txt', surveyTxt(lots(3, 2000)))
  await apply(undone)
  await as.send('POST', `/parcel-imports/${undone.id}/undo`)
  const read = await upload('三江片区新测地块.txt', surveyTxt(doubtful()))
  const doubted = await upload('X、Y 写反的成果.txt', surveyTxt(lots(4, 4000), { zone: '38', swapped: true }))
  const [first] = items
  if (!first) throw new Error('No parcel came of the import.')
  return { parcelId: first.id, read: read.id, doubted: doubted.id, applied: applied.id, undone: undone.id }
}

/** North of the sample’s own land, so that nothing lies upon it. */
const lot = (up: number, right: number, high?: number, wide?: number) =>
  rectangle(2800 + up, right, high, wide)

/** Rows of six with roads between, none quite as large as the next. */
const lots = (count: number, up = 0) =>
  Array.from({ length: count }, (_, at) => {
    const [high, wide] = [94.07 + (at % 5) * 12, 100 + (at % 7) * 9]
    return {
      number: `萧补测〔2023〕${up + at + 1}号`,
      name: `桥南单元 ${String.fromCharCode(65 + (at % 6))}-${Math.floor(at / 6) + 1}`,
      area: ((high * wide) / 10_000).toFixed(4),
      ring: lot(up + Math.floor(at / 6) * 180, (at % 6) * 190, high, wide),
    }
  })

/** Clear ones, one changed, and whatever can be doubtful of a shape. */
function doubtful() {
  const [a = [0, 0], b = [0, 0], c = [0, 0], d = [0, 0]] = lot(1500, 0)
  const [changed] = lots(1)
  return [
    ...lots(4, 1800),
    ...(changed ? [{ ...changed, area: '0.9500' }] : []),
    { number: '三江-结', name: '边线写乱的地块', area: '0.4704', ring: [a, b, d, c, a] as (typeof d)[] },
    { number: '三江-叠', name: '压占出让地块', ring: lot(20, 60) },
    { number: '三江-差', name: '面积不符的地块', area: '1.2000', ring: lot(1500, 300) },
    { number: '三江-差', name: '编号重复的地块', ring: lot(1500, 600) },
    { number: '缺点', name: '只有两个点', ring: [a, b, a] as (typeof d)[] },
  ]
}
