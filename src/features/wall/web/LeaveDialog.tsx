import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../../web/i18n/index.ts'
import { useMe, useSession } from '../../../web/session.tsx'
import { Button } from '../../../web/ui/index.ts'
import { WallDialog } from './WallDialog.tsx'

/** All that Esc opens on a wall that is kept signed in: it goes on, or it is signed out. */
export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('wall')
  const { wall } = useMe()
  const { signOut } = useSession()
  const leave = useMutation({ mutationFn: signOut })
  if (!wall) return null
  return (
    <WallDialog title={t('leave.title', { screen: wall.screen, day: wall.until })} onClose={onClose}>
      <div className="zt-form">
        <p>{t('leave.text')}</p>
        <p className="zt-form-problem" role="alert">
          {leave.error?.message}
        </p>
        <footer>
          <Button kind="primary" onClick={onClose} autoFocus>
            {t('leave.goOn')}
          </Button>
          <Button disabled={leave.isPending} onClick={() => leave.mutate()}>
            {t('leave.act')}
          </Button>
        </footer>
      </div>
    </WallDialog>
  )
}
