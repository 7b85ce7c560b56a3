import { useWords } from '../../../web/i18n/index.ts'
import { SettingsTabs } from '../../../web/SettingsTabs.tsx'
import { useMay } from '../../../web/session.tsx'
import { ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { BasemapForm } from './BasemapForm.tsx'
import { useBasemapCheck, useBasemapSetting } from './use-basemap-setting.ts'
import './basemap.css'

/** What the zone's map is drawn over. */
export function BasemapPage() {
  const t = useWords('basemaps')
  const may = useMay()
  const setting = useBasemapSetting(may('basemap:read'))
  // Told under the form, which is a new one after each save.
  const check = useBasemapCheck()
  if (!may('basemap:read'))
    return (
      <Page title={t('title')}>
        <RefusedState />
      </Page>
    )
  return (
    <Page title={t('frame:settings')} tabs={<SettingsTabs />}>
      {setting.isPending && <LoadingBar />}
      {setting.error && <ErrorState error={setting.error} retry={() => void setting.refetch()} />}
      {setting.data && (
        <div className="zt-basemap">
          <p className="zt-quiet">{t('lead')}</p>
          <BasemapForm key={setting.data.revision} setting={setting.data} check={check} />
        </div>
      )}
    </Page>
  )
}
