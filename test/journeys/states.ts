import type { Page } from 'playwright-core'
import { callAs, enterAs } from './caller.ts'
import type { Furniture } from './furnish.ts'
import type { Place } from './places.ts'

const press = (selector: string) => (page: Page) => page.locator(selector).first().click()

/** What pages look like besides as they open: parts unfolded, other people, nothing there, refused, broken off. */
export function statesOf({ projectId, closedProjectId, imports }: Furniture): Place[] {
  const analyst = 'analyst'
  const project = `/projects/${projectId}`
  const checked = `/imports/${imports.checked}`
  return [
    { name: 'sign-in', login: undefined, address: '/' },
    { name: 'sign-in-wrong', login: undefined, address: '/', reach: signInWrongly },
    { name: 'home-director', login: 'director', address: '/' },
    { name: 'home-officer', login: 'officer1', address: '/' },
    { name: 'home-changed', login: 'officer1', address: '/', reach: comeAgain },
    { name: 'home-admin', login: 'admin', address: '/' },
    { name: 'home-security', login: 'security', address: '/' },
    { name: 'home-auditor', login: 'auditor', address: '/' },
    { name: 'me', login: analyst, address: '/', reach: press('.zt-me button') },
    { name: 'rail-narrow', login: analyst, address: '/', only: 'desk', reach: press('.zt-rail-toggle') },

    { name: 'ledger-grouped', login: analyst, address: '/ledger?group=corps&sort=-totalInvestment' },
    {
      name: 'ledger-figures',
      login: analyst,
      address:
        '/ledger?columns=name!,corps,stage,totalInvestment,fixedAssetInvestment,landArea,expectedTax,taxPerMu,signed.actual,started.plan,yearDone,completionRate,light,problem&rows=compact',
      only: 'desk',
    },
    { name: 'ledger-filter', login: analyst, address: '/ledger?where=stage:is:signed', reach: openFilter },
    { name: 'ledger-columns', login: analyst, address: '/ledger', only: 'desk', reach: openColumns },
    { name: 'ledger-search', login: analyst, address: '/ledger?q=yjg' },
    { name: 'ledger-nothing', login: analyst, address: '/ledger?q=查无此项' },
    { name: 'ledger-new', login: analyst, address: '/ledger', reach: openNewProject },
    {
      name: 'ledger-editing',
      login: analyst,
      address: '/ledger?columns=name!,corps,stage,totalInvestment,started.plan,note',
      only: 'desk',
      reach: editBadly,
    },
    { name: 'ledger-officer', login: 'officer3', address: '/ledger' },
    { name: 'project-amounts', login: analyst, address: `${project}?tab=amounts` },
    { name: 'project-about', login: analyst, address: `${project}?tab=about` },
    {
      name: 'project-approvals',
      login: analyst,
      address: `/projects/${closedProjectId}?tab=approvals`,
    },
    {
      name: 'project-approvals-stop',
      login: analyst,
      address: `/projects/${closedProjectId}?tab=approvals`,
      reach: press('.zt-approval[data-state="running"] .zt-approval-acts button'),
    },
    { name: 'project-approvals-none', login: analyst, address: `${project}?tab=approvals` },
    {
      name: 'project-approvals-closed',
      login: 'officer3',
      address: `/projects/${closedProjectId}?tab=approvals`,
    },
    { name: 'approvals-stopped', login: analyst, address: '/approvals?due=stopped' },
    { name: 'project-people', login: analyst, address: `${project}?tab=people` },
    { name: 'project-timeline', login: analyst, address: `${project}?tab=timeline` },
    { name: 'project-editing', login: analyst, address: project, reach: press('.zt-editable button') },
    { name: 'project-closed', login: 'officer3', address: `/projects/${closedProjectId}` },
    { name: 'project-missing', login: analyst, address: `/projects/${crypto.randomUUID()}` },

    { name: 'import-read', login: analyst, address: `/imports/${imports.read}` },
    { name: 'import-doubt', login: analyst, address: `${checked}?show=doubt` },
    { name: 'import-question', login: analyst, address: `${checked}?show=question` },
    { name: 'import-warning', login: analyst, address: `${checked}?show=warning` },
    { name: 'import-new', login: analyst, address: `${checked}?show=new` },
    { name: 'import-changed', login: analyst, address: `${checked}?show=changed` },
    { name: 'import-discard', login: analyst, address: checked, reach: press('.zt-page-actions button') },
    { name: 'import-applied', login: analyst, address: `/imports/${imports.applied}` },
    { name: 'import-undo', login: analyst, address: `/imports/${imports.applied}`, reach: openUndo },
    { name: 'import-undone', login: analyst, address: `/imports/${imports.undone}` },
    { name: 'import-missing', login: analyst, address: `/imports/${crypto.randomUUID()}` },

    {
      name: 'people-add',
      login: 'security',
      address: '/settings/people',
      reach: press('.zt-page-actions button'),
    },
    { name: 'settings-admin', login: 'admin', address: '/settings' },
    {
      name: 'audit-entry',
      login: 'auditor',
      address: '/audit?kind=write',
      reach: press('.zt-log-open'),
    },
    { name: 'audit-verified', login: 'auditor', address: '/audit', reach: verifyLog },
    { name: 'audit-empty', login: 'auditor', address: '/audit?from=2999-01-01' },
    { name: 'refused', login: 'officer3', address: '/imports' },
    { name: 'refused-people', login: 'officer3', address: '/settings/people' },
    { name: 'missing', login: analyst, address: '/nowhere' },
    { name: 'offline', login: analyst, address: '/', reach: breakOff },
  ]
}

/** Somebody else changes two projects meanwhile: an amount, a date and a problem. */
async function comeAgain(page: Page) {
  const { origin } = new URL(page.url())
  const analyst = await callAs(origin, 'analyst')
  const mine = encodeURIComponent(
    '[{"field":"officer","op":"filled"},{"field":"stage","op":"is","value":["signed"]}]',
  )
  const { items } = await analyst.get<{ items: Record<string, string>[] }>(`/ledger?limit=2&where=${mine}`)
  const to = {
    totalInvestment: String(Date.now() % 1e6),
    'started.forecast': '2022-Q4',
    problem: '高压线迁改方案未定',
  }
  await analyst.send('PATCH', '/ledger', {
    edits: items.flatMap((row) =>
      Object.entries(to)
        .filter(([field, value]) => row[field] !== value)
        .map(([field, value]) => ({ projectId: row['id'], field, from: row[field] ?? null, to: value })),
    ),
  })
  await enterAs(page.context(), origin, 'officer1')
  await page.reload()
  await page.locator('[aria-labelledby="home-changed"] li').first().waitFor()
}

async function signInWrongly(page: Page) {
  await page.locator('input[name=username]').fill('analyst')
  await page.locator('input[name=password]').fill('wrong')
  await page.keyboard.press('Enter')
  await page.locator('.zt-form-problem').filter({ hasText: /./ }).waitFor()
}

async function openFilter(page: Page) {
  await page.locator('.zt-chip-words, .zt-phone-bar > button').first().click()
  await page.locator('.zt-values li, .ant-drawer-open .zt-phone-filter').first().waitFor()
}

async function openColumns(page: Page) {
  await page.locator('.zt-group-by ~ button').first().click()
  await page.locator('.zt-columns').waitFor()
}

async function openNewProject(page: Page) {
  await page.locator('.zt-page-actions button').last().click()
  await page.locator('.zt-new-project input').first().waitFor()
}

/** A typed amount that cannot be one: the editor stays, with what is wrong. */
async function editBadly(page: Page) {
  await page.locator('[aria-rowindex="4"] [aria-colindex="4"]').click()
  await page.keyboard.type('三到五亿')
  await page.keyboard.press('Enter')
}

async function verifyLog(page: Page) {
  await page.locator('.zt-log-state button').first().click()
  await page.locator('.zt-log-state .ant-alert').waitFor({ timeout: 60_000 })
}

async function openUndo(page: Page) {
  await page.locator('.zt-apply-result > button').click()
  await page.locator('.zt-edited').waitFor()
}

/** The pages are there; what they ask for is not. */
async function breakOff(page: Page) {
  await page.route('**/api/ledger**', (route) => route.abort())
  await page.locator('nav a[href="/ledger"]').locator('visible=true').first().click()
  await page.locator('.zt-state').waitFor()
}
