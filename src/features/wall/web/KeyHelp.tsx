import { useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import { useMayKeep } from './use-keep-wall.ts'

const keys = [
  ['← →', 'step'],
  ['1 – 9', 'show'],
  ['␣', 'pause'],
  ['F', 'full'],
  ['?', 'help'],
] as const

export function KeyHelp() {
  const t = useWords('wall')
  const { wall } = useMe()
  const mayKeep = useMayKeep()
  const shown = [
    ...keys,
    ...(mayKeep ? [['K', 'keep'] as const] : []),
    ['Esc', wall ? 'end' : 'leave'] as const,
  ]
  return (
    <section className="zt-wall-keys" aria-label={t('keys.title')}>
      <dl>
        {shown.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
