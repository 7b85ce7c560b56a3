import { useWords } from '../../../web/i18n/index.ts'
import type { Mark } from '../contract.ts'

/** Says that a change was no new fact: a correction of the past, or a plan changed late. */
export function MarkText({ mark }: { mark: Mark }) {
  const t = useWords('projects')
  return (
    <span className="zt-timeline-mark" title={t(`mark.${mark}Text`)}>
      {t(`mark.${mark}`)}
    </span>
  )
}
