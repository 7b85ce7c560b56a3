import type { Stage } from '../../../src/features/projects/stages.ts'
import { type Day, daysBetween } from '../../../src/shared/days.ts'
import type { SampleProject } from '../project.ts'

const building = [
  '桩基施工',
  '地下室（基础）施工',
  '主体施工至±0.00以上',
  '主体结构结顶',
  '二次结构及外立面施工',
  '机电及设备安装',
  '室外工程收尾',
]
const fitting = ['拆改及隔断施工', '机电管线施工', '洁净及弱电安装', '设备进场安装调试']

/** 形象进度: 桩基 → 地下 → ±0 → 结顶 → 安装, by the share of the time gone. */
export const physicalText = (
  { land, reached }: SampleProject,
  stage: Stage,
  day: Day,
): string | undefined => {
  if (stage === 'started') return land ? '场地平整、桩基准备' : '装修进场'
  if (stage === 'completed') return '竣工验收'
  if (stage !== 'underConstruction' || !reached.started || !reached.completed) return undefined
  const part =
    daysBetween(reached.started, day) / Math.max(1, daysBetween(reached.started, reached.completed))
  const steps = land ? building : fitting
  return steps[Math.min(steps.length - 1, Math.floor(part * steps.length))]
}
