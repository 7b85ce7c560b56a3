import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { SettingsTabs } from '../../../web/SettingsTabs.tsx'
import { useMay } from '../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { MemberAccountDialog } from '../../accounts/web/MemberAccountDialog.tsx'
import type { Member, Post } from '../contract.ts'
import { AddMember } from './AddMember.tsx'
import { EndPost } from './EndPost.tsx'
import { GivePost } from './GivePost.tsx'
import { MemberList } from './MemberList.tsx'
import { UnitTree } from './UnitTree.tsx'
import { membersIn, usePeople, usePeopleActs } from './use-people.ts'
import './people.css'

type Open =
  | { kind: 'add' }
  | { kind: 'give' | 'account'; member: Member }
  | { kind: 'end'; member: Member; post: Post }

/** Who is in which unit with which post; for administrators. */
export function PeoplePage() {
  const t = useWords('organisation')
  const may = useMay()
  const { message } = App.useApp()
  const { search, setSearch } = useAddress()
  const people = usePeople()
  const { unlock } = usePeopleActs()
  const [open, setOpen] = useState<Open>()
  const text = search['find'] ?? ''
  const branch = people.branches.find(({ unit }) => unit.id === search['unit'])

  if (!may('member:create'))
    return (
      <Page title={t('people')}>
        <RefusedState />
      </Page>
    )

  const wanted = text.trim().toLowerCase()
  const shown = membersIn(people.members, branch, people.today).filter(
    (member) => member.name.toLowerCase().includes(wanted) || member.login.includes(wanted),
  )
  const close = () => setOpen(undefined)

  async function onUnlock(member: Member) {
    try {
      await unlock.mutateAsync(member.id)
      message.success(t('unlocked', { name: member.name }))
    } catch (problem) {
      message.error((problem as Error).message)
    }
  }

  return (
    <Page
      title={t('frame:settings')}
      tabs={<SettingsTabs />}
      actions={
        <Button type="primary" disabled={people.isPending} onClick={() => setOpen({ kind: 'add' })}>
          {t('addMember')}
        </Button>
      }
    >
      {people.isPending && <LoadingBar />}
      {people.error && <ErrorState error={people.error} retry={people.retry} />}
      {!people.isPending && !people.error && (
        <div className="zt-people">
          <UnitTree
            branches={people.branches}
            chosen={branch?.unit.id}
            count={(one) => membersIn(people.members, one, people.today).length}
            onChoose={(unit) => setSearch({ unit })}
          />
          <section className="zt-people-members">
            <div className="zt-people-find">
              <h2>{branch ? branch.unit.name : t('allUnits')}</h2>
              <span className="zt-quiet">{t('members', { total: shown.length })}</span>
              <Input
                allowClear
                value={text}
                onChange={(event) => setSearch({ find: event.target.value }, { replace: true })}
                placeholder={t('find')}
                aria-label={t('find')}
              />
            </div>
            {shown.length === 0 ? (
              <EmptyState title={wanted ? t('notFound', { text }) : t('nobody')}>
                {!wanted && t('nobodyText')}
              </EmptyState>
            ) : (
              <MemberList
                members={shown}
                today={people.today}
                unitName={people.unitName}
                onGive={(member) => setOpen({ kind: 'give', member })}
                onEnd={(member, post) => setOpen({ kind: 'end', member, post })}
                onUnlock={(member) => void onUnlock(member)}
                onAccount={(member) => setOpen({ kind: 'account', member })}
              />
            )}
          </section>
        </div>
      )}
      {open?.kind === 'add' && (
        <AddMember branches={people.branches} unitId={branch?.unit.id} onClose={close} />
      )}
      {open?.kind === 'give' && (
        <GivePost member={open.member} branches={people.branches} today={people.today} onClose={close} />
      )}
      {open?.kind === 'account' && <MemberAccountDialog member={open.member} onClose={close} />}
      {open?.kind === 'end' && (
        <EndPost
          member={open.member}
          post={open.post}
          unit={people.unitName.get(open.post.unitId) ?? ''}
          today={people.today}
          onClose={close}
        />
      )}
    </Page>
  )
}
