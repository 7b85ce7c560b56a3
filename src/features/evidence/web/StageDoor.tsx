import { App, Button } from 'antd'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { DoorConditions } from '../../preconditions/web/DoorConditions.tsx'
import { stageWords } from '../../projects/stages.ts'
import type { Evidence, StageState } from '../contract.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { NeedList } from './NeedList.tsx'
import { StandingDialog } from './StandingDialog.tsx'
import { useEvidence, useEvidenceActs } from './use-evidence.ts'
import './stage-door.css'

/** Under the rail: what the next stage needs and what is missing, before anybody asks; and the ways on. */
export function StageDoor({ projectId }: { projectId: string }) {
  const { data } = useEvidence(projectId)
  return data ? <Doors projectId={projectId} evidence={data} /> : <div className="zt-door" />
}

function Doors({ projectId, evidence }: { projectId: string; evidence: Evidence }) {
  const t = useWords('evidence')
  const [open, setOpen] = useState<'move' | 'standing'>()
  const { stage, next, standing, isProven } = evidence
  const stateOf = (wanted: string | null) => evidence.stages.find((one) => one.stage === wanted)
  const mayAct = evidence.abilities.includes('update')
  const isMoving = standing === 'ongoing'
  const here = stateOf(stage)
  const ahead = stateOf(next)
  const props = { projectId, evidence, mayAct: mayAct && isMoving }
  return (
    <div className="zt-door">
      {isMoving && !isProven && here && <Door {...props} state={here} isHere />}
      {isMoving && ahead && <Door {...props} state={ahead} />}
      {!next && <p className="zt-quiet">{t('door.last')}</p>}
      {mayAct && (
        <p className="zt-door-ways">
          {isMoving && (
            <Button type="text" size="small" onClick={() => setOpen('move')}>
              {t('door.other')}
            </Button>
          )}
          {standing !== 'transferred' && (
            <Button type="text" size="small" onClick={() => setOpen('standing')}>
              {t(isMoving ? 'door.standing' : 'door.resume')}
            </Button>
          )}
        </p>
      )}
      {open === 'move' && (
        <MoveDialog projectId={projectId} evidence={evidence} onClose={() => setOpen(undefined)} />
      )}
      {open === 'standing' && (
        <StandingDialog projectId={projectId} evidence={evidence} onClose={() => setOpen(undefined)} />
      )}
    </div>
  )
}

type DoorProps = {
  projectId: string
  evidence: Evidence
  state: StageState
  mayAct: boolean
  /** The stage it stands at, written without evidence. */
  isHere?: boolean
}

function Door({ projectId, evidence, state, mayAct, isHere = false }: DoorProps) {
  const t = useWords('evidence')
  const { language } = useLanguage()
  const { message } = App.useApp()
  const { enter } = useEvidenceActs(projectId)
  const stage = stageWords[state.stage][language]
  const isReady = state.missing.length === 0

  async function go() {
    try {
      await enter.mutateAsync({ from: evidence.stage, to: state.stage })
      message.success(t(isHere ? 'door.confirmed' : 'door.done', { stage }))
    } catch (problem) {
      message.error((problem as Error).message, 8)
    }
  }

  return (
    <section className="zt-door-stage" aria-label={t(isHere ? 'door.confirm' : 'door.next', { stage })}>
      <div>
        <h3>
          {t(isHere ? 'door.confirm' : 'door.next', { stage })}
          <span className={isReady ? 'zt-door-ready' : 'zt-quiet'}>
            {isReady
              ? t(state.needs.length === 0 ? 'door.nothing' : 'door.ready')
              : t('door.missing', { count: state.missing.length })}
          </span>
        </h3>
        <NeedList state={state} />
        <DoorConditions projectId={projectId} stage={state.stage} />
        <p className="zt-door-source">{t('door.source', { source: state.source })}</p>
      </div>
      {mayAct && (
        <Button
          type={isHere ? 'default' : 'primary'}
          disabled={!isReady}
          loading={enter.isPending}
          onClick={() => void go()}
        >
          {t(isHere ? 'door.confirmNow' : 'door.enter', { stage })}
        </Button>
      )}
    </section>
  )
}
