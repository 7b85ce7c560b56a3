import { useWords } from '../../../../web/i18n/index.ts'
import { Button, ErrorState } from '../../../../web/ui/index.ts'
import type { Making, SheetFormat } from './use-making.ts'

type TakeOutProps = { making: Making; isRefused: boolean; onMake: (format: SheetFormat) => void }
const formats = ['pdf', 'png', 'paper'] as const

/** The sheet as a file or to the printer; while it is drawn, how far it is. */
export function TakeOut({ making, isRefused, onMake }: TakeOutProps) {
  const t = useWords('print')
  if (making.state === 'busy') {
    const percent = Math.round(making.share * 100)
    return (
      <div className="zt-print-making" role="status">
        <span>{making.share === 0 ? t('reading') : t('drawn', { percent })}</span>
        <progress max={1} value={making.share} aria-label={t('drawing')} />
        <Button onClick={making.stop}>{t('stopMaking')}</Button>
      </div>
    )
  }
  return (
    <div className="zt-print-take">
      {making.state === 'failed' && <ErrorState error={making.error} quiet />}
      {formats.map((format) => (
        <Button
          key={format}
          kind={format === 'pdf' ? 'primary' : 'plain'}
          disabled={isRefused || making.state === 'paper'}
          onClick={() => onMake(format)}
        >
          {t(`take.${format}`)}
        </Button>
      ))}
      <p className="zt-quiet">{t('logged')}</p>
    </div>
  )
}
