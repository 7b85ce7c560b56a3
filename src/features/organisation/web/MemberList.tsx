import { Button } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import type { Member, Post } from '../contract.ts'
import { roleWords } from './role-words.ts'
import { postsOn } from './use-people.ts'

type MemberListProps = {
  members: readonly Member[]
  today: string
  unitName: ReadonlyMap<string, string>
  onGive: (member: Member) => void
  onEnd: (member: Member, post: Post) => void
  onUnlock: (member: Member) => void
  onAccount: (member: Member) => void
}

export function MemberList({
  members,
  today,
  unitName,
  onGive,
  onEnd,
  onUnlock,
  onAccount,
}: MemberListProps) {
  const t = useWords('organisation')
  return (
    <ul className="zt-members">
      <li className="zt-members-head" aria-hidden="true">
        <span>{t('name')}</span>
        <span>{t('posts')}</span>
      </li>
      {members.map((member) => {
        const mayChange = member.abilities.includes('update')
        const now = member.posts.filter((post) => post.toOn === null || post.toOn >= today)
        const past = member.posts.length - now.length
        return (
          <li key={member.id}>
            <div>
              <strong>{member.name}</strong>
              <div className="zt-quiet">{member.login}</div>
              {member.locked && (
                <div className="zt-member-locked">
                  <span>■ {t('locked')}</span>
                  {mayChange && (
                    <Button size="small" onClick={() => onUnlock(member)}>
                      {t('unlock')}
                    </Button>
                  )}
                </div>
              )}
            </div>
            <ul className="zt-member-posts">
              {postsOn(member, today).length === 0 && <li className="zt-quiet">{t('noPost')}</li>}
              {now.map((post) => (
                <li key={post.id}>
                  <span>
                    {t('frame:post', {
                      unit: unitName.get(post.unitId) ?? '',
                      role: t(roleWords(post.role)),
                    })}{' '}
                    <span className="zt-quiet">
                      {post.toOn
                        ? t('span', { from: post.fromOn, to: post.toOn })
                        : t('since', { from: post.fromOn })}
                    </span>
                  </span>
                  {mayChange && (
                    <Button
                      type="text"
                      size="small"
                      className="zt-member-end"
                      onClick={() => onEnd(member, post)}
                    >
                      {t('endPost')}
                    </Button>
                  )}
                </li>
              ))}
              {past > 0 && <li className="zt-quiet">{t('earlier', { number: past })}</li>}
            </ul>
            {mayChange && (
              <div className="zt-member-buttons">
                <Button size="small" onClick={() => onGive(member)}>
                  {t('givePost')}
                </Button>
                <Button
                  size="small"
                  onClick={() => onAccount(member)}
                  aria-label={t('accountOf', { name: member.name })}
                >
                  {t('account')}
                </Button>
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
