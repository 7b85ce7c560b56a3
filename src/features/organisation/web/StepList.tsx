import { Button } from 'antd'
import { useWords, type Words } from '../../../web/i18n/index.ts'
import { EmptyState } from '../../../web/ui/index.ts'
import type { Step } from '../reorganisation.ts'
import type { KnownUnit } from './step-units.ts'

type StepListProps = { steps: readonly Step[]; units: readonly KnownUnit[]; onRemove: (at: number) => void }

/** The steps of a draft in words, in the order in which they are done. */
export function StepList({ steps, units, onRemove }: StepListProps) {
  const t = useWords('reorganisation')
  if (steps.length === 0) return <EmptyState quiet title={t('noSteps')} />
  return (
    <ol className="zt-act-steps">
      {steps.map((step, at) => (
        <li key={JSON.stringify(step)}>
          <span>{stepWords(step, units, t)}</span>
          <Button size="small" type="text" aria-label={t('removeStep')} onClick={() => onRemove(at)}>
            {t('removeStep')}
          </Button>
        </li>
      ))}
    </ol>
  )
}

function stepWords(step: Step, units: readonly KnownUnit[], t: Words): string {
  const name = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? '…'
  const some = (which: 'all' | readonly string[]) =>
    which === 'all' ? t('all') : which.length === 0 ? t('none') : t('some', { count: which.length })
  const to = (where: string | null) =>
    where === null
      ? t('mustBeNone')
      : where === 'end'
        ? t('end')
        : where === 'leave'
          ? t('leave')
          : where === 'close'
            ? t('closeToo')
            : `→ ${name(where)}`
  const words = (params: Record<string, string>) => t(`words.${step.kind}`, params)
  switch (step.kind) {
    case 'rename':
      return words({ unit: name(step.unitId), name: step.name })
    case 'open':
      return words({ parent: name(step.parentId), name: step.name })
    case 'move':
      return words({ unit: name(step.unitId), parent: name(step.parentId) })
    case 'hand_over':
      return words({
        unit: name(step.fromId),
        to: step.toId === 'leave' ? t('outsideZone') : name(step.toId),
        territories: some(step.territories ?? []),
        posts: some(step.members),
        projects: some(step.projects),
      })
    case 'split':
      return words({
        unit: name(step.unitId),
        names: step.parts.map((part) => part.name).join('、'),
        rest: name(step.restTo),
      })
    case 'merge':
      return words({ names: step.unitIds.map(name).join('、'), to: step.name || name(step.intoId) })
    case 'close':
      return words({
        unit: name(step.unitId),
        posts: to(step.posts),
        projects: to(step.projects),
        groups: to(step.groups),
        territories: to(step.territories ?? null),
        goals: to(step.goals ?? 'end'),
      })
    case 'reverse':
      return words({})
  }
}
