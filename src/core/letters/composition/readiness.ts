import { readPresent } from '../../breach/minutes.ts'
import type { Breach } from '../../breach/model.ts'
import { missingOfNotification } from '../../breach/rules.ts'
import { missingForAnswer } from '../../case/stage.ts'
import { isFirmShutOut } from '../../conflicts/rules.ts'
import { clockKey, lastExtendedDay } from '../../deadlines/extensions.ts'
import { RULE } from '../../deadlines/rule-table.ts'
import { assertNever, type Issue } from '../../kernel/errors.ts'
import { clockTable } from '../../settings/clock-table.ts'
import type { ParticularName, Requirement } from '../kind-record.ts'
import { isAboutRights, OPTIONAL_PARTICULARS, particularsOf, traitsOf } from '../kinds.ts'
import type { Signatory } from '../model.ts'
import { isOverdue } from '../../remediation/rules.ts'
import { canCarryOut, standingRights } from '../../rights/rules.ts'
import { passedRights, refusedRights } from '../particulars.ts'
import { isSheet, listsMeasures, type LetterPlan } from './letter-content.ts'
import type { LetterFacts } from './facts.ts'
import { lateAnswer, promisesAnswer } from './late-answer.ts'
import { namedRights } from './rights-part.ts'
import { affectedItems } from './merge-values.ts'
import { statedSteps } from './steps-in-letter.ts'

/** Without these nobody can tell who answers, or answer back. */
const LETTERHEAD = ['legalName', 'boardName', 'address', 'phone', 'email', 'place'] as const

/**
 * What must be on record before such a letter can be submitted, approved and issued. `path` is the room
 * where it is put right: one of the case, `letter` for the letter itself, `settings` for the letterhead.
 */
export function missingForLetter(
  plan: LetterPlan,
  signatory: Signatory,
  facts: LetterFacts,
): readonly Issue[] {
  return [
    ...missingLetterhead(facts),
    ...(isSheet(plan.kind) ? [] : missingSignatory(signatory)),
    ...missingParticulars(plan),
    ...missingNewDays(plan, facts),
    ...missingNewAnswerDay(plan, facts),
    ...daysOver(plan, facts),
    ...missingFacts(plan, facts),
  ]
}

function missingLetterhead({ settings: { organisation } }: LetterFacts): readonly Issue[] {
  return LETTERHEAD.filter((field) => organisation[field].trim() === '').map((field) => ({
    path: 'settings',
    code: 'LETTERHEAD_MISSING',
    params: { letterhead: field },
  }))
}

function missingSignatory({ title, name }: Signatory): readonly Issue[] {
  return title.trim() === '' || name.trim() === ''
    ? [{ path: 'letter', code: 'SIGNATORY_MISSING' }]
    : []
}

function missingParticulars({ kind, variant, particulars }: LetterPlan): readonly Issue[] {
  return particularsOf(kind, variant)
    .filter((name) => !OPTIONAL_PARTICULARS.includes(name))
    .filter((name) => particulars[name] === null || particulars[name] === '')
    .map(missingParticular)
}

/** A right whose day is over is promised for a new one: no letter says less, or a day that is past. */
function missingNewDays(plan: LetterPlan, facts: LetterFacts): readonly Issue[] {
  if (!isAboutRights(plan)) return []
  return namedRights(facts, plan)
    .filter(({ right, late, promised, refusedHere }) => {
      return right.state === 'open' && late && promised === null && !refusedHere
    })
    .map(({ right }) => ({
      path: 'overview',
      code: 'RIGHT_NEW_DAY_MISSING',
      params: { right: right.kind },
    }))
}

/** The same of the answer to the complaint. */
function missingNewAnswerDay(plan: LetterPlan, facts: LetterFacts): readonly Issue[] {
  const { answerBy } = plan.particulars
  if (!promisesAnswer(plan.kind, plan.variant) || lateAnswer(facts, plan) === null) return []
  if (answerBy === null) return [missingParticular('answerBy')]
  return answerBy < facts.today ? [{ path: 'letter', code: 'ANSWER_DAY_OVER' }] : []
}

/**
 * Days a letter would state that are over: by when a measure is to be done (where the letter lists them), and by when whoever
 * gets it is to reply. A day that has passed is no promise, and nobody can reply by it.
 */
function daysOver(plan: LetterPlan, { file, today }: LetterFacts): readonly Issue[] {
  const { kind, variant, particulars } = plan
  const { replyBy } = particulars
  const steps = listsMeasures(kind) ? statedSteps(kind, file.steps) : []
  return [
    ...steps.flatMap((step): readonly Issue[] =>
      isOverdue(step, today) && step.dueOn !== null
        ? [{ path: 'remedy', code: 'REMEDY_DAY_OVER', params: { day: step.dueOn } }]
        : [],
    ),
    ...(particularsOf(kind, variant).includes('replyBy') && replyBy !== null && replyBy < today
      ? [{ path: 'letter', code: 'REPLY_DAY_OVER', params: { day: replyBy } } as const]
      : []),
  ]
}

function missingParticular(name: ParticularName): Issue {
  return { path: 'letter', code: 'PARTICULAR_MISSING', params: { particular: name } }
}

function missingFacts(plan: LetterPlan, facts: LetterFacts): readonly Issue[] {
  return traitsOf(plan).requires.flatMap((requirement) => missingOf(requirement, plan, facts))
}

function missingOf(
  requirement: Requirement,
  { kind, particulars }: LetterPlan,
  facts: LetterFacts,
): readonly Issue[] {
  const { file, settings } = facts
  switch (requirement) {
    case 'answer-day':
      return file.deadlines.some(({ rule }) => rule === RULE.policyAnswer)
        ? []
        : [{ path: 'overview', code: 'DEADLINE_MISSING' }]
    case 'extension':
      return missingOfExtension(particulars, facts)
    case 'whole-answer':
      return [...missingForAnswer(file), ...missingOfNotification(file)]
    case 'data-items':
      return affectedItems(kind, file).length === 0
        ? [{ path: 'overview', code: 'DATA_ITEMS_MISSING' }]
        : []
    case 'measures':
      return statedSteps(kind, file.steps).length === 0
        ? [{ path: 'remedy', code: 'REMEDY_MISSING' }]
        : []
    case 'detection':
      return isStanding(file.breach)
        ? missingFactsOf(file.breach, ['detectedHow'])
        : [{ path: 'breach', code: 'BREACH_MISSING' }]
    case 'contacts':
      return missingSettings(settings, ['officerName', 'officerPhone'])
    case 'minutes':
      return isStanding(file.breach) ? missingOfMinutes(file.breach) : []
    case 'violation':
      return missingOfViolation(file.breach)
    case 'confirmed-violation':
      return file.breach?.state === 'suspected'
        ? [{ path: 'breach', code: 'BREACH_NOT_CONFIRMED' }]
        : []
    case 'notifier':
      return isStanding(file.breach) ? missingOfNotifier(settings) : []
    case 'engagement':
      return missingEngagement(particulars, facts)
    case 'refused-rights':
      return missingOfRefusal(particulars, file.rights)
    case 'passed-rights':
      return missingOfPassing(particulars, facts)
    case 'named-recipient':
      return particulars.recipientName === '' ? [missingParticular('recipientName')] : []
    default:
      return assertNever(requirement)
  }
}

function missingOfViolation(breach: Breach | null): readonly Issue[] {
  if (!isStanding(breach)) return [{ path: 'breach', code: 'BREACH_MISSING' }]
  return missingFactsOf(breach, BREACH_FACTS)
}

function missingFactsOf(breach: Breach, fields: readonly (keyof Breach)[]): readonly Issue[] {
  return fields
    .filter((field) => {
      const fact = breach[field]
      return fact === null || fact === '' || (Array.isArray(fact) && fact.length === 0)
    })
    .map((field) => ({
      path: 'breach',
      code: 'BREACH_FACT_MISSING',
      params: { breachFact: field },
    }))
}

/** What a record (biên bản) needs: where, when, who with their parts, how many copies, and what was decided. */
function missingOfMinutes(breach: Breach): readonly Issue[] {
  const present = readPresent(breach.minutesPresent)
  const nameless = present.find(({ capacity }) => capacity === '')
  return [
    ...missingFactsOf(breach, MINUTES_FACTS),
    ...(nameless === undefined
      ? []
      : [
          {
            path: 'breach',
            code: 'PRESENT_ROLE_MISSING',
            params: { name: nameless.name },
          } as const,
        ]),
    ...(breach.harmNotice === 'undecided'
      ? [{ path: 'breach', code: 'NOTIFICATION_UNDECIDED' } as const]
      : []),
  ]
}

function isStanding(breach: Breach | null): breach is Breach {
  return breach !== null && breach.state !== 'ruled-out'
}

/** Who the authority can ask back, and which authority it is. */
function missingOfNotifier(settings: LetterFacts['settings']): readonly Issue[] {
  return missingSettings(settings, NOTICE_FACTS)
}

function missingSettings(
  { notices }: LetterFacts['settings'],
  fields: readonly (typeof NOTICE_FACTS)[number][],
): readonly Issue[] {
  return fields
    .filter((field) => notices[field].trim() === '')
    .map((field) => ({
      path: 'settings',
      code: 'NOTICE_SETTING_MISSING',
      params: { noticeSetting: field },
    }))
}

/** Article 28.1 of Decree 356/2025: nature, place, what data, consequences, measures. */
const BREACH_FACTS = ['happened', 'place', 'dataItems', 'consequence', 'measures'] as const
const MINUTES_FACTS = [
  ...(['minutesPlace', 'minutesFrom', 'minutesTo', 'minutesCopies', 'minutesPresent'] as const),
]
const NOTICE_FACTS = ['officerName', 'officerTitle', 'officerPhone', 'authorityName'] as const

/** A refusal says which of the open rights it refuses; what was carried out or taken back is not refused any more. */
function missingOfRefusal(
  particulars: LetterPlan['particulars'],
  rights: LetterFacts['file']['rights'],
): readonly Issue[] {
  const ids = refusedRights(particulars)
  const missing = ids.length === 0 && rights.some(({ state }) => state === 'open')
  if (missing) return [{ path: 'letter', code: 'REFUSED_RIGHT_MISSING' }]
  const refusable = rights.filter(({ state }) => state === 'open' || state === 'refused')
  return ids.every((id) => refusable.some((right) => right.id === id))
    ? []
    : [{ path: 'letter', code: 'REFUSED_RIGHT_SETTLED' }]
}

/** A request to a processor says which of the rights asked for it passes on; one that was taken back is passed on no more, and none before it may be carried out. */
function missingOfPassing(
  particulars: LetterPlan['particulars'],
  { file, settings }: Pick<LetterFacts, 'file' | 'settings'>,
): readonly Issue[] {
  const ids = passedRights(particulars)
  if (ids.length === 0) return [{ path: 'letter', code: 'PASSED_RIGHT_MISSING' }]
  const passed = standingRights(file.rights).filter(({ id }) => ids.includes(id))
  if (passed.length < ids.length) return [{ path: 'letter', code: 'REFUSED_RIGHT_SETTLED' }]
  const reasons = passed.flatMap((right) => {
    const decision = canCarryOut(right, file.complaint, settings.rights.needIdentity)
    return decision.allowed ? [] : decision.reasons.map(({ code }) => code)
  })
  // Said once, whichever of them lacks it; all of it is put right on the overview.
  return [...new Set(reasons)].map((code) => ({ path: 'overview', code }))
}

/** A longer time is for a clock of this case that still runs, within what its rule allows. */
function missingOfExtension(
  { clock: key, newEnd }: LetterPlan['particulars'],
  { file, settings, today }: Pick<LetterFacts, 'file' | 'settings' | 'today'>,
): readonly Issue[] {
  if (key === null) return []
  const clock = file.deadlines.find((each) => clockKey(each) === key)
  if (clock?.state !== 'running') return [{ path: 'letter', code: 'CLOCK_NOT_RUNNING' }]
  // Told when the time is over it counts for nothing: what is late is promised anew and apologised for.
  if (today > clock.legalEnd) return [{ path: 'letter', code: 'EXTENSION_TOO_LATE' }]
  const last = lastExtendedDay(clock, clockTable(settings))
  if (last === null) return [{ path: 'letter', code: 'CLOCK_NOT_EXTENDABLE' }]
  if (newEnd === null) return []
  if (newEnd <= clock.legalEnd) {
    return [{ path: 'letter', code: 'NEW_END_NOT_LATER', params: { due: clock.legalEnd } }]
  }
  return newEnd > last ? [{ path: 'letter', code: 'NEW_END_TOO_LATE', params: { last } }] : []
}

function missingEngagement(
  { engagementId }: LetterPlan['particulars'],
  { file, firms }: LetterFacts,
): readonly Issue[] {
  const engagement = file.engagements.find(({ id }) => id === engagementId)
  if (engagementId === null) return []
  if (engagement !== undefined && isFirmShutOut(file.conflicts, engagement.firmId)) {
    return [{ path: 'letter', code: 'FIRM_CONCERNED' }]
  }
  return firms.some((firm) => firm.id === engagement?.firmId)
    ? []
    : [{ path: 'letter', code: 'ENGAGEMENT_UNKNOWN' }]
}
