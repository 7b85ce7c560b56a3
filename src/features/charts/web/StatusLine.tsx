import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { Button } from '../../../web/ui/index.ts'
import { useNotice } from './notice.ts'

/** What came of the last act; until then, which keys there are. */
export function StatusLine() {
  const t = useWords('charts')
  const may = useMay()
  const { notice, clear } = useNotice()
  const isRefused = notice?.kind === 'refused'
  return (
    <div className="zt-chart-status" data-kind={notice?.kind}>
      <p role="status">{!isRefused && notice?.text}</p>
      <p role="alert">{isRefused && notice.text}</p>
      {isRefused && (
        <Button kind="quiet" onClick={clear}>
          {t('dismiss')}
        </Button>
      )}
      <p id="battle-keys" className="zt-quiet">
        {t(may('project:update') ? 'keys' : 'keysRead')}
      </p>
    </div>
  )
}
