import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import type { Registered } from '../contract.ts'

/** Whether the unit came first, in the server's words. */
export function RegisteredAnswer({ answer, isHere }: { answer: Registered; isHere: boolean }) {
  const t = useWords('cooperation')
  return (
    <>
      <Alert
        type={answer.outcome === 'first' ? 'success' : answer.outcome === 'later' ? 'info' : 'warning'}
        title={answer.message}
      />
      {answer.projectId && !isHere && (
        <p className="zt-cooperation-hint">
          <Link to={`/projects/${answer.projectId}`} search={{ tab: 'cooperation' } as never}>
            {t('toProject')}
          </Link>
        </p>
      )}
    </>
  )
}
