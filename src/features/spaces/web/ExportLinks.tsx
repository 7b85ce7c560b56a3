import { api } from '../../../web/api.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { exportFormats } from '../contract.ts'
import { filterOf, type SpaceAsked } from './space-address.ts'

/** Plain links, so that the browser streams the file to disk: the parcels that the filter lets through, all pages. */
export function ExportLinks({ asked }: { asked: SpaceAsked }) {
  const t = useWords('space')
  const { language } = useLanguage()
  const may = useMay()
  if (!may('export:create')) return null
  return (
    <span className="zt-space-export">
      {t('export')}
      {exportFormats.map((format) => (
        <a
          key={format}
          href={api.address('/parcels/export', { format, language, ...filterOf(asked) })}
          download
          title={t('exportHint', { format: t(`format.${format}`) })}
        >
          {t(`format.${format}`)}
        </a>
      ))}
    </span>
  )
}
