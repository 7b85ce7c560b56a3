import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { shanghaiDay } from '../../../shared/days.ts'
import { api } from '../../../web/api.ts'
import type { Member, MemberInput, Post, PostInput, Unit } from '../contract.ts'
import { type Branch, branchesOf } from './unit-tree.ts'

type List<T> = { items: T[]; total: number }

export function usePeople() {
  const units = useQuery({ queryKey: ['units'], queryFn: () => api.get<List<Unit>>('/units') })
  const members = useQuery({ queryKey: ['members'], queryFn: () => api.get<List<Member>>('/members') })
  const today = shanghaiDay(Date.now())
  const branches = useMemo(() => branchesOf(units.data?.items ?? [], today), [units.data, today])
  const unitName = useMemo(() => new Map(units.data?.items.map((unit) => [unit.id, unit.name])), [units.data])
  return {
    today,
    branches,
    unitName,
    members: members.data?.items ?? [],
    isPending: units.isPending || members.isPending,
    error: units.error ?? members.error,
    retry: () => void Promise.all([units.refetch(), members.refetch()]),
  }
}

/** Posts held on a day. */
export const postsOn = (member: Member, day: string): Post[] =>
  member.posts.filter((post) => post.fromOn <= day && (post.toOn === null || post.toOn >= day))

/** Members whose posts of the day are in one of the units; everybody when none is chosen. */
export const membersIn = (members: readonly Member[], branch: Branch | undefined, day: string) =>
  branch
    ? members.filter((member) => postsOn(member, day).some((post) => branch.within.has(post.unitId)))
    : members

/** What an administrator does; each refreshes the list. */
export function usePeopleActs() {
  const client = useQueryClient()
  const act = <I>(mutationFn: (input: I) => Promise<unknown>) => ({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }),
  })
  return {
    addMember: useMutation(act((input: MemberInput) => api.send('POST', '/members', input))),
    givePost: useMutation(act((input: PostInput) => api.send('POST', '/posts', input))),
    endPost: useMutation(
      act(({ id, ...patch }: { id: string; revision: number; toOn: string }) =>
        api.send('PATCH', `/posts/${id}`, patch),
      ),
    ),
    unlock: useMutation(act((id: string) => api.send('POST', `/members/${id}/unlock`))),
  }
}
