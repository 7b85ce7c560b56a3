import { Link } from '@tanstack/react-router'
import { showArea, showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { Button, CloseIcon, ErrorState } from '../../../web/ui/index.ts'
import { useSelection } from './use-map-data.ts'

/** What lies in a box or lasso, counted by the server; its projects open in the ledger, its buildings in their list. */
export function SelectionBar({ within, onClose }: { within: string; onClose: () => void }) {
  const t = useWords('map')
  const may = useMay()
  const { data, error, refetch } = useSelection(within)
  return (
    <div className="zt-map-strip" role="status" data-selection={data ? true : undefined}>
      {error ? (
        <ErrorState quiet error={error} retry={() => void refetch()} />
      ) : (
        <span>
          {data
            ? t('selected', {
                projects: showNumber(data.projects),
                parcels: showNumber(data.parcels),
                mu: showArea(data.areaM2, { digits: 2 }),
                buildings: showNumber(data.buildings),
              })
            : t('counting')}
        </span>
      )}
      {data && data.projects > 0 && may('project:read') && (
        <Link className="zt-button zt-button-primary" to="/ledger" search={{ within } as never}>
          {t('inLedger')}
        </Link>
      )}
      {data && data.buildings > 0 && may('building:read') && (
        <Link className="zt-button zt-button-plain" to="/space/buildings" search={{ within } as never}>
          {t('toBuildings')}
        </Link>
      )}
      <Button kind="icon" aria-label={t('dropSelection')} title={t('dropSelection')} onClick={onClose}>
        <CloseIcon />
      </Button>
    </div>
  )
}
