import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'
import { roleWords } from '../../organisation/web/role-words.ts'
import type { AccountState } from '../model/account-states.ts'
import { type Level, levels, meets, settings } from '../model/settings.ts'
import type { Security } from '../security-contract.ts'

/** Which of them somebody should do something about. */
const wanting: readonly AccountState[] = ['missingFactor', 'oldPassword', 'firstPassword', 'locked', 'noPost']

/** How the zone stands: the levels in one line each, the three powers, and accounts by their state. */
export function SecurityFigures({
  security,
  chosen,
}: {
  security: Security
  chosen: AccountState | undefined
}) {
  const t = useWords('security')
  const { values, powers, figures, accounts } = security
  return (
    <div className="zt-security-state">
      <section>
        <h2>{t('levels')}</h2>
        <ul>
          {levels.map((level) => (
            <li key={level}>
              <span>{t(`level${level}`)}</span>
              <LevelState level={level} values={values} />
            </li>
          ))}
        </ul>
        <p className="zt-quiet">{t('levelsText')}</p>
      </section>
      <section>
        <h2>{t('powers')}</h2>
        <ul>
          {powers.holders.map(({ role, members }) => (
            <li key={role}>
              <span>{t(roleWords(role))}</span>
              <span data-met={members.length > 0}>
                {members.length > 0 ? members.map(({ name }) => name).join(t('and')) : `■ ${t('nobody')}`}
              </span>
            </li>
          ))}
        </ul>
        <p>
          <span className="zt-security-met" data-met={powers.apart}>
            {powers.apart ? `● ${t('apart')}` : `■ ${t('notApart')}`}
          </span>
        </p>
      </section>
      <section>
        <h2>{t('accounts', { count: accounts })}</h2>
        <ul>
          {figures.map(({ state, count }) => (
            <li key={state}>
              <span>{t(`state.${state}`)}</span>
              {count === 0 ? (
                <span className="zt-quiet">
                  {state === 'oldPassword' && values.maxAgeDays === 0 ? t('noAge') : '·'}
                </span>
              ) : (
                <Link
                  to="."
                  search={((before: object) => ({ ...before, accounts: state })) as never}
                  data-wanting={wanting.includes(state) || undefined}
                  aria-current={chosen === state || undefined}
                >
                  {count}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function LevelState({ level, values }: { level: Level; values: Security['values'] }) {
  const t = useWords('security')
  const asked = settings.map((setting) => meets(setting, level, values)).filter((met) => met !== null)
  const met = asked.filter(Boolean).length
  const whole = met === asked.length
  return (
    <span className="zt-security-met" data-met={whole}>
      {whole ? '●' : '■'} {t('metOf', { met, asked: asked.length })}
    </span>
  )
}
