import { type Stage, stages } from './stages.ts'

/** The five phases that the fourteen stages fall into, each with a colour of its own. */
export const phaseKeys = ['seek', 'sign', 'build', 'run', 'review'] as const
export type Phase = (typeof phaseKeys)[number]

const phases: Record<Stage, Phase> = {
  lead: 'seek',
  engaged: 'seek',
  negotiating: 'seek',
  underReview: 'seek',
  signed: 'sign',
  landed: 'sign',
  landSupplied: 'sign',
  started: 'build',
  underConstruction: 'build',
  completed: 'build',
  inProduction: 'run',
  aboveScale: 'run',
  fullCapacity: 'run',
  contractReview: 'review',
}

export const isStage = (text: unknown): text is Stage => stages.some((stage) => stage === text)
export const phaseOf = (stage: Stage): Phase => phases[stage]
export const stagesOf = (phase: Phase): Stage[] => stages.filter((stage) => phases[stage] === phase)
