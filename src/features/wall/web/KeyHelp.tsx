import { useWords } from '../../../web/i18n/index.ts'

const keys = [
  ['← →', 'step'],
  ['1 – 9', 'show'],
  ['␣', 'pause'],
  ['F', 'full'],
  ['?', 'help'],
  ['Esc', 'leave'],
] as const

export function KeyHelp() {
  const t = useWords('wall')
  return (
    <section className="zt-wall-keys" aria-label={t('keys.title')}>
      <dl>
        {keys.map(([key, what]) => (
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
