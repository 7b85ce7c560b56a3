import { useLayoutEffect } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { wearTheme } from '../../../web/theme/index.ts'
import './signed-out.css'

/** Over the sign-in, to be read from six metres: what nobody may see any more is gone, and what it takes to bring it back. */
export function WallSignedOut() {
  const t = useWords('wall')
  useLayoutEffect(() => wearTheme('dark'), [])
  return (
    <p className="zt-wall-signed-out" role="status">
      {t('signedOut')}
    </p>
  )
}
