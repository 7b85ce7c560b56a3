import { App, Button, Popconfirm } from 'antd'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'

type Props = {
  /** What stays as it is. */
  ask: string
  discard: {
    isPending: boolean
    mutate: (
      nothing: undefined,
      then: { onSuccess: () => void; onError: (problem: { message: string }) => void },
    ) => void
  }
  /** The list to go back to. */
  to: string
}

/** Gives an import up, of whatever room, once somebody has confirmed it. */
export function DiscardButton({ ask, discard, to }: Props) {
  const t = useWords('imports')
  const { message } = App.useApp()
  const { navigate } = useAddress()
  const onConfirm = () =>
    discard.mutate(undefined, {
      onSuccess: () => void navigate({ to }),
      onError: (problem) => void message.error(problem.message),
    })
  return (
    <Popconfirm
      title={t('page.discard')}
      description={ask}
      okText={t('page.discardYes')}
      cancelText={t('page.keep')}
      onConfirm={onConfirm}
      placement="bottomRight"
    >
      <Button loading={discard.isPending}>{t('page.discard')}</Button>
    </Popconfirm>
  )
}
