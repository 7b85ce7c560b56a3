import { useWords } from '../../../web/i18n/index.ts'
import type { useBasemapCheck } from './use-basemap-setting.ts'

/** Whether a picture came, how large and how soon, or why none did. */
export function CheckLine({ check }: { check: ReturnType<typeof useBasemapCheck> }) {
  const t = useWords('basemaps')
  if (check.error)
    return (
      <p className="zt-form-problem" role="alert">
        {check.error.message}
      </p>
    )
  const { data } = check
  return (
    <p className="zt-basemap-check" role="status">
      {check.isPending && t('checking')}
      {data &&
        (data.bytes === null
          ? t('nothingThere')
          : t('came', { size: Math.max(1, Math.round(data.bytes / 1024)), ms: data.milliseconds }))}
    </p>
  )
}
