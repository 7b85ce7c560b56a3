import { type FormEvent, useEffect, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, LeftIcon, RightIcon } from '../../../web/ui/index.ts'

/** Which lines of how many; one page on or back, or straight to any of five hundred. */
export function PageTurner({ page, size, total }: { page: number; size: number; total: number }) {
  const t = useWords('space')
  const { setSearch } = useAddress()
  const [typed, setTyped] = useState(String(page))
  useEffect(() => setTyped(String(page)), [page])
  const last = Math.max(1, Math.ceil(total / size))
  if (last === 1) return null
  const go = (to: number) => setSearch({ page: to > 1 ? String(Math.min(to, last)) : undefined })
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    const wanted = Math.trunc(Number(typed))
    if (wanted >= 1) go(wanted)
    else setTyped(String(page))
  }
  return (
    <form className="zt-page-turner" onSubmit={onSubmit} aria-label={t('pages')}>
      <span>
        {t('lines', {
          from: showNumber((page - 1) * size + 1),
          to: showNumber(Math.min(page * size, total)),
          total: showNumber(total),
        })}
      </span>
      <Button kind="icon" disabled={page <= 1} onClick={() => go(page - 1)} aria-label={t('pageBefore')}>
        <LeftIcon />
      </Button>
      <input
        inputMode="numeric"
        aria-label={t('pageOf', { last })}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <span className="zt-quiet">/ {showNumber(last)}</span>
      <Button kind="icon" disabled={page >= last} onClick={() => go(page + 1)} aria-label={t('pageAfter')}>
        <RightIcon />
      </Button>
    </form>
  )
}
