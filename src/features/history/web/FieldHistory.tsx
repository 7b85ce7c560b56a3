import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { CloseIcon } from '../../../web/ui/icons.tsx'
import { Button, EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import { fieldByKey } from '../../projects/fields.ts'
import { fieldLabel } from '../../projects/web/field-words.ts'
import { FieldVersionItem } from './FieldVersionItem.tsx'
import { fieldOfAddress, historyAddress } from './history-address.ts'
import { useFieldHistory } from './use-field-history.ts'
import './field-history.css'

type Props = { projectId: string; projectName: string; periods: readonly string[] }

/** The history of the field that the address names, beside the project; nothing when it names none. */
export function FieldHistory(props: Props) {
  const { search, setSearch } = useAddress()
  const asked = fieldOfAddress(search['history'])
  if (!asked) return null
  const close = () => setSearch({ history: undefined }, { replace: true })
  const choose = (period: string) =>
    setSearch({ history: historyAddress(asked.key, period || undefined) }, { replace: true })
  return (
    <Sheet key={asked.key} {...props} name={asked.key} period={asked.period} close={close} choose={choose} />
  )
}

type SheetProps = Props & {
  name: string
  period: string | undefined
  close: () => void
  choose: (period: string) => void
}

function Sheet({ projectId, projectName, periods, name, period, close, choose }: SheetProps) {
  const t = useWords('history')
  const { language } = useLanguage()
  const sheet = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = sheet.current
    dialog?.showModal()
    return () => dialog?.close() // gives the focus back to where it came from
  }, [])
  const title = t('field.title', { field: fieldLabel(name, language) })
  // The record behind has an Esc of its own.
  const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && event.stopPropagation()
  return (
    <dialog
      ref={sheet}
      className="zt-field-history"
      aria-label={title}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClick={(event) => event.target === sheet.current && close()}
    >
      <div className="zt-field-history-sheet">
        <header>
          <h2>
            {title}
            <span className="zt-quiet">{projectName}</span>
          </h2>
          <Button kind="icon" onClick={close} aria-label={t('field.close')} title={`${t('field.close')} Esc`}>
            <CloseIcon />
          </Button>
        </header>
        {fieldByKey.get(name)?.store.in === 'progress' && (
          <label className="zt-field-history-month">
            {t('field.month')}{' '}
            <select value={period ?? ''} onChange={({ target }) => choose(target.value)}>
              <option value="">{t('field.allMonths')}</option>
              {[...new Set([...(period ? [period] : []), ...periods])].map((month) => (
                <option key={month}>{month}</option>
              ))}
            </select>
          </label>
        )}
        <Versions projectId={projectId} name={name} period={period} />
      </div>
    </dialog>
  )
}

function Versions({ projectId, name, period }: Pick<SheetProps, 'projectId' | 'name' | 'period'>) {
  const t = useWords('history')
  const answer = useFieldHistory(projectId, name, period)
  if (answer.isError) return <ErrorState error={answer.error} retry={() => void answer.refetch()} quiet />
  if (!answer.data) return <LoadingBar />
  const items = answer.data.pages.flatMap((page) => page.items)
  const total = answer.data.pages[0]?.total ?? 0
  if (items.length === 0) return <EmptyState quiet title={t('field.none')} />
  return (
    <>
      <ol className="zt-versions">
        {items.map((item) => (
          <FieldVersionItem
            key={`${item.from} ${item.period} ${item.value}`}
            name={name}
            version={item}
            showsMonth={period === undefined}
          />
        ))}
      </ol>
      {answer.hasNextPage && (
        <Button onClick={() => void answer.fetchNextPage()}>
          {t('field.more', { count: total - items.length })}
        </Button>
      )}
    </>
  )
}
