import { liveSteps, type RemediationStep } from '../../remediation/model.ts'
import { REMEDIES } from '../../taxonomies/remedies.ts'
import { LETTERS, type LetterKind } from '../kinds.ts'

/**
 * The remediation steps a letter of this kind states. Everybody else is told what kind of measure was
 * taken against the incident, once each: what stands in the case about it was written of one person, and
 * what was done at that person's own request would tell what they asked for.
 */
export function statedSteps(
  kind: LetterKind,
  steps: readonly RemediationStep[],
): readonly RemediationStep[] {
  const live = liveSteps(steps)
  if (LETTERS[kind].steps === 'all') return live
  const measures = live
    .filter(({ type }) => !isPersonal(type))
    .map((step) => ({ ...step, description: '' }))
  return measures.filter(
    (step, at) => measures.findIndex((other) => saysTheSame(step, other)) === at,
  )
}

function isPersonal(type: string): boolean {
  return REMEDIES.find(({ code }) => code === type)?.personal === true
}

function saysTheSame(left: RemediationStep, right: RemediationStep): boolean {
  return (
    left.type === right.type &&
    left.state === right.state &&
    left.doneOn === right.doneOn &&
    left.dueOn === right.dueOn
  )
}
