export type Origin = { parentId: string; childId: string }

/** Who is of one family by splits and merges, however many lie between: a name for the family of each. */
export function kindredOf(origins: readonly Origin[]): (id: string) => string {
  const towards = new Map<string, string>()
  const headOf = (id: string): string => {
    let head = id
    for (let next = towards.get(head); next !== undefined; next = towards.get(head)) head = next
    // Whoever asks again is spared the way.
    for (let at = id; at !== head; ) {
      const next = towards.get(at) ?? head
      towards.set(at, head)
      at = next
    }
    return head
  }
  for (const { parentId, childId } of origins) {
    const [parent, child] = [headOf(parentId), headOf(childId)]
    if (parent !== child) towards.set(child, parent)
  }
  return headOf
}
