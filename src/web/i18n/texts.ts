import { accountTexts } from '../../features/accounts/web/texts.ts'
import { securityTexts } from '../../features/accounts/web/texts-security.ts'
import { approvalsTexts } from '../../features/approvals/web/texts.ts'
import { auditTexts } from '../../features/audit/web/texts.ts'
import { basemapsTexts } from '../../features/basemaps/web/texts.ts'
import { blockersTexts } from '../../features/blockers/web/texts.ts'
import { buildingsTexts } from '../../features/buildings/web/texts.ts'
import { buildingActsTexts } from '../../features/buildings/web/texts-acts.ts'
import { buildingImportsTexts } from '../../features/buildings/web/texts-imports.ts'
import { chartsTexts } from '../../features/charts/web/texts.ts'
import { cooperationTexts } from '../../features/cooperation/web/texts.ts'
import { duplicatesTexts } from '../../features/duplicates/web/texts.ts'
import { evidenceTexts } from '../../features/evidence/web/texts.ts'
import { goalsTexts } from '../../features/goals/web/texts.ts'
import { historyTexts } from '../../features/history/web/texts.ts'
import { homeTexts } from '../../features/home/web/texts.ts'
import { importsTexts } from '../../features/imports/web/texts.ts'
import { industriesTexts } from '../../features/industries/web/texts.ts'
import { lightsTexts } from '../../features/lights/web/texts.ts'
import { mapTexts } from '../../features/map/web/texts.ts'
import { printTexts } from '../../features/map/web/texts-print.ts'
import { matchingTexts } from '../../features/matching/web/texts.ts'
import { organisationTexts } from '../../features/organisation/web/texts.ts'
import { reorganisationTexts } from '../../features/organisation/web/texts-reorganise.ts'
import { preconditionsTexts } from '../../features/preconditions/web/texts.ts'
import { projectsTexts } from '../../features/projects/web/texts.ts'
import { spaceTexts } from '../../features/spaces/web/texts.ts'
import { parcelImportsTexts } from '../../features/spaces/web/texts-imports.ts'
import { territoriesTexts } from '../../features/territories/web/texts.ts'
import { wallTexts } from '../../features/wall/web/texts.ts'
import { frameTexts } from './frame-texts.ts'
import type { Texts } from './words.ts'

/** Every feature's words by namespace, one line each. */
export const texts: Record<string, Texts> = {
  frame: frameTexts,
  accounts: accountTexts,
  approvals: approvalsTexts,
  blockers: blockersTexts,
  buildings: buildingsTexts,
  buildingActs: buildingActsTexts,
  buildingImports: buildingImportsTexts,
  charts: chartsTexts,
  goals: goalsTexts,
  history: historyTexts,
  audit: auditTexts,
  evidence: evidenceTexts,
  basemaps: basemapsTexts,
  lights: lightsTexts,
  preconditions: preconditionsTexts,
  matching: matchingTexts,
  cooperation: cooperationTexts,
  duplicates: duplicatesTexts,
  home: homeTexts,
  imports: importsTexts,
  industries: industriesTexts,
  map: mapTexts,
  organisation: organisationTexts,
  print: printTexts,
  projects: projectsTexts,
  reorganisation: reorganisationTexts,
  space: spaceTexts,
  parcelImports: parcelImportsTexts,
  territories: territoriesTexts,
  security: securityTexts,
  wall: wallTexts,
}
