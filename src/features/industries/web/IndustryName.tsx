import { useWords } from '../../../web/i18n/index.ts'
import { industryPath, industryTitle } from './industry-words.ts'
import { useIndustry } from './use-industries.ts'
import './industries.css'

/** A code with its name, and beneath it where it stands; a code that does not exist is told of. */
export function IndustryName({ code, isBrief = false }: { code: string; isBrief?: boolean }) {
  const t = useWords('industries')
  const industry = useIndustry(code)
  if (!industry)
    return (
      <>
        {code}
        {industry === null && !isBrief && <span className="zt-industry-unknown">▲ {t('noSuchCode')}</span>}
      </>
    )
  return (
    <>
      {industryTitle(industry)}
      {!isBrief && industry.path.length > 0 && (
        <span className="zt-industry-path">{industryPath(industry.path)}</span>
      )}
    </>
  )
}
