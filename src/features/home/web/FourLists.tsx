import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import { ChangedList } from './ChangedList.tsx'
import { Figures } from './Figures.tsx'
import { LateList } from './LateList.tsx'
import { MatterList } from './MatterList.tsx'
import { useHome } from './use-home.ts'

/** Late, waiting for me, changed since I was here, raised by me: all at once, so that nothing jumps. */
export function FourLists() {
  const t = useWords('home')
  const may = useMay()
  const { data, error, refetch } = useHome()
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <div className="zt-home-asking">
        <LoadingBar label={t('asking')} />
      </div>
    )
  const { day, late, changed, waiting, raised } = data
  const mayRaise = may('project:read') || may('reorganisation:create') || raised.length > 0
  return (
    <>
      {late && late.scope !== 'own' && <Figures late={late} />}
      <div className="zt-home-four">
        <div>
          {late && <LateList late={late} />}
          <MatterList of="waiting" kinds={waiting} />
        </div>
        <div>
          {changed && <ChangedList changed={changed} day={day} />}
          {mayRaise && <MatterList of="raised" kinds={raised} />}
        </div>
      </div>
    </>
  )
}
