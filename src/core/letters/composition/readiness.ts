import type { Breach } from '../../breach/model.ts'
import { missingForAnswer } from '../../case/stage.ts'
import { clockKey, lastExtendedDay } from '../../deadlines/extensions.ts'
import { assertNever, type Issue } from '../../kernel/errors.ts'
import { clockTable } from '../../settings/clock-table.ts'
import { particularsOf, type ParticularName } from '../kinds.ts'
import type { Signatory } from '../model.ts'
import { isSheet, type LetterPlan } from './compose.ts'
import type { LetterFacts } from './facts.ts'
import { statedSteps } from './stated-steps.ts'

/** Particulars a letter can do without. */
const OPTIONAL: readonly ParticularName[] = [
  'consequence',
  'recipientName',
  'recipientAddress',
  'recipientEmail',
]

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
    .filter((name) => !OPTIONAL.includes(name))
    .filter((name) => particulars[name] === null || particulars[name] === '')
    .map((name) => ({ path: 'letter', code: 'PARTICULAR_MISSING', params: { particular: name } }))
}

function missingFacts(
  { kind, variant, particulars }: LetterPlan,
  { file, firms, settings }: LetterFacts,
): readonly Issue[] {
  const { complaint, deadlines } = file
  switch (kind) {
    case 'L1':
    case 'L9':
      return deadlines.some(({ rule }) => rule === 'T-POL-30')
        ? []
        : [{ path: 'overview', code: 'DEADLINE_MISSING' }]
    case 'L2':
      return []
    case 'L3':
      return variant === 'extension' ? missingOfExtension(particulars, { file, settings }) : []
    case 'L4':
      return missingForAnswer(file)
    case 'L5':
      return []
    case 'L6':
      return [
        ...(complaint.dataItems.length === 0
          ? [{ path: 'overview', code: 'DATA_ITEMS_MISSING' }]
          : []),
        // Whom an incident touched is owed the measures: that none is needed is no answer to them.
        ...(statedSteps(kind, file.steps).length === 0
          ? [{ path: 'remedy', code: 'REMEDY_MISSING' }]
          : []),
      ]
    case 'L7':
      return missingOfViolation(variant, file.breach, settings)
    case 'L8':
      return missingAddressee(variant, particulars, file, firms)
    default:
      return assertNever(kind)
  }
}

/** Form 08 leaves nothing open but what is not known yet; a record confirms, so nothing less will do. */
function missingOfViolation(
  variant: string,
  breach: Breach | null,
  { notices }: LetterFacts['settings'],
): readonly Issue[] {
  if (breach === null || breach.state === 'ruled-out') {
    return [{ path: 'breach', code: 'BREACH_MISSING' }]
  }
  const facts = BREACH_FACTS.filter((field) => breach[field].length === 0).map((field) => ({
    path: 'breach',
    code: 'BREACH_FACT_MISSING',
    params: { breachFact: field },
  }))
  const unconfirmed =
    variant === 'record' && breach.state !== 'confirmed'
      ? [{ path: 'breach', code: 'BREACH_NOT_CONFIRMED' }]
      : []
  const officer = NOTICE_FACTS.filter((field) => notices[field].trim() === '').map((field) => ({
    path: 'settings',
    code: 'NOTICE_SETTING_MISSING',
    params: { noticeSetting: field },
  }))
  return [...facts, ...unconfirmed, ...officer]
}

/** Article 28.1 of Decree 356/2025: nature, place, what data, consequences, measures. */
const BREACH_FACTS = ['happened', 'place', 'dataItems', 'consequence', 'measures'] as const
const NOTICE_FACTS = ['officerName', 'officerTitle', 'officerPhone', 'authorityName'] as const

/** A longer time is for a clock of this case that still runs, within what its rule allows. */
function missingOfExtension(
  { clock: key, newEnd }: LetterPlan['particulars'],
  { file, settings }: Pick<LetterFacts, 'file' | 'settings'>,
): readonly Issue[] {
  if (key === null) return []
  const clock = file.deadlines.find((each) => clockKey(each) === key)
  if (clock?.state !== 'running') return [{ path: 'letter', code: 'CLOCK_NOT_RUNNING' }]
  const last = lastExtendedDay(clock, clockTable(settings))
  if (last === null) return [{ path: 'letter', code: 'CLOCK_NOT_EXTENDABLE' }]
  if (newEnd === null) return []
  if (newEnd <= clock.legalEnd) {
    return [{ path: 'letter', code: 'NEW_END_NOT_LATER', params: { due: clock.legalEnd } }]
  }
  return newEnd > last ? [{ path: 'letter', code: 'NEW_END_TOO_LATE', params: { last } }] : []
}

function missingAddressee(
  variant: string,
  particulars: LetterPlan['particulars'],
  file: LetterFacts['file'],
  firms: LetterFacts['firms'],
): readonly Issue[] {
  if (variant === 'processor') {
    return particulars.recipientName === ''
      ? [
          {
            path: 'letter',
            code: 'PARTICULAR_MISSING',
            params: { particular: 'recipientName' },
          },
        ]
      : []
  }
  const engagement = file.engagements.find(({ id }) => id === particulars.engagementId)
  return particulars.engagementId !== null && !firms.some((firm) => firm.id === engagement?.firmId)
    ? [{ path: 'letter', code: 'ENGAGEMENT_UNKNOWN' }]
    : []
}
