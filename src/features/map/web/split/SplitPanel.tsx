import { type FormEvent, useState } from 'react'
import type { Position } from '../../../../engine/geometry/position.ts'
import { showNumber } from '../../../../web/format.ts'
import { useWords } from '../../../../web/i18n/index.ts'
import { Button, LoadingBar, SidePanel } from '../../../../web/ui/index.ts'
import type { ParcelDetail } from '../../../spaces/contract.ts'
import { useSplit, useSplitPreview } from '../../../spaces/web/use-parcels.ts'
import { PartTable, type PartWords } from './PartTable.tsx'
import './split.css'

type SplitPanelProps = {
  parcel: ParcelDetail
  line: Position[] | undefined
  onClose: () => void
  /** The largest of the parts. */
  onDone: (id: string) => void
}

/** A parcel to be divided along a line drawn on the map: what the server would make of it, then the act. */
export function SplitPanel({ parcel, line, onClose, onDone }: SplitPanelProps) {
  const t = useWords('map')
  const [words, setWords] = useState<readonly PartWords[]>([])
  const split = useSplit()
  const { id, revision } = parcel
  const { data, error, isFetching } = useSplitPreview(line && { id, revision, line })
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (!line || !data) return
    const given = (key: keyof PartWords) => data.parts.map((_, at) => words[at]?.[key]?.trim() || null)
    split.mutate(
      { id, revision, line, numbers: given('number'), names: given('name') },
      { onSuccess: ({ parts: [largest] }) => largest?.id && onDone(largest.id) },
    )
  }
  const problem = split.error ?? (line ? error : null)
  return (
    <SidePanel
      label={t('split.begin')}
      title={t('split.title', { name: parcel.number ?? parcel.name ?? t('unnamed') })}
      onClose={onClose}
    >
      <form className="zt-form zt-split" onSubmit={onSubmit}>
        {!line && <p>{t('split.draw')}</p>}
        {isFetching && <LoadingBar label={t('split.reading')} />}
        {problem && (
          <p className="zt-form-problem" role="alert">
            {problem.message}
          </p>
        )}
        {line && data && (
          <>
            <PartTable parts={data.parts} parcel={parcel} words={words} onWords={setWords} />
            {Number(data.differenceM2) !== 0 && (
              <p>{t('split.differs', { difference: showNumber(data.differenceM2) })}</p>
            )}
            <p className="zt-quiet">{t('split.hint')}</p>
            <div>
              <Button kind="primary" type="submit" disabled={split.isPending}>
                {t('split.now', { count: data.parts.length })}
              </Button>
            </div>
          </>
        )}
      </form>
    </SidePanel>
  )
}
