import { recorded } from '../src/server/database/record.ts'

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
const recordedNames = recorded.flatMap((name) => [name, camel(name)]).join('|')
const tenantTables = `${recordedNames}|change|search_entry|searchEntry|import_row|importRow|import_issue|importIssue|audit_event|seal|month_light`

/** The only writes of recorded tables that are not changes: a session seen again. */
const mayWriteDirectly = new Set(['src/server/database/record.ts'])
const touched = /updateTable\('session'\)\.set\(\{ seenAt/

/**
 * What a cluster of databases refuses or what would pass the change table by, read from the source:
 * a recorded table written outside record.ts, a tenant table read without its zone, set_config, now() in an upsert.
 */
export function sqlFaults(name: string, text: string): string[] {
  const faults: string[] = []
  if (!name.includes('/server/')) return faults
  const writes = new RegExp(
    `(insertInto|updateTable|deleteFrom)\\('(${recordedNames})'\\)|\\b(insert into|update|delete from) (${recordedNames})\\b`,
    'g',
  )
  if (!mayWriteDirectly.has(name))
    for (const match of text.matchAll(writes))
      if (
        !touched.test(
          text
            .slice(match.index, match.index + 80)
            .replace(/\s+/g, ' ')
            .replace(/\) \./g, ').'),
        )
      )
        faults.push(
          `${name} writes ${match[0]} past the change table: use insertRows or updateRows of database/record.ts.`,
        )
  if (/set_config\(/.test(text))
    faults.push(`${name} uses set_config: it does not reach a cluster's workers; enter_zone does.`)
  if (/on conflict[^`]*now\(\)/is.test(text)) faults.push(`${name} has now() in an upsert: use excluded.*.`)
  if (/clock_timestamp\(\)|random\(\)::/.test(text))
    faults.push(`${name} takes the time from the database: compute it in the application.`)
  // One statement at a time: from its first word to the end of its template or builder chain.
  for (const statement of text.matchAll(
    /sql(?:<[^`]*?>)?`((?:[^`$]|\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\}|\$)*)`/g,
  )) {
    const body = statement[1] ?? ''
    const reads = new RegExp(`\\b(?:from|join|update|into)\\s+(${tenantTables})\\b`).exec(body)
    if (reads && !/zone_id|zoneId|joinOf|\$\{(?:selection\.)?where\}|\$\{from\}/.test(body))
      faults.push(`${name}: a statement on ${reads[1]} without zone_id.`)
  }
  for (const chain of text.matchAll(
    new RegExp(
      `(?:selectFrom|updateTable|deleteFrom)\\('(${tenantTables})(?: as \\w+)?'\\)([\\s\\S]{0,900}?)(?:execute|\\n\\n)`,
      'g',
    ),
  ))
    if (!/zoneId/.test(chain[2] ?? '')) faults.push(`${name}: a statement on ${chain[1]} without zoneId.`)
  return faults
}
