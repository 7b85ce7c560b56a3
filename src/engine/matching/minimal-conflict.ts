/** Of things that cannot hold together, a few that already cannot, and of which none may be missing (deletion filter). */
export async function minimalConflict<Thing>(
  things: readonly Thing[],
  isPossible: (kept: readonly Thing[]) => boolean | Promise<boolean>,
): Promise<Thing[] | null> {
  if (await isPossible(things)) return null
  let kept = [...things]
  for (const thing of things) {
    const without = kept.filter((other) => other !== thing)
    if (!(await isPossible(without))) kept = without
  }
  return kept
}
