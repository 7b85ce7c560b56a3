import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { isLeftOut, type Notice, noticeSentence } from '../notice-words.ts'

const mostShown = 50

/** What of the file was not taken, and what was read otherwise than it stands. */
export function NoticeList({ notices, format }: { notices: readonly Notice[]; format: string }) {
  const out = notices.filter(isLeftOut)
  const read = notices.filter((notice) => !isLeftOut(notice))
  return (
    <>
      <Notices title="notice.leftOut" notices={out} format={format} />
      <Notices title="notice.read" notices={read} format={format} />
    </>
  )
}

type NoticesProps = { title: string; notices: readonly Notice[]; format: string }

function Notices({ title, notices, format }: NoticesProps) {
  const t = useWords('parcelImports')
  const { language } = useLanguage()
  if (notices.length === 0) return null
  const count = notices.reduce((sum, one) => sum + (one.count ?? 1), 0)
  return (
    <section className="zt-parcel-notices">
      <h3>{t(title, { count })}</h3>
      <ul>
        {notices.slice(0, mostShown).map((notice) => {
          const sentence = noticeSentence(notice, language, format)
          return <li key={sentence}>{sentence}</li>
        })}
      </ul>
      {notices.length > mostShown && (
        <p className="zt-quiet">{t('notice.more', { count: notices.length - mostShown })}</p>
      )}
    </section>
  )
}
