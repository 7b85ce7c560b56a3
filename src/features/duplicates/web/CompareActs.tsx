import { App, Button } from 'antd'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { Comparison } from '../contract.ts'
import { type Choices, mergeInputOf, otherSide, type SideName } from './choice.ts'
import { useMerge, useSayNotSame } from './use-duplicates.ts'

type Props = { pair: Comparison; kept: SideName; choices: Choices; onAgain: () => void }

/** What is to become of the pair; both can be taken back. */
export function CompareActs({ pair, kept, choices, onAgain }: Props) {
  const t = useWords('duplicates')
  const { navigate } = useAddress()
  const { message } = App.useApp()
  const merge = useMerge()
  const apart = useSayNotSame()
  const lost = otherSide(kept)
  const may = (act: string) => pair.first.abilities.includes(act)
  const failed = merge.error ?? apart.error
  const done = (words: string) => {
    void message.success(words, 5)
    void navigate({ to: '/ledger/duplicates' } as never)
  }
  const mergeNow = () =>
    merge.mutate(mergeInputOf(pair, kept, choices), {
      onSuccess: ({ keptName }) => done(t('compare.merged', { name: keptName })),
    })
  const sayApart = () =>
    apart.mutate(
      {
        firstId: pair.first.id,
        secondId: pair.second.id,
        firstRevision: pair.first.revision,
        secondRevision: pair.second.revision,
      },
      { onSuccess: () => done(t('compare.apartSaid')) },
    )
  return (
    <div className="zt-compare-acts">
      <p>
        {t('compare.what', { kept: pair[kept].name, lost: pair[lost].name })}
        {pair[lost].links > 0 && t('compare.links', { count: pair[lost].links })}
      </p>
      <div>
        {may('merge') && (
          <Button type="primary" loading={merge.isPending} disabled={apart.isPending} onClick={mergeNow}>
            {t('compare.merge')}
          </Button>
        )}
        {may('say') && !pair.notSame && (
          <Button loading={apart.isPending} disabled={merge.isPending} onClick={sayApart}>
            {t('compare.apart')}
          </Button>
        )}
      </div>
      {failed && (
        <p className="zt-compare-problem" role="alert">
          {failed.message}{' '}
          <Button size="small" onClick={onAgain}>
            {t('compare.again')}
          </Button>
        </p>
      )}
    </div>
  )
}
