import type { Page } from 'playwright-core'
import { callAs, enterAs, sampleAccount } from './caller.ts'
import type { Furniture } from './furnish.ts'
import type { Place } from './places.ts'

/** A lasso around all of it. */
const wholeZone = '119.9,29.9;120.9,29.9;120.9,30.6;119.9,30.6'

const press = (selector: string) => (page: Page) => page.locator(selector).first().click()

/** What pages look like besides as they open: parts unfolded, other people, nothing there, refused, broken off. */
export function statesOf(furniture: Furniture): Place[] {
  const { projectId, closedProjectId, imports, parcels, buildings, places } = furniture
  const analyst = 'analyst'
  const project = `/projects/${projectId}`
  /** With more in its fields. */
  const shown = `/projects/${closedProjectId}`
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
    { name: 'chart-by-chain', login: analyst, address: '/chart?group=chain&only=todo' },
    { name: 'chart-officer', login: 'officer3', address: '/chart?only=overdue' },
    { name: 'chart-none', login: analyst, address: '/chart?q=查无此项' },
    { name: 'chart-elsewhere', login: analyst, address: '/chart?from=2031-01' },
    { name: 'chart-of-then', login: analyst, address: '/chart?from=2022-01&asOf=2022-02-28' },
    {
      name: 'chart-editing',
      login: analyst,
      address: '/chart?only=todo',
      only: 'desk',
      reach: press('.zt-battle-cell[data-state="overdue"]'),
    },
    { name: 'chart-cell', login: analyst, address: '/chart?only=todo', reach: openCell },
    {
      name: 'chart-support-one',
      login: analyst,
      address: '/chart/support',
      reach: press('.zt-support-chip'),
    },
    { name: 'chart-support-new', login: analyst, address: '/chart/support?support=new' },
    { name: 'chart-support-none', login: analyst, address: '/chart/support?q=查无此项' },
    { name: 'project-light', login: analyst, address: shown, reach: press('.zt-light-block summary') },
    { name: 'settings-lights-draft', login: 'director', address: '/settings/lights?rule=sanya2022' },
    { name: 'project-land', login: 'director', address: `${project}?tab=land` },
    {
      name: 'project-land-promise',
      login: 'director',
      address: `${project}?tab=land`,
      reach: press('.zt-promise-open'),
    },
    {
      name: 'project-land-exempt',
      login: 'director',
      address: `${project}?tab=land`,
      reach: press('.zt-check-acts .ant-btn-text'),
    },
    {
      name: 'project-land-confirm',
      login: 'director',
      address: `${project}?tab=land`,
      reach: press('.zt-check-verdict .ant-btn'),
    },
    { name: 'plans-start', login: analyst, address: '/plans', reach: press('.zt-page-actions button') },
    {
      name: 'plans-change',
      login: analyst,
      address: '/plans',
      reach: press('.zt-plan-acts button:nth-of-type(2)'),
    },
    { name: 'plans-beside', login: analyst, address: '/plans', reach: standBeside },
    {
      name: 'plans-adopt',
      login: analyst,
      address: '/plans',
      reach: press('.zt-plan-acts button'),
    },
    {
      name: 'settings-land-conditions-draft',
      login: 'director',
      address: '/settings/land-conditions?set=wenling2021c38',
    },
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
    { name: 'project-blockers', login: analyst, address: `/projects/${closedProjectId}?tab=blockers` },
    {
      name: 'project-blockers-raise',
      login: analyst,
      address: `/projects/${closedProjectId}?tab=blockers`,
      reach: press('.zt-blockers-tab > .zt-blocker-acts button'),
    },
    {
      name: 'project-blockers-up',
      login: analyst,
      address: `/projects/${closedProjectId}?tab=blockers`,
      reach: press('.zt-blocker .zt-blocker-acts button'),
    },
    { name: 'project-blockers-none', login: analyst, address: `${project}?tab=blockers` },
    {
      name: 'project-blockers-closed',
      login: 'officer3',
      address: `/projects/${closedProjectId}?tab=blockers`,
    },
    { name: 'blockers-zone', login: 'director', address: '/blockers?level=zone' },
    { name: 'blockers-waiting', login: 'director', address: '/blockers?waiting=me' },
    { name: 'blockers-nothing', login: 'officer3', address: '/blockers?raised=me' },
    { name: 'approvals-stopped', login: analyst, address: '/approvals?due=stopped' },
    {
      name: 'project-cooperation',
      login: 'director',
      address: `/projects/${closedProjectId}?tab=cooperation`,
    },
    {
      name: 'project-cooperation-closed',
      login: 'officer3',
      address: `/projects/${closedProjectId}?tab=cooperation`,
    },
    { name: 'project-cooperation-none', login: analyst, address: `${project}?tab=cooperation` },
    {
      name: 'project-cooperation-propose',
      login: 'director',
      address: `${project}?tab=cooperation`,
      reach: proposeShares,
    },
    { name: 'cooperation-under-way', login: 'director', address: '/cooperation?show=underWay' },
    { name: 'cooperation-disputed', login: 'director', address: '/cooperation?show=disputed' },
    {
      name: 'cooperation-register',
      login: 'director',
      address: '/cooperation',
      reach: press('.zt-page-actions button'),
    },
    { name: 'map-parcel', login: analyst, address: `/map?parcel=${parcels.parcelId}` },
    { name: 'map-kept', login: analyst, address: `/map?parcel=${places.keptParcelId}` },
    { name: 'map-kept-others', login: 'officer3', address: `/map?parcel=${places.keptParcelId}` },
    { name: 'map-plan', login: analyst, address: `/map?plan=${places.planId}` },
    { name: 'map-plan-one', login: analyst, address: `/map?plan=${places.planId}`, reach: chooseOfPlan },
    {
      name: 'map-plan-kept',
      login: 'director',
      address: `/map?plan=${places.adoptedPlanId}`,
      reach: chooseOfPlan,
    },
    { name: 'map-plan-refused', login: 'officer3', address: `/map?plan=${places.planId}` },
    { name: 'map-project', login: 'director', address: `/map?project=${projectId}&by=light` },
    { name: 'map-list', login: 'officer3', address: '/map?show=list' },
    { name: 'map-selection', login: 'director', address: `/map?within=${wholeZone}` },
    { name: 'map-legend', login: analyst, address: '/map', only: 'phone', reach: press('.zt-legend-head') },
    { name: 'map-find', login: analyst, address: '/map', reach: findOnMap },
    { name: 'map-of-then', login: analyst, address: '/map?asOf=2022-02-28' },
    { name: 'wall-red', login: 'director', address: '/wall?scenes=red&asOf=2022-03-01', only: 'desk' },
    { name: 'wall-tasks', login: 'director', address: '/wall?scenes=tasks&asOf=2022-03-01', only: 'desk' },
    { name: 'wall-space', login: 'director', address: '/wall?scenes=space', only: 'desk' },
    {
      name: 'wall-keep',
      login: 'director',
      address: '/wall?scenes=space',
      only: 'desk',
      reach: press('.zt-wall-keep'),
    },
    {
      name: 'map-print-upright',
      login: 'director',
      address: '/map/print?paper=a0&turn=upright&by=light&hide=built',
    },
    { name: 'map-print-refused', login: 'officer3', address: '/map/print' },
    {
      name: 'map-compare',
      login: analyst,
      address: '/map?vs=2021-12-31&asOf=2022-02-28&at=120.305,30.21,13.2&differs=status',
    },
    { name: 'map-compare-nothing', login: 'officer3', address: '/map?vs=2022-02-28' },
    {
      name: 'map-compare-sheet',
      login: 'director',
      address: '/map?vs=2021-12-31&differs=split',
      only: 'phone',
      reach: press('.zt-compare header button'),
    },
    {
      name: 'map-split',
      login: analyst,
      address: `/map?parcel=${parcels.parcelId}`,
      reach: press('.zt-parcel-acts button:last-child'),
    },
    { name: 'map-undrawn', login: analyst, address: '/map', reach: withoutDrawing },
    { name: 'ledger-lasso', login: analyst, address: `/ledger?within=${wholeZone}` },
    { name: 'space-one', login: analyst, address: `/space?parcel=${parcels.parcelId}` },
    {
      name: 'space-change',
      login: analyst,
      address: `/space?parcel=${parcels.parcelId}`,
      reach: changeParcel,
    },
    {
      name: 'buildings-room',
      login: analyst,
      address: `/space/buildings/${buildings.buildingId}?room=${buildings.roomId}`,
    },
    ...(['split', 'combine', 'remove'] as const).map((act, at) => ({
      name: `buildings-${act}`,
      login: analyst,
      address: `/space/buildings/${buildings.buildingId}?room=${buildings.roomId}`,
      reach: press(`.zt-room-acts button >> nth=${at}`),
    })),
    {
      name: 'buildings-add-room',
      login: analyst,
      address: `/space/buildings/${buildings.buildingId}?panel=add`,
    },
    { name: 'buildings-add', login: analyst, address: '/space/buildings?panel=add' },
    {
      name: 'buildings-of-then',
      login: 'officer3',
      address: `/space/buildings/${buildings.buildingId}?asOf=2022-02-28`,
    },
    { name: 'buildings-nothing', login: analyst, address: '/space/buildings?q=查无此楼' },
    { name: 'rooms-narrowed', login: 'promoter', address: '/space/rooms?free=6&area=300&sort=-area' },
    {
      name: 'building-import-applied',
      login: analyst,
      address: `/space/building-imports/${buildings.applied}`,
    },
    { name: 'space-narrowed', login: analyst, address: '/space?status=reserve,idle&sort=-area' },
    { name: 'space-nothing', login: analyst, address: '/space?q=查无此块' },
    { name: 'space-officer', login: 'officer3', address: '/space' },
    { name: 'space-picked', login: analyst, address: '/space', only: 'desk', reach: pickParcels },
    { name: 'space-merge', login: analyst, address: '/space', only: 'desk', reach: mergeParcels },
    { name: 'space-import-check', login: analyst, address: `/space/imports/${parcels.read}` },
    { name: 'space-import-doubt', login: analyst, address: `/space/imports/${parcels.read}?verdict=doubt` },
    { name: 'space-import-applied', login: analyst, address: `/space/imports/${parcels.applied}` },
    { name: 'space-import-undone', login: analyst, address: `/space/imports/${parcels.undone}` },
    { name: 'space-import-missing', login: analyst, address: `/space/imports/${crypto.randomUUID()}` },
    { name: 'space-import-refused', login: 'officer3', address: '/space/imports' },
    { name: 'goals-of-then', login: analyst, address: '/goals?period=2022&asOf=2022-02-28' },
    { name: 'goals-one', login: analyst, address: '/goals?period=2022', reach: press('.zt-goals a') },
    { name: 'goals-new', login: 'director', address: '/goals?goal=new' },
    { name: 'goals-none', login: 'officer3', address: '/goals?period=2031' },
    {
      name: 'organisation-unit',
      login: 'director',
      address: '/settings/organisation',
      reach: openUnit,
    },
    {
      name: 'organisation-area',
      login: 'director',
      address: '/settings/organisation',
      reach: openArea,
    },
    { name: 'project-people', login: analyst, address: `${project}?tab=people` },
    {
      name: 'project-contact-why',
      login: analyst,
      address: `${project}?tab=people`,
      reach: press('.zt-contact-line > .zt-button'),
    },
    {
      name: 'project-contact-shown',
      login: analyst,
      address: `${project}?tab=people`,
      reach: seeContact,
    },
    {
      name: 'ledger-contacts',
      login: analyst,
      address: '/ledger?q=chuanhua&columns=name!,contactName,contactPhone,officer',
    },
    { name: 'project-timeline', login: analyst, address: `${project}?tab=timeline` },
    { name: 'project-field-history', login: analyst, address: `${shown}?history=officer` },
    { name: 'project-field-history-months', login: analyst, address: `${shown}?history=yearDone` },
    { name: 'project-field-history-none', login: analyst, address: `${project}?history=foreignCapital` },
    { name: 'project-field-history-button', login: analyst, address: shown, reach: showHistoryButton },
    { name: 'project-correction', login: analyst, address: shown, reach: correctDate },
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
    {
      name: 'people-account',
      login: 'security',
      address: '/settings/people',
      reach: press('.zt-member-buttons button:last-child'),
    },
    {
      name: 'security-edit',
      login: 'security',
      address: '/settings/security',
      reach: press('.zt-security-form header button'),
    },
    {
      name: 'security-wall-end',
      login: 'security',
      address: '/settings/security',
      reach: press('.zt-walls .zt-button'),
    },
    { name: 'security-accounts', login: 'auditor', address: '/settings/security?accounts=noPost' },
    { name: 'settings-factor', login: analyst, address: '/settings', reach: beginFactor },
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

async function chooseOfPlan(page: Page) {
  await page.locator('.zt-map-plan li > button:enabled').first().click()
  await page.locator('.zt-map-plan [aria-pressed=true]').waitFor()
}

async function findOnMap(page: Page) {
  await page.locator('.zt-map-search input').fill('萧政工出')
  await page.locator('.zt-map-findings [role=option]').first().waitFor()
}

/** As in a browser that has no WebGL. */
async function withoutDrawing(page: Page) {
  await page.addInitScript(() => {
    if (!sessionStorage.getItem('undrawn')) return
    const { getContext } = HTMLCanvasElement.prototype
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string) {
      return kind === '2d' ? getContext.call(this, kind) : null
    } as typeof getContext
  })
  await page.evaluate(() => sessionStorage.setItem('undrawn', '1'))
  await page.reload()
  await page.locator('.zt-parcel-list').waitFor()
  await page.evaluate(() => sessionStorage.removeItem('undrawn'))
}

async function changeParcel(page: Page) {
  for (const summary of await page.locator('.zt-parcel-change summary').all()) await summary.click()
  await page.locator('.zt-parcel-history li').first().waitFor()
  await page.locator('.zt-parcel-change input').first().waitFor()
}

async function pickParcels(page: Page) {
  const boxes = page.locator('.zt-parcel-pick input')
  for (const at of [0, 1, 2]) await boxes.nth(at).check()
  await page.locator('.zt-picked').waitFor()
}

/** They are no neighbours: it is said why not. */
async function mergeParcels(page: Page) {
  await pickParcels(page)
  await page.locator('.zt-picked button').first().click()
  await page.locator('.zt-merge .zt-form-problem, .zt-merge figure').first().waitFor()
}

/** Shares a hundredth short. */
async function proposeShares(page: Page) {
  await page.locator('#zt-agreements + .ant-btn, #zt-agreements ~ .ant-btn').first().click()
  const percents = page.locator('.zt-share-row input[inputmode="decimal"]')
  await percents.nth(0).fill('60')
  await percents.nth(1).fill('39.99')
  await page.locator('.zt-share-sum').filter({ hasText: '0.01' }).waitFor()
}

/** The way to a field's history shows beside the field that is pointed at. */
async function showHistoryButton(page: Page) {
  await page.locator('.zt-milestones .zt-editable button').first().focus()
  await page.locator('.zt-milestones .zt-editable').first().hover()
}

/** An actual date of a month gone by is set right: the reason is asked. */
async function correctDate(page: Page) {
  const date = page
    .locator('.zt-milestones td[data-date=actual] .zt-editable > button')
    .filter({ hasText: /\d/ })
    .first()
  await date.click()
  await page.locator('.zt-field-editor input').fill('2021-01-02')
  await page.keyboard.press('Enter')
  await page.locator('.ant-modal textarea').waitFor()
}

async function seeContact(page: Page) {
  await page.locator('.zt-contact-line > .zt-button').click()
  await page.locator('.zt-contact-reasons button').first().click()
  await page.locator('.zt-contact-acts button').first().click()
  await page.locator('.zt-contact-shown').waitFor()
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

/** The QR code stands there; it is not confirmed, so nothing has changed. */
async function beginFactor(page: Page) {
  await page.getByRole('button', { name: /^(启用两步验证|Turn on the second factor)$/ }).click()
  await page.locator('.zt-factor-proof input[type=password]').fill(sampleAccount.password)
  await page.locator('.zt-factor-proof button[type=submit]').click()
  await page.locator('.zt-qr path').first().waitFor({ state: 'attached' })
}

async function openFilter(page: Page) {
  await page.locator('.zt-chip-words, .zt-phone-bar > button').first().click()
  await page.locator('.zt-values li, .ant-drawer-open .zt-phone-filter').first().waitFor()
}

async function openColumns(page: Page) {
  await page.locator('.zt-group-by ~ button').first().click()
  await page.locator('.zt-columns').waitFor()
}

async function openUnit(page: Page) {
  await page.locator('.zt-organisation-tree button', { hasText: '科技城兵团' }).click()
  await page.locator('.zt-territory').first().waitFor()
}

async function openArea(page: Page) {
  await openUnit(page)
  await page.locator('.zt-territory button').first().click()
  await page.locator('.ant-modal textarea').waitFor()
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

/** A cell whole, from its editor on a desk, at once on a phone. */
async function openCell(page: Page) {
  const card = page.locator('.zt-battle-cards button[data-state]')
  const cell = page.locator('.zt-battle-cell[data-state]')
  await card.or(cell).first().click()
  const details = page.locator('.zt-cell-editor-acts button').nth(1)
  const panel = page.locator('.zt-cell-panel')
  await details.or(panel).first().waitFor()
  if (await details.isVisible()) await details.click()
  await panel.waitFor()
}

async function standBeside(page: Page) {
  await page.locator('.zt-plan-beside .ant-select').click()
  await page.locator('.ant-select-item-option').last().click()
  await page.locator('.zt-plan-compare .zt-check').waitFor()
}
