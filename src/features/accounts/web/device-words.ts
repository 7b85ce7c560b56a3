import { useCallback } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { Device } from '../model/device.ts'

/** `Windows 上的 Chrome`, or what of it is known. */
export function useDeviceWords() {
  const t = useWords('accounts')
  return useCallback(
    ({ browser, system }: Device) =>
      browser && system ? t('device', { browser, system }) : (browser ?? system ?? t('unknownDevice')),
    [t],
  )
}
