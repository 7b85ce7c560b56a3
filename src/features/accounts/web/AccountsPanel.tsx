import { useWords } from '../../../web/i18n/index.ts'
import { ErrorState, LoadingBar, SidePanel } from '../../../web/ui/index.ts'
import { roleWords } from '../../organisation/web/role-words.ts'
import type { AccountState } from '../model/account-states.ts'
import { useAccountsIn } from './use-security.ts'

/** The accounts behind a figure. */
export function AccountsPanel({ state, onClose }: { state: AccountState; onClose: () => void }) {
  const t = useWords('security')
  const list = useAccountsIn(state)
  const title = t(`state.${state}`)
  return (
    <SidePanel
      title={
        <>
          {title} <span className="zt-quiet">{list.data && t('people', { count: list.data.total })}</span>
        </>
      }
      label={title}
      onClose={onClose}
    >
      {list.isPending && <LoadingBar />}
      {list.error && <ErrorState quiet error={list.error} retry={() => void list.refetch()} />}
      <ul className="zt-security-accounts">
        {list.data?.items.map(({ id, name, login, posts }) => (
          <li key={id}>
            <strong>{name}</strong> <span className="zt-quiet">{login}</span>
            <div className="zt-quiet">
              {posts.length === 0
                ? t('frame:noPost')
                : posts
                    .map(({ unit, role }) => t('frame:post', { unit, role: t(roleWords(role)) }))
                    .join(t('and'))}
            </div>
          </li>
        ))}
      </ul>
    </SidePanel>
  )
}
