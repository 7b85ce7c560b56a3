import type { FieldSpec } from '../../../engine/ledger/headers.ts'

/** What a table of rooms can say, by the names that property offices give its columns; the first is ours. */
export const tableFields = [
  {
    key: 'building',
    kind: 'text',
    labels: ['楼宇', '楼宇名称', '楼栋名称', '园区', '园区名称', '项目名称', '大楼', '物业名称', 'Building'],
  },
  { key: 'block', kind: 'text', labels: ['栋号', '幢号', '楼号', '楼栋', '幢', '栋', '楼栋号', 'Block'] },
  { key: 'kind', kind: 'text', labels: ['类型', '楼宇类型', '物业类型', '载体类型', 'Kind'] },
  { key: 'floor', kind: 'text', labels: ['楼层', '层', '层数', '所在楼层', '所在层', 'Floor'] },
  {
    key: 'room',
    kind: 'text',
    labels: ['房号', '单元', '单元号', '房间号', '室号', '门牌号', '房间', '铺位号', '单元/房号', 'Room'],
  },
  {
    key: 'area',
    kind: 'decimal',
    labels: ['建筑面积', '面积', '租赁面积', '出租面积', '使用面积', '单元面积', '可租面积', 'Area'],
  },
  { key: 'height', kind: 'decimal', labels: ['层高', '净高', 'Floor height'] },
  { key: 'load', kind: 'decimal', labels: ['荷载', '楼面荷载', '承重', '楼板荷载', '活荷载', 'Floor load'] },
  { key: 'lift', kind: 'decimal', labels: ['货梯', '货梯载重', '货梯吨位', 'Goods lift'] },
  {
    key: 'status',
    kind: 'text',
    labels: ['状态', '出租状态', '租赁状态', '使用状态', '使用情况', '租用情况', 'Status'],
  },
  { key: 'use', kind: 'text', labels: ['用途', '房屋用途', '使用用途', 'Use'] },
  {
    key: 'tenant',
    kind: 'text',
    labels: [
      '承租企业',
      '承租方',
      '承租人',
      '租户',
      '租户名称',
      '入驻企业',
      '入驻单位',
      '企业名称',
      '使用单位',
      'Tenant',
    ],
  },
  { key: 'heldBy', kind: 'text', labels: ['占用方式', '使用方式', 'Held by'] },
  { key: 'contract', kind: 'text', labels: ['合同编号', '合同号', '租赁合同号', 'Contract no.'] },
  {
    key: 'from',
    kind: 'date',
    labels: [
      '起租日',
      '起租日期',
      '租赁开始日期',
      '合同起始日',
      '开始日期',
      '租期起',
      '起始日期',
      'Lease from',
    ],
  },
  {
    key: 'to',
    kind: 'date',
    labels: [
      '到期日',
      '到期日期',
      '租赁到期日',
      '租赁结束日期',
      '合同到期日',
      '结束日期',
      '终止日期',
      '租期止',
      '租约到期',
      'Lease to',
    ],
  },
  {
    key: 'term',
    kind: 'text',
    labels: ['租期', '租赁期限', '合同期限', '租赁期', '租赁起止', '起止日期', 'Term'],
  },
  { key: 'rent', kind: 'decimal', labels: ['租金', '租金单价', '单价', '合同租金', '租金标准', 'Rent'] },
  {
    key: 'askingRent',
    kind: 'decimal',
    labels: ['报价', '挂牌租金', '招商报价', '意向租金', '对外报价', 'Asking rent'],
  },
  {
    key: 'ready',
    kind: 'date',
    labels: ['交付日期', '可交付日期', '交付时间', '可入驻时间', '可入驻日期', 'Ready on'],
  },
  {
    key: 'completed',
    kind: 'date',
    labels: ['竣工日期', '建成时间', '建成日期', '竣工时间', '建成年份', 'Completed on'],
  },
  { key: 'owner', kind: 'text', labels: ['权属单位', '产权单位', '业主', '产权人', '业主单位', 'Owner'] },
  { key: 'address', kind: 'text', labels: ['地址', '坐落', '坐落位置', '位置', 'Address'] },
  { key: 'parcel', kind: 'text', labels: ['地块编号', '宗地编号', '地块', '地块号', 'Parcel'] },
  { key: 'floorArea', kind: 'decimal', labels: ['总建筑面积', '楼宇总面积', '总面积', 'Total floor area'] },
  { key: 'lon', kind: 'decimal', labels: ['经度', '东经', 'Longitude'] },
  { key: 'lat', kind: 'decimal', labels: ['纬度', '北纬', 'Latitude'] },
  { key: 'provenance', kind: 'text', labels: ['数据性质', 'Provenance'] },
  { key: 'note', kind: 'text', labels: ['备注', '说明', 'Note'] },
] as const satisfies readonly FieldSpec[]
export type TableField = (typeof tableFields)[number]['key']

const known = new Set<string>(tableFields.map(({ key }) => key))
export const isTableField = (key: string): key is TableField => known.has(key)
