export type Import = { from: string; to: string }

const specifier =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]\s*\)/g

/** The relative addresses that a file imports, lazily too. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(specifier)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((to) => /\.tsx?$/.test(to))
}

/** One cycle of imports among these files, if there is any. */
export function findCycle(imports: readonly Import[], names: ReadonlySet<string>): string[] | undefined {
  const targets = Map.groupBy(
    imports.filter(({ to }) => names.has(to)),
    ({ from }) => from,
  )
  const done = new Set<string>()
  const path: string[] = []
  const visit = (name: string): string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name]
    if (done.has(name)) return undefined
    path.push(name)
    for (const { to } of targets.get(name) ?? []) {
      const cycle = visit(to)
      if (cycle) return cycle
    }
    path.pop()
    done.add(name)
    return undefined
  }
  for (const name of names) {
    const cycle = visit(name)
    if (cycle) return cycle
  }
  return undefined
}
