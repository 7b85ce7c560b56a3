// Generated from the migrations by `npm run generate`. Do not edit.
import type { Generated } from 'kysely'

export interface Tables {
  agreement: {
    zoneId: string
    id: string
    projectId: string
    kind: string
    fromUnitId: string
    fromName: string
    toUnitId: string | null
    toName: string | null
    effectiveOn: string
    reason: string
    officer: string | null
    state: string
    proposedBy: string
    proposedAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  agreementStep: {
    zoneId: string
    id: string
    agreementId: string
    kind: string
    unitId: string | null
    unitName: string | null
    onBehalf: Generated<boolean>
    note: string | null
    takenBy: string
    takenAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  alias: {
    zoneId: string
    id: string
    projectId: string
    name: string
    code: string | null
    investor: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  approval: {
    zoneId: string
    id: string
    projectId: string
    chain: string | null
    item: string | null
    part: string | null
    name: string
    authority: string | null
    limitDays: number | null
    position: number
    acceptedOn: string | null
    decidedOn: string | null
    outcome: string | null
    certificateNo: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  approvalStop: {
    zoneId: string
    id: string
    approvalId: string
    fromOn: string
    toOn: string | null
    turn: string
    reason: string
    stoppedBy: string
    resumedBy: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  auditEvent: {
    zoneId: string
    position: Generated<number>
    at: Date
    kind: string
    actorId: string | null
    entity: string | null
    rowId: string | null
    address: string | null
    detail: Generated<unknown>
  }
  basemap: {
    zoneId: string
    id: string
    kind: string
    layer: string
    address: string
    file: string
    secret: string
    system: string
    credit: string
    nearest: number
    revision: Generated<number>
    removedAt: Date | null
  }
  benefitShare: {
    zoneId: string
    id: string
    agreementId: string
    unitId: string | null
    unitName: string
    percent: string
    position: number
    revision: Generated<number>
    removedAt: Date | null
  }
  blocker: {
    zoneId: string
    id: string
    projectId: string
    title: string
    detail: string | null
    kind: string
    level: string
    state: string
    wantedOn: string | null
    raisedBy: string
    raisedOn: string
    openedOn: string
    daysBefore: Generated<number>
    levelOn: string
    closedOn: string | null
    steps: number
    revision: Generated<number>
    removedAt: Date | null
  }
  blockerStep: {
    zoneId: string
    id: string
    blockerId: string
    position: number
    kind: string
    fromLevel: string
    toLevel: string
    text: string | null
    changes: unknown | null
    madeBy: string
    madeAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  building: {
    zoneId: string
    id: string
    name: string
    number: string | null
    key: string
    kind: string
    parcelId: string | null
    territoryId: string | null
    lon: number | null
    lat: number | null
    address: string | null
    floorAreaM2: string | null
    goodsLiftT: string | null
    completedOn: string | null
    owner: string | null
    note: string | null
    source: string | null
    provenance: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  buildingImport: {
    zoneId: string
    id: string
    fileName: string
    fileSize: number
    fileHash: string
    format: string
    status: string
    reading: unknown
    decisions: unknown
    day: string
    counts: unknown
    digest: string
    createdBy: string
    createdAt: Date
    appliedBy: string | null
    appliedAt: Date | null
    undoneBy: string | null
    undoneAt: Date | null
    revision: Generated<number>
    removedAt: Date | null
  }
  buildingImportRow: {
    zoneId: string
    id: string
    importId: string
    ordinal: number
    place: string
    line: unknown
    findings: unknown
    changes: unknown
    verdict: string
    decision: string | null
  }
  change: {
    zoneId: string
    entity: string
    rowId: string
    revision: number
    operation: string
    recordedFrom: Date
    actorId: string | null
    causeKind: string | null
    causeId: string | null
    image: unknown
    position: Generated<number>
  }
  confirmation: {
    zoneId: string
    id: string
    projectId: string
    ruleSetId: string
    rule: unknown
    holds: boolean
    note: string | null
    confirmedBy: string
    confirmedAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  correction: {
    zoneId: string
    id: string
    projectId: string
    reason: string
    correctedBy: string
    correctedAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  credential: {
    zoneId: string
    id: string
    memberId: string
    passwordHash: string
    mustChange: Generated<boolean>
    changedAt: Date
    failures: Generated<number>
    lockedUntil: Date | null
    revision: Generated<number>
    removedAt: Date | null
  }
  exemption: {
    zoneId: string
    id: string
    projectId: string
    ruleSetId: string
    rule: unknown
    offered: string | null
    reason: string
    paperId: string
    decidedBy: string
    decidedAt: Date
    revision: Generated<number>
    removedAt: Date | null
    verdict: string | null
    industry: string | null
  }
  fairReview: {
    zoneId: string
    id: string
    projectId: string
    conclusion: string
    basis: string
    reviewedOn: string
    paperId: string
    recordedBy: string
    recordedAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  firstContact: {
    zoneId: string
    id: string
    projectId: string
    unitId: string
    unitName: string
    called: string
    investor: string | null
    contactOn: string
    note: string
    explanation: string | null
    contested: string | null
    registeredBy: string
    registeredAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  firstContactDecision: {
    zoneId: string
    id: string
    projectId: string
    unitId: string
    unitName: string
    reason: string
    decidedBy: string
    decidedAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  floor: {
    zoneId: string
    id: string
    buildingId: string
    level: number
    heightM: string | null
    loadTM2: string | null
    areaM2: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  formerPassword: {
    zoneId: string
    id: string
    memberId: string
    passwordHash: string
    replacedAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  goal: {
    zoneId: string
    id: string
    unitId: string
    measure: string
    period: string
    fromOn: string
    toOn: string
    value: string
    setBy: string | null
    setAt: Date
    note: string | null
    provenance: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  headerLesson: {
    zoneId: string
    id: string
    header: string
    field: string | null
    learnedAt: Date
    revision: Generated<number>
    removedAt: Date | null
    unit: string | null
  }
  importIssue: {
    zoneId: string
    id: string
    importId: string
    rowId: string | null
    ordinal: number
    sheet: string
    cell: string
    field: string | null
    code: string
    severity: string
    value: string
    taken: string | null
    suggestions: unknown
    answered: Generated<boolean>
    answer: string | null
  }
  importRow: {
    zoneId: string
    id: string
    importId: string
    ordinal: number
    sheet: string
    rowNumber: number
    name: string | null
    readings: unknown
    verdict: string
    projectId: string | null
    candidates: unknown
    decision: string | null
    differences: unknown
  }
  lease: {
    zoneId: string
    id: string
    roomId: string
    kind: string
    tenant: string | null
    projectId: string | null
    contractNo: string | null
    fromOn: string
    toOn: string | null
    rent: string | null
    rentUnit: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  ledgerImport: {
    zoneId: string
    id: string
    fileName: string
    fileSize: number
    fileHash: string
    status: string
    period: string
    blanks: Generated<string>
    tables: unknown
    notices: unknown
    counts: unknown | null
    createdBy: string
    createdAt: Date
    appliedBy: string | null
    appliedAt: Date | null
    undoneBy: string | null
    undoneAt: Date | null
    revision: Generated<number>
    removedAt: Date | null
    undoKept: unknown | null
  }
  lightRule: {
    zoneId: string
    id: string
    name: string
    preset: string | null
    definition: unknown
    fromMonth: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  member: {
    zoneId: string
    id: string
    login: string
    name: string
    revision: Generated<number>
    removedAt: Date | null
  }
  merge: {
    zoneId: string
    id: string
    keptId: string
    lostId: string
    createdBy: string
    createdAt: Date
    undoneBy: string | null
    undoneAt: Date | null
    revision: Generated<number>
    removedAt: Date | null
  }
  milestone: {
    zoneId: string
    id: string
    projectId: string
    kind: string
    planOn: string | null
    planPrecision: string | null
    forecastOn: string | null
    forecastPrecision: string | null
    actualOn: string | null
    actualPrecision: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  monthLight: {
    zoneId: string
    projectId: string
    month: string
    light: string
    reason: unknown
    ruleId: string | null
    closedAt: Date
  }
  monthTask: {
    zoneId: string
    id: string
    projectId: string
    period: string
    text: string
    doneOn: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  notSame: {
    zoneId: string
    id: string
    firstId: string
    secondId: string
    facts: unknown
    saidBy: string
    saidAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  paper: {
    zoneId: string
    id: string
    projectId: string
    milestone: string
    kind: string
    fileName: string
    fileSize: number
    fileHash: string
    format: string
    addedBy: string
    addedAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  parcel: {
    zoneId: string
    id: string
    number: string | null
    numberKey: string | null
    name: string | null
    status: string
    landUse: string | null
    landClass: string | null
    areaM2: string
    drawnM2: string
    epsg: number
    survey: unknown
    boundary: unknown
    west: number
    south: number
    east: number
    north: number
    lon: number
    lat: number
    territoryId: string | null
    endedOn: string | null
    source: string | null
    note: string | null
    provenance: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  parcelImport: {
    zoneId: string
    id: string
    fileName: string
    fileSize: number
    fileHash: string
    format: string
    status: string
    reading: unknown
    notices: unknown
    counts: unknown
    landPosition: number
    createdBy: string
    createdAt: Date
    appliedBy: string | null
    appliedAt: Date | null
    undoneBy: string | null
    undoneAt: Date | null
    revision: Generated<number>
    removedAt: Date | null
  }
  parcelImportRow: {
    zoneId: string
    id: string
    importId: string
    ordinal: number
    place: string
    layer: string | null
    number: string | null
    name: string | null
    attributes: unknown
    landUse: string | null
    landClass: string | null
    status: string | null
    territoryId: string | null
    survey: unknown | null
    boundary: unknown | null
    epsg: number | null
    declaredM2: string | null
    drawnM2: string | null
    west: number | null
    south: number | null
    east: number | null
    north: number | null
    lon: number | null
    lat: number | null
    findings: unknown
    verdict: string
    parcelId: string | null
    parcelRevision: number | null
    decision: string | null
    areaBy: string | null
  }
  parcelOrigin: {
    zoneId: string
    id: string
    actId: string
    kind: string
    parentId: string
    childId: string
    onDay: string
    revision: Generated<number>
    removedAt: Date | null
  }
  plan: {
    zoneId: string
    id: string
    name: string
    asked: unknown
    answer: unknown
    madeBy: string
    madeAt: Date
    adoptedBy: string | null
    adoptedAt: Date | null
    adoptedUntil: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  post: {
    zoneId: string
    id: string
    memberId: string
    unitId: string
    role: string
    fromOn: string
    toOn: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  progress: {
    zoneId: string
    id: string
    projectId: string
    period: string
    annualPlan: string | null
    monthDone: string | null
    yearDone: string | null
    totalDone: string | null
    physicalProgress: string | null
    progress: string | null
    problem: string | null
    coordination: string | null
    nextStep: string | null
    light: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  project: {
    zoneId: string
    id: string
    name: string
    code: string | null
    investor: string | null
    investorKind: string | null
    chain: string | null
    industryCode: string | null
    scope: string | null
    totalInvestment: string | null
    fixedAssetInvestment: string | null
    foreignCapital: string | null
    landArea: string | null
    floorArea: string | null
    expectedOutput: string | null
    expectedTax: string | null
    firstContactUnit: string | null
    corpsId: string | null
    parcelNo: string | null
    leadOfficial: string | null
    responsibleUnit: string | null
    officer: string | null
    officerId: string | null
    stage: Generated<string>
    standing: Generated<string>
    note: string | null
    provenance: string | null
    revision: Generated<number>
    removedAt: Date | null
    provenStage: string | null
    contactName: string | null
    contactPhone: string | null
  }
  projectGuest: {
    zoneId: string
    id: string
    projectId: string
    memberId: string
    revision: Generated<number>
    removedAt: Date | null
  }
  projectPlace: {
    zoneId: string
    id: string
    projectId: string
    lon: number
    lat: number
    note: string | null
    provenance: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  promise: {
    zoneId: string
    id: string
    projectId: string
    indicator: string
    value: string
    unit: string
    checkStage: string
    dueOn: string | null
    source: string
    promisedBy: string
    promisedAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  promiseActual: {
    zoneId: string
    id: string
    projectId: string
    indicator: string
    value: string
    unit: string
    measuredOn: string
    source: string
    paperId: string | null
    recordedBy: string
    recordedAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  recoveryCode: {
    zoneId: string
    id: string
    memberId: string
    codeHash: string
    usedAt: Date | null
    revision: Generated<number>
    removedAt: Date | null
  }
  reorganisation: {
    zoneId: string
    id: string
    title: string
    effectiveOn: string
    status: string
    steps: unknown
    lines: unknown
    moves: unknown | null
    stoppedBecause: unknown | null
    createdBy: string
    createdAt: Date
    confirmedBy: string | null
    confirmedAt: Date | null
    carriedAt: Date | null
    undoneBy: string | null
    undoneAt: Date | null
    revision: Generated<number>
    removedAt: Date | null
  }
  reservation: {
    zoneId: string
    id: string
    projectId: string
    parcelId: string
    areaM2: string | null
    untilOn: string
    reservedBy: string
    reservedAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  room: {
    zoneId: string
    id: string
    buildingId: string
    floorId: string
    number: string
    numberKey: string
    areaM2: string
    use: string | null
    askingRent: string | null
    askingRentUnit: string | null
    readyOn: string | null
    note: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  ruleSet: {
    zoneId: string
    id: string
    name: string
    preset: string | null
    everywhere: boolean
    rules: unknown
    source: string
    revision: Generated<number>
    removedAt: Date | null
  }
  ruleSetParcel: {
    zoneId: string
    id: string
    ruleSetId: string
    parcelId: string
    revision: Generated<number>
    removedAt: Date | null
  }
  seal: {
    zoneId: string
    number: number
    afterPosition: number
    upToPosition: number
    count: number
    records: string
    algorithm: string
    previous: string
    hash: string
    sealedAt: Date
  }
  searchEntry: {
    zoneId: string
    entity: string
    rowId: string
    body: string
    pinyin: string
    initials: string
    tokens: number[]
  }
  secondFactor: {
    zoneId: string
    id: string
    memberId: string
    secret: string
    startedAt: Date
    confirmedAt: Date | null
    usedStep: number | null
    revision: Generated<number>
    removedAt: Date | null
  }
  securitySetting: {
    zoneId: string
    id: string
    minLength: number
    minLengthAdministrators: number
    classes: number
    history: number
    maxAgeDays: number
    failures: number
    lockMinutes: number
    idleMinutes: number
    firstChange: boolean
    secondFactor: string
    oneSession: boolean
    revision: Generated<number>
    removedAt: Date | null
    wallDays: Generated<number>
  }
  session: {
    zoneId: string
    id: string
    memberId: string
    secretHash: string
    startedAt: Date
    seenAt: Date
    endedAt: Date | null
    agent: string | null
    revision: Generated<number>
    removedAt: Date | null
    address: string | null
    mustRenew: Generated<boolean>
    seenPosition: number | null
    beforeAt: Date | null
    beforePosition: number | null
    kind: Generated<string>
    screen: string | null
    endsOn: string | null
  }
  spaceNeed: {
    zoneId: string
    id: string
    projectId: string
    land: boolean
    rooms: boolean
    areaM2: string
    leastM2: string
    mostM2: string
    onDay: string
    latestOn: string | null
    loadTM2: string | null
    heightM: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  stageEntry: {
    zoneId: string
    id: string
    projectId: string
    fromStage: string
    stage: string
    kind: string
    proven: boolean
    reason: string | null
    evidence: unknown
    enteredBy: string
    enteredAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  stageRule: {
    zoneId: string
    id: string
    stage: string
    needs: unknown
    verified: boolean
    source: string
    revision: Generated<number>
    removedAt: Date | null
  }
  standingChange: {
    zoneId: string
    id: string
    projectId: string
    fromStanding: string
    standing: string
    reasonZh: string | null
    reasonEn: string | null
    note: string | null
    changedBy: string
    changedAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  standingReason: {
    zoneId: string
    id: string
    standing: string
    zh: string
    en: string | null
    position: number
    revision: Generated<number>
    removedAt: Date | null
  }
  support: {
    zoneId: string
    id: string
    projectId: string
    kind: string
    what: string
    ofUnitId: string | null
    ofWhom: string | null
    dueOn: string
    metOn: string | null
    note: string | null
    askedBy: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  territory: {
    zoneId: string
    id: string
    name: string
    boundary: unknown | null
    areaM2: string | null
    source: string | null
    note: string | null
    provenance: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  territoryHolding: {
    zoneId: string
    id: string
    territoryId: string
    unitId: string
    fromOn: string
    toOn: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  unit: {
    zoneId: string
    id: string
    parentId: string | null
    kind: string
    name: string
    position: Generated<number>
    fromOn: string
    toOn: string | null
    revision: Generated<number>
    removedAt: Date | null
  }
  verification: {
    zoneId: string
    id: string
    projectId: string
    milestone: string
    actual: string
    paperIds: string[]
    verifiedBy: string
    verifiedAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  view: {
    zoneId: string
    id: string
    memberId: string
    name: string
    shared: Generated<boolean>
    definition: unknown
    revision: Generated<number>
    removedAt: Date | null
  }
  wordLesson: {
    zoneId: string
    id: string
    field: string
    word: string
    value: string
    learnedAt: Date
    revision: Generated<number>
    removedAt: Date | null
  }
  zone: {
    id: string
    code: string
    name: string
    sample: Generated<boolean>
    createdAt: Date
    contactKey: Generated<string>
  }
}

/** Column names and their database types, in order. */
export const tableColumns = {
  agreement: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    kind: 'text',
    from_unit_id: 'uuid',
    from_name: 'text',
    to_unit_id: 'uuid',
    to_name: 'text',
    effective_on: 'date',
    reason: 'text',
    officer: 'text',
    state: 'text',
    proposed_by: 'uuid',
    proposed_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  agreement_step: {
    zone_id: 'uuid',
    id: 'uuid',
    agreement_id: 'uuid',
    kind: 'text',
    unit_id: 'uuid',
    unit_name: 'text',
    on_behalf: 'bool',
    note: 'text',
    taken_by: 'uuid',
    taken_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  alias: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    name: 'text',
    code: 'text',
    investor: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  approval: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    chain: 'text',
    item: 'text',
    part: 'text',
    name: 'text',
    authority: 'text',
    limit_days: 'int4',
    position: 'int4',
    accepted_on: 'date',
    decided_on: 'date',
    outcome: 'text',
    certificate_no: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  approval_stop: {
    zone_id: 'uuid',
    id: 'uuid',
    approval_id: 'uuid',
    from_on: 'date',
    to_on: 'date',
    turn: 'text',
    reason: 'text',
    stopped_by: 'uuid',
    resumed_by: 'uuid',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  audit_event: {
    zone_id: 'uuid',
    position: 'int8',
    at: 'timestamptz',
    kind: 'text',
    actor_id: 'uuid',
    entity: 'text',
    row_id: 'uuid',
    address: 'text',
    detail: 'jsonb',
  },
  basemap: {
    zone_id: 'uuid',
    id: 'uuid',
    kind: 'text',
    layer: 'text',
    address: 'text',
    file: 'text',
    secret: 'text',
    system: 'text',
    credit: 'text',
    nearest: 'int4',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  benefit_share: {
    zone_id: 'uuid',
    id: 'uuid',
    agreement_id: 'uuid',
    unit_id: 'uuid',
    unit_name: 'text',
    percent: 'numeric',
    position: 'int4',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  blocker: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    title: 'text',
    detail: 'text',
    kind: 'text',
    level: 'text',
    state: 'text',
    wanted_on: 'date',
    raised_by: 'uuid',
    raised_on: 'date',
    opened_on: 'date',
    days_before: 'int4',
    level_on: 'date',
    closed_on: 'date',
    steps: 'int4',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  blocker_step: {
    zone_id: 'uuid',
    id: 'uuid',
    blocker_id: 'uuid',
    position: 'int4',
    kind: 'text',
    from_level: 'text',
    to_level: 'text',
    text: 'text',
    changes: 'jsonb',
    made_by: 'uuid',
    made_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  building: {
    zone_id: 'uuid',
    id: 'uuid',
    name: 'text',
    number: 'text',
    key: 'text',
    kind: 'text',
    parcel_id: 'uuid',
    territory_id: 'uuid',
    lon: 'float8',
    lat: 'float8',
    address: 'text',
    floor_area_m2: 'numeric',
    goods_lift_t: 'numeric',
    completed_on: 'date',
    owner: 'text',
    note: 'text',
    source: 'text',
    provenance: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  building_import: {
    zone_id: 'uuid',
    id: 'uuid',
    file_name: 'text',
    file_size: 'int4',
    file_hash: 'text',
    format: 'text',
    status: 'text',
    reading: 'jsonb',
    decisions: 'jsonb',
    day: 'date',
    counts: 'jsonb',
    digest: 'text',
    created_by: 'uuid',
    created_at: 'timestamptz',
    applied_by: 'uuid',
    applied_at: 'timestamptz',
    undone_by: 'uuid',
    undone_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  building_import_row: {
    zone_id: 'uuid',
    id: 'uuid',
    import_id: 'uuid',
    ordinal: 'int4',
    place: 'text',
    line: 'jsonb',
    findings: 'jsonb',
    changes: 'jsonb',
    verdict: 'text',
    decision: 'text',
  },
  change: {
    zone_id: 'uuid',
    entity: 'text',
    row_id: 'uuid',
    revision: 'int4',
    operation: 'text',
    recorded_from: 'timestamptz',
    actor_id: 'uuid',
    cause_kind: 'text',
    cause_id: 'uuid',
    image: 'jsonb',
    position: 'int8',
  },
  confirmation: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    rule_set_id: 'uuid',
    rule: 'jsonb',
    holds: 'bool',
    note: 'text',
    confirmed_by: 'uuid',
    confirmed_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  correction: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    reason: 'text',
    corrected_by: 'uuid',
    corrected_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  credential: {
    zone_id: 'uuid',
    id: 'uuid',
    member_id: 'uuid',
    password_hash: 'text',
    must_change: 'bool',
    changed_at: 'timestamptz',
    failures: 'int4',
    locked_until: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  exemption: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    rule_set_id: 'uuid',
    rule: 'jsonb',
    offered: 'numeric',
    reason: 'text',
    paper_id: 'uuid',
    decided_by: 'uuid',
    decided_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
    verdict: 'text',
    industry: 'text',
  },
  fair_review: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    conclusion: 'text',
    basis: 'text',
    reviewed_on: 'date',
    paper_id: 'uuid',
    recorded_by: 'uuid',
    recorded_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  first_contact: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    unit_id: 'uuid',
    unit_name: 'text',
    called: 'text',
    investor: 'text',
    contact_on: 'date',
    note: 'text',
    explanation: 'text',
    contested: 'text',
    registered_by: 'uuid',
    registered_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  first_contact_decision: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    unit_id: 'uuid',
    unit_name: 'text',
    reason: 'text',
    decided_by: 'uuid',
    decided_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  floor: {
    zone_id: 'uuid',
    id: 'uuid',
    building_id: 'uuid',
    level: 'int4',
    height_m: 'numeric',
    load_t_m2: 'numeric',
    area_m2: 'numeric',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  former_password: {
    zone_id: 'uuid',
    id: 'uuid',
    member_id: 'uuid',
    password_hash: 'text',
    replaced_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  goal: {
    zone_id: 'uuid',
    id: 'uuid',
    unit_id: 'uuid',
    measure: 'text',
    period: 'text',
    from_on: 'date',
    to_on: 'date',
    value: 'numeric',
    set_by: 'uuid',
    set_at: 'timestamptz',
    note: 'text',
    provenance: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  header_lesson: {
    zone_id: 'uuid',
    id: 'uuid',
    header: 'text',
    field: 'text',
    learned_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
    unit: 'text',
  },
  import_issue: {
    zone_id: 'uuid',
    id: 'uuid',
    import_id: 'uuid',
    row_id: 'uuid',
    ordinal: 'int4',
    sheet: 'text',
    cell: 'text',
    field: 'text',
    code: 'text',
    severity: 'text',
    value: 'text',
    taken: 'text',
    suggestions: 'jsonb',
    answered: 'bool',
    answer: 'text',
  },
  import_row: {
    zone_id: 'uuid',
    id: 'uuid',
    import_id: 'uuid',
    ordinal: 'int4',
    sheet: 'text',
    row_number: 'int4',
    name: 'text',
    readings: 'jsonb',
    verdict: 'text',
    project_id: 'uuid',
    candidates: 'jsonb',
    decision: 'text',
    differences: 'jsonb',
  },
  lease: {
    zone_id: 'uuid',
    id: 'uuid',
    room_id: 'uuid',
    kind: 'text',
    tenant: 'text',
    project_id: 'uuid',
    contract_no: 'text',
    from_on: 'date',
    to_on: 'date',
    rent: 'numeric',
    rent_unit: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  ledger_import: {
    zone_id: 'uuid',
    id: 'uuid',
    file_name: 'text',
    file_size: 'int4',
    file_hash: 'text',
    status: 'text',
    period: 'date',
    blanks: 'text',
    tables: 'jsonb',
    notices: 'jsonb',
    counts: 'jsonb',
    created_by: 'uuid',
    created_at: 'timestamptz',
    applied_by: 'uuid',
    applied_at: 'timestamptz',
    undone_by: 'uuid',
    undone_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
    undo_kept: 'jsonb',
  },
  light_rule: {
    zone_id: 'uuid',
    id: 'uuid',
    name: 'text',
    preset: 'text',
    definition: 'jsonb',
    from_month: 'date',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  member: {
    zone_id: 'uuid',
    id: 'uuid',
    login: 'text',
    name: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  merge: {
    zone_id: 'uuid',
    id: 'uuid',
    kept_id: 'uuid',
    lost_id: 'uuid',
    created_by: 'uuid',
    created_at: 'timestamptz',
    undone_by: 'uuid',
    undone_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  milestone: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    kind: 'text',
    plan_on: 'date',
    plan_precision: 'text',
    forecast_on: 'date',
    forecast_precision: 'text',
    actual_on: 'date',
    actual_precision: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  month_light: {
    zone_id: 'uuid',
    project_id: 'uuid',
    month: 'date',
    light: 'text',
    reason: 'jsonb',
    rule_id: 'uuid',
    closed_at: 'timestamptz',
  },
  month_task: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    period: 'date',
    text: 'text',
    done_on: 'date',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  not_same: {
    zone_id: 'uuid',
    id: 'uuid',
    first_id: 'uuid',
    second_id: 'uuid',
    facts: 'jsonb',
    said_by: 'uuid',
    said_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  paper: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    milestone: 'text',
    kind: 'text',
    file_name: 'text',
    file_size: 'int4',
    file_hash: 'text',
    format: 'text',
    added_by: 'uuid',
    added_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  parcel: {
    zone_id: 'uuid',
    id: 'uuid',
    number: 'text',
    number_key: 'text',
    name: 'text',
    status: 'text',
    land_use: 'text',
    land_class: 'text',
    area_m2: 'numeric',
    drawn_m2: 'numeric',
    epsg: 'int4',
    survey: 'jsonb',
    boundary: 'jsonb',
    west: 'float8',
    south: 'float8',
    east: 'float8',
    north: 'float8',
    lon: 'float8',
    lat: 'float8',
    territory_id: 'uuid',
    ended_on: 'date',
    source: 'text',
    note: 'text',
    provenance: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  parcel_import: {
    zone_id: 'uuid',
    id: 'uuid',
    file_name: 'text',
    file_size: 'int4',
    file_hash: 'text',
    format: 'text',
    status: 'text',
    reading: 'jsonb',
    notices: 'jsonb',
    counts: 'jsonb',
    land_position: 'int8',
    created_by: 'uuid',
    created_at: 'timestamptz',
    applied_by: 'uuid',
    applied_at: 'timestamptz',
    undone_by: 'uuid',
    undone_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  parcel_import_row: {
    zone_id: 'uuid',
    id: 'uuid',
    import_id: 'uuid',
    ordinal: 'int4',
    place: 'text',
    layer: 'text',
    number: 'text',
    name: 'text',
    attributes: 'jsonb',
    land_use: 'text',
    land_class: 'text',
    status: 'text',
    territory_id: 'uuid',
    survey: 'jsonb',
    boundary: 'jsonb',
    epsg: 'int4',
    declared_m2: 'numeric',
    drawn_m2: 'numeric',
    west: 'float8',
    south: 'float8',
    east: 'float8',
    north: 'float8',
    lon: 'float8',
    lat: 'float8',
    findings: 'jsonb',
    verdict: 'text',
    parcel_id: 'uuid',
    parcel_revision: 'int4',
    decision: 'text',
    area_by: 'text',
  },
  parcel_origin: {
    zone_id: 'uuid',
    id: 'uuid',
    act_id: 'uuid',
    kind: 'text',
    parent_id: 'uuid',
    child_id: 'uuid',
    on_day: 'date',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  plan: {
    zone_id: 'uuid',
    id: 'uuid',
    name: 'text',
    asked: 'jsonb',
    answer: 'jsonb',
    made_by: 'uuid',
    made_at: 'timestamptz',
    adopted_by: 'uuid',
    adopted_at: 'timestamptz',
    adopted_until: 'date',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  post: {
    zone_id: 'uuid',
    id: 'uuid',
    member_id: 'uuid',
    unit_id: 'uuid',
    role: 'text',
    from_on: 'date',
    to_on: 'date',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  progress: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    period: 'date',
    annual_plan: 'numeric',
    month_done: 'numeric',
    year_done: 'numeric',
    total_done: 'numeric',
    physical_progress: 'text',
    progress: 'text',
    problem: 'text',
    coordination: 'text',
    next_step: 'text',
    light: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  project: {
    zone_id: 'uuid',
    id: 'uuid',
    name: 'text',
    code: 'text',
    investor: 'text',
    investor_kind: 'text',
    chain: 'text',
    industry_code: 'text',
    scope: 'text',
    total_investment: 'numeric',
    fixed_asset_investment: 'numeric',
    foreign_capital: 'numeric',
    land_area: 'numeric',
    floor_area: 'numeric',
    expected_output: 'numeric',
    expected_tax: 'numeric',
    first_contact_unit: 'text',
    corps_id: 'uuid',
    parcel_no: 'text',
    lead_official: 'text',
    responsible_unit: 'text',
    officer: 'text',
    officer_id: 'uuid',
    stage: 'text',
    standing: 'text',
    note: 'text',
    provenance: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
    proven_stage: 'text',
    contact_name: 'text',
    contact_phone: 'text',
  },
  project_guest: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    member_id: 'uuid',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  project_place: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    lon: 'float8',
    lat: 'float8',
    note: 'text',
    provenance: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  promise: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    indicator: 'text',
    value: 'numeric',
    unit: 'text',
    check_stage: 'text',
    due_on: 'date',
    source: 'text',
    promised_by: 'uuid',
    promised_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  promise_actual: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    indicator: 'text',
    value: 'numeric',
    unit: 'text',
    measured_on: 'date',
    source: 'text',
    paper_id: 'uuid',
    recorded_by: 'uuid',
    recorded_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  recovery_code: {
    zone_id: 'uuid',
    id: 'uuid',
    member_id: 'uuid',
    code_hash: 'text',
    used_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  reorganisation: {
    zone_id: 'uuid',
    id: 'uuid',
    title: 'text',
    effective_on: 'date',
    status: 'text',
    steps: 'jsonb',
    lines: 'jsonb',
    moves: 'jsonb',
    stopped_because: 'jsonb',
    created_by: 'uuid',
    created_at: 'timestamptz',
    confirmed_by: 'uuid',
    confirmed_at: 'timestamptz',
    carried_at: 'timestamptz',
    undone_by: 'uuid',
    undone_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  reservation: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    parcel_id: 'uuid',
    area_m2: 'numeric',
    until_on: 'date',
    reserved_by: 'uuid',
    reserved_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  room: {
    zone_id: 'uuid',
    id: 'uuid',
    building_id: 'uuid',
    floor_id: 'uuid',
    number: 'text',
    number_key: 'text',
    area_m2: 'numeric',
    use: 'text',
    asking_rent: 'numeric',
    asking_rent_unit: 'text',
    ready_on: 'date',
    note: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  rule_set: {
    zone_id: 'uuid',
    id: 'uuid',
    name: 'text',
    preset: 'text',
    everywhere: 'bool',
    rules: 'jsonb',
    source: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  rule_set_parcel: {
    zone_id: 'uuid',
    id: 'uuid',
    rule_set_id: 'uuid',
    parcel_id: 'uuid',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  seal: {
    zone_id: 'uuid',
    number: 'int8',
    after_position: 'int8',
    up_to_position: 'int8',
    count: 'int4',
    records: 'text',
    algorithm: 'text',
    previous: 'text',
    hash: 'text',
    sealed_at: 'timestamptz',
  },
  search_entry: {
    zone_id: 'uuid',
    entity: 'text',
    row_id: 'uuid',
    body: 'text',
    pinyin: 'text',
    initials: 'text',
    tokens: '_int4',
  },
  second_factor: {
    zone_id: 'uuid',
    id: 'uuid',
    member_id: 'uuid',
    secret: 'text',
    started_at: 'timestamptz',
    confirmed_at: 'timestamptz',
    used_step: 'int8',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  security_setting: {
    zone_id: 'uuid',
    id: 'uuid',
    min_length: 'int4',
    min_length_administrators: 'int4',
    classes: 'int4',
    history: 'int4',
    max_age_days: 'int4',
    failures: 'int4',
    lock_minutes: 'int4',
    idle_minutes: 'int4',
    first_change: 'bool',
    second_factor: 'text',
    one_session: 'bool',
    revision: 'int4',
    removed_at: 'timestamptz',
    wall_days: 'int4',
  },
  session: {
    zone_id: 'uuid',
    id: 'uuid',
    member_id: 'uuid',
    secret_hash: 'text',
    started_at: 'timestamptz',
    seen_at: 'timestamptz',
    ended_at: 'timestamptz',
    agent: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
    address: 'text',
    must_renew: 'bool',
    seen_position: 'int8',
    before_at: 'timestamptz',
    before_position: 'int8',
    kind: 'text',
    screen: 'text',
    ends_on: 'date',
  },
  space_need: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    land: 'bool',
    rooms: 'bool',
    area_m2: 'numeric',
    least_m2: 'numeric',
    most_m2: 'numeric',
    on_day: 'date',
    latest_on: 'date',
    load_t_m2: 'numeric',
    height_m: 'numeric',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  stage_entry: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    from_stage: 'text',
    stage: 'text',
    kind: 'text',
    proven: 'bool',
    reason: 'text',
    evidence: 'jsonb',
    entered_by: 'uuid',
    entered_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  stage_rule: {
    zone_id: 'uuid',
    id: 'uuid',
    stage: 'text',
    needs: 'jsonb',
    verified: 'bool',
    source: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  standing_change: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    from_standing: 'text',
    standing: 'text',
    reason_zh: 'text',
    reason_en: 'text',
    note: 'text',
    changed_by: 'uuid',
    changed_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  standing_reason: {
    zone_id: 'uuid',
    id: 'uuid',
    standing: 'text',
    zh: 'text',
    en: 'text',
    position: 'int4',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  support: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    kind: 'text',
    what: 'text',
    of_unit_id: 'uuid',
    of_whom: 'text',
    due_on: 'date',
    met_on: 'date',
    note: 'text',
    asked_by: 'uuid',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  territory: {
    zone_id: 'uuid',
    id: 'uuid',
    name: 'text',
    boundary: 'jsonb',
    area_m2: 'numeric',
    source: 'text',
    note: 'text',
    provenance: 'text',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  territory_holding: {
    zone_id: 'uuid',
    id: 'uuid',
    territory_id: 'uuid',
    unit_id: 'uuid',
    from_on: 'date',
    to_on: 'date',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  unit: {
    zone_id: 'uuid',
    id: 'uuid',
    parent_id: 'uuid',
    kind: 'text',
    name: 'text',
    position: 'int4',
    from_on: 'date',
    to_on: 'date',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  verification: {
    zone_id: 'uuid',
    id: 'uuid',
    project_id: 'uuid',
    milestone: 'text',
    actual: 'text',
    paper_ids: '_uuid',
    verified_by: 'uuid',
    verified_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  view: {
    zone_id: 'uuid',
    id: 'uuid',
    member_id: 'uuid',
    name: 'text',
    shared: 'bool',
    definition: 'jsonb',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  word_lesson: {
    zone_id: 'uuid',
    id: 'uuid',
    field: 'text',
    word: 'text',
    value: 'text',
    learned_at: 'timestamptz',
    revision: 'int4',
    removed_at: 'timestamptz',
  },
  zone: {
    id: 'uuid',
    code: 'text',
    name: 'text',
    sample: 'bool',
    created_at: 'timestamptz',
    contact_key: 'text',
  },
} as const
