import { useWords } from '../../../web/i18n/index.ts'
import { Button } from '../../../web/ui/index.ts'

type FormActsProps = {
  label: string
  problem: string | undefined
  isReady: boolean
  onClose: () => void
}

/** The end of a form: what was refused and why, the act by its name, and the way out. */
export function FormActs({ label, problem, isReady, onClose }: FormActsProps) {
  const t = useWords('buildingActs')
  return (
    <>
      {problem && (
        <p className="zt-form-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="zt-lease-acts">
        <Button kind="primary" type="submit" disabled={!isReady}>
          {label}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </>
  )
}
