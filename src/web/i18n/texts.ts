import { accountTexts } from '../../features/accounts/web/texts.ts'
import { homeTexts } from '../../features/home/web/texts.ts'
import { organisationTexts } from '../../features/organisation/web/texts.ts'
import { frameTexts } from './frame-texts.ts'
import type { Texts } from './words.ts'

/** Every feature's words by namespace, one line each. */
export const texts: Record<string, Texts> = {
  frame: frameTexts,
  accounts: accountTexts,
  home: homeTexts,
  organisation: organisationTexts,
}
