import { useWords } from '../../../web/i18n/index.ts'

import { roles, roleWords } from '../../organisation/web/role-words.ts'
import type { SignInPage } from '../contract.ts'
import type { SignInMutation } from './use-sign-in.ts'

type Zone = SignInPage['zones'][number]

/** One tap per account, by role; the server lists them for a sample zone only. */
export function SampleAccounts({ zone, signIn }: { zone: Zone; signIn: SignInMutation }) {
  const t = useWords('accounts')
  const groups = roles
    .map((role) => ({ role, accounts: zone.accounts.filter((account) => account.role === role) }))
    .filter((group) => group.accounts.length > 0)
  const passwords = [...new Set(zone.accounts.map((account) => account.password))]
  return (
    <section className="zt-sample-accounts" aria-labelledby="sample-title">
      <h2 id="sample-title">{t('sampleTitle')}</h2>
      <p className="zt-quiet">
        {t('sampleText')}
        {passwords.length === 1 && ` ${t('samplePassword', { password: passwords[0] ?? '' })}`}
      </p>
      <dl>
        {groups.map(({ role, accounts }) => (
          <div key={role}>
            <dt>{t(roleWords(role))}</dt>
            <dd>
              {accounts.map(({ login, name, unit, password }) => (
                <button
                  key={login}
                  type="button"
                  disabled={signIn.isPending}
                  onClick={() => signIn.mutate({ zone: zone.code, login, password })}
                >
                  <span>{name}</span>
                  <span className="zt-sample-unit">{unit}</span>
                  <span className="zt-sample-login">{login}</span>
                </button>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
