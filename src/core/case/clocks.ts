import { rulesOfBreach, startOfDuty, type Breach, type BreachNotice } from '../breach/model.ts'
import type { AuthorityRequest } from '../complaints/authority.ts'
import { isEndingInForce } from '../complaints/endings.ts'
import { ENDINGS, type Complaint } from '../complaints/model.ts'
import type { WorkCalendar } from '../deadlines/counting.ts'
import type { Extension } from '../deadlines/extensions.ts'
import type { DerivedDeadline } from '../deadlines/model.ts'
import { RULE, type DeadlineRule } from '../deadlines/rule-table.ts'
import {
  computeDeadline,
  ruleOn,
  type ClockTable,
  type ComputedDeadline,
} from '../deadlines/rules.ts'
import { wasLookedAt, type StateCheck } from '../investigation/model.ts'
import {
  addDays,
  addMinutes,
  daysBetween,
  startOfVietnamDay,
  vietnamDate,
  type Instant,
  type LocalDate,
} from '../kernel/calendar.ts'
import { answersOf, fulfilledBy } from '../letters/kinds.ts'
import type { Dispatch, Letter } from '../letters/model.ts'
import { tellsOf } from '../letters/rules.ts'
import { PROCESSOR_TAKES_LONGER, RULE_OF_RIGHT, type RightRequest } from '../rights/model.ts'
import type { CaseFile } from './case-file.ts'
import { notifiedExtensions } from './notified-extensions.ts'

/** The facts that start, stop and lengthen the clocks of a case. */
export type ClockFacts = Readonly<{
  complaint: Pick<Complaint, 'receivedAt' | 'status' | 'endingId' | 'withdrawalEvidenceId'>
  stateChecks: readonly Pick<StateCheck, 'checkedAt' | 'finding'>[]
  letters: readonly Pick<Letter, 'id' | 'kind' | 'variant' | 'rightIds' | 'issuedAt' | 'issuedOn'>[]
  dispatches: readonly Pick<Dispatch, 'letterId' | 'sentOn' | 'recordedAt' | 'struckAt'>[]
  rights: readonly RightRequest[]
  breach: Breach | null
  notices: readonly BreachNotice[]
  extensions: readonly Extension[]
  /** What an authority set for this complaint, and when it was answered; null where none did. */
  authority: Pick<AuthorityRequest, 'dueOn' | 'answeredOn'> | null
}>

/** The facts of a case its clocks are derived from. */
export function clockFacts(file: CaseFile): ClockFacts {
  const { complaint, stateChecks, letters, dispatches, rights, breach } = file
  return {
    complaint,
    stateChecks,
    letters,
    dispatches,
    rights,
    breach,
    notices: file.breachNotices,
    extensions: notifiedExtensions(file),
    authority: complaint.authority,
  }
}

/** An act that fulfils a duty: the moment of it, and the day it counts for. */
type Act = Readonly<{ at: Instant; on: LocalDate }>

type Duty = Pick<DerivedDeadline, 'rule' | 'trigger' | 'triggerId' | 'startsAt' | 'viaProcessor'> &
  Readonly<{
    fulfilledBy: Act | null
    over: boolean
    /** The last day, where somebody set it and nothing is counted. */
    endsOn?: LocalDate
  }>

/**
 * Every clock the facts of a case call for, with its ends and whether it still runs. Nothing about a clock
 * is set by hand: an act taken back lets it run again. The policy's 30 days are never lengthened. A rule
 * that was not in force on the day a duty began makes no clock.
 */
export function deriveClocks(facts: ClockFacts, table: ClockTable): readonly DerivedDeadline[] {
  const duties = [
    ...receiptDuties(facts),
    ...rightDuties(facts),
    ...breachDuties(facts),
    ...authorityDuties(facts),
  ]
  return duties.flatMap((duty) => {
    const startsOn = vietnamDate(duty.startsAt)
    const rule = ruleOn(duty.rule, startsOn, table.rules)
    return rule === null ? [] : [clockOf(duty, rule, facts, table.calendarFrom(startsOn))]
  })
}

function clockOf(
  duty: Duty,
  rule: DeadlineRule,
  facts: ClockFacts,
  calendar: WorkCalendar,
): DerivedDeadline {
  const { fulfilledBy, over, endsOn, ...named } = duty
  const { viaProcessor, startsAt } = duty
  const plain = computeDeadline(rule, startsAt, calendar, { viaProcessor })
  const extension = extensionOf(duty, rule, plain, facts)
  const { startsOn, legalEnd, target, endsAt } =
    endsOn !== undefined
      ? setEnd(plain, endsOn)
      : extension === 0
        ? plain
        : computeDeadline(rule, startsAt, calendar, { viaProcessor, extension })
  const ends = { ...named, startsOn, extension, legalEnd, target, endsAt }
  if (fulfilledBy !== null) {
    // A limit in hours is met to the minute, one in days by the day.
    const inTime = rule.unit === 'hours' ? fulfilledBy.at <= endsAt : fulfilledBy.on <= legalEnd
    // An act of a day is kept without its hour: on the day the duty began it counts from the beginning.
    const stoppedAt = fulfilledBy.at < startsAt ? startsAt : fulfilledBy.at
    return { ...ends, state: inTime ? 'met' : 'missed', stoppedAt }
  }
  return { ...ends, state: over ? 'ended' : 'running', stoppedAt: null }
}

/** A day that was set is the last one, whatever day it is. */
function setEnd(plain: ComputedDeadline, day: LocalDate): ComputedDeadline {
  const endsAt = startOfVietnamDay(addDays(day, 1))
  return { ...plain, rawEnd: day, legalEnd: day, target: day, endsAt }
}

/** What an authority or a court asks outlives the complaint, and runs to the day it set, past or to come. */
function authorityDuties({ authority, complaint }: ClockFacts): readonly Duty[] {
  if (authority === null || authority.dueOn === null) return []
  const { dueOn, answeredOn } = authority
  return [
    {
      rule: RULE.authorityAnswer,
      trigger: 'receipt',
      triggerId: '',
      startsAt: complaint.receivedAt,
      viaProcessor: false,
      fulfilledBy:
        answeredOn === null ? null : { at: `${answeredOn}T00:00:00.000Z`, on: answeredOn },
      over: false,
      endsOn: dueOn,
    },
  ]
}

/** The policy's own duties, from the receipt of the complaint. */
function receiptDuties(facts: ClockFacts): readonly Duty[] {
  const { complaint, stateChecks } = facts
  // To say why something was not checked is no check.
  const checks = stateChecks.filter(wasLookedAt).map(({ checkedAt }) => checkedAt)
  const [first] = checks.toSorted()
  const base = {
    trigger: 'receipt',
    triggerId: '',
    startsAt: complaint.receivedAt,
    viaProcessor: false,
    // Nobody waits for an answer to what two persons ended; what else was asked for goes on.
    over: hasEnded(complaint.status) || isEndingInForce(complaint),
  } as const
  return [
    { ...base, rule: RULE.policyAnswer, fulfilledBy: firstAnswer(facts, RULE.policyAnswer) },
    {
      ...base,
      rule: RULE.policyFirstCheck,
      fulfilledBy: first === undefined ? null : { at: first, on: vietnamDate(first) },
    },
  ]
}

/**
 * For each right asked for a reply and its execution, both from that very request (Decree 356/2025, Article 5): one asked
 * for later has its own two working days, which nothing done before can meet.
 */
function rightDuties(facts: ClockFacts): readonly Duty[] {
  const asked = facts.rights
    .filter(({ state }) => state !== 'dropped')
    .toSorted((one, other) => (one.askedAt < other.askedAt ? -1 : 1))
  const base = { trigger: 'right', over: hasEnded(facts.complaint.status) } as const
  const replies = asked.map((right): Duty => ({
    ...base,
    rule: RULE.rightReply,
    triggerId: right.id,
    startsAt: right.askedAt,
    viaProcessor: false,
    fulfilledBy: firstAnswer(facts, RULE.rightReply, (letter) => tellsOf(letter, right)),
  }))
  const executions = asked.map((right): Duty => ({
    ...base,
    rule: RULE_OF_RIGHT[right.kind],
    triggerId: right.id,
    startsAt: right.askedAt,
    viaProcessor: right.viaProcessor && PROCESSOR_TAKES_LONGER[right.kind],
    fulfilledBy:
      right.settledOn === null
        ? null
        : { at: `${right.settledOn}T00:00:00.000Z`, on: right.settledOn },
  }))
  return [...replies, ...executions]
}

/** Duties to authorities and affected people outlive the complaint: withdrawing it does not end them. */
function breachDuties(facts: ClockFacts): readonly Duty[] {
  const { breach } = facts
  if (breach === null) return []
  return rulesOfBreach(breach).map((rule) => ({
    rule,
    trigger: 'breach',
    triggerId: '',
    startsAt: startOfDuty(rule, breach),
    viaProcessor: false,
    fulfilledBy: firstActFor(rule, breach, facts),
    over: false,
  }))
}

/**
 * The first act that fulfils a duty of a violation. Whether it must be notified is answered by the two halves of the question
 * alone: a notice given says of neither why (Law 91/2025, Articles 23.1 and 23.3).
 */
function firstActFor(rule: string, breach: Breach, facts: ClockFacts): Act | null {
  if (rule === RULE.breachQuestion) {
    const { decidedAt } = breach
    return decidedAt === null ? null : { at: decidedAt, on: vietnamDate(decidedAt) }
  }
  const given = facts.notices
    .filter((each) => each.rule === rule && each.struckAt === null)
    .map(({ givenAt }): Act => ({ at: givenAt, on: vietnamDate(givenAt) }))
  const began = startOfDuty(rule, breach)
  const [first] = [...given, ...noticesByLetter(facts, rule)]
    // What was told of a suspicion ruled out since is told of that one.
    .filter(({ at }) => at >= began)
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
  return first ?? null
}

/** A letter counts once it is sent; the record of a violation once it is issued: nobody waits for it. */
function noticesByLetter(facts: ClockFacts, rule: string): readonly Act[] {
  const sent = firstAnswer(facts, rule)
  const recorded = facts.letters
    .filter((letter) => fulfilledBy(letter).includes(rule))
    .flatMap(({ issuedAt, issuedOn }) =>
      issuedAt !== null && issuedOn !== null ? [{ at: issuedAt, on: issuedOn }] : [],
    )
  return sent === null ? recorded : [sent, ...recorded]
}

/** The first sending of a letter that answers this duty, and whatever else is asked of it. */
function firstAnswer(
  { letters, dispatches }: ClockFacts,
  rule: string,
  fits: (letter: ClockFacts['letters'][number]) => boolean = () => true,
): Act | null {
  const ids = new Set(
    letters
      .filter((letter) => answersOf(letter).includes(rule) && fits(letter))
      .map(({ id }) => id),
  )
  const sent = dispatches
    .filter(({ letterId, struckAt }) => ids.has(letterId) && struckAt === null)
    .toSorted((one, other) => (one.sentOn < other.sentOn ? -1 : 1))
  const [first] = sent
  return first === undefined ? null : { at: momentOfSending(first), on: first.sentOn }
}

/** A dispatch is kept by its day. Recorded on that day it counts from then, recorded later only from the day's end. */
export function momentOfSending({
  sentOn,
  recordedAt,
}: Pick<Dispatch, 'sentOn' | 'recordedAt'>): Instant {
  return vietnamDate(recordedAt) === sentOn
    ? recordedAt
    : addMinutes(startOfVietnamDay(addDays(sentOn, 1)), -1)
}

/**
 * Units granted to this clock: to the new day of the first extension told, within what the rule allows. One
 * told when the limit was over comes too late, and a second one counts for nothing: the law allows one
 * (Decree 356/2025, Article 5), the policy none.
 */
function extensionOf(
  { rule: code, triggerId }: Duty,
  { extension }: DeadlineRule,
  { rawEnd, legalEnd }: Readonly<{ rawEnd: LocalDate; legalEnd: LocalDate }>,
  { extensions }: ClockFacts,
): number {
  if (extension === undefined) return 0
  const [first] = extensions
    .filter(
      (each) => each.rule === code && each.triggerId === triggerId && each.notifiedOn <= legalEnd,
    )
    .toSorted((one, other) => (one.notifiedOn < other.notifiedOn ? -1 : 1))
  if (first === undefined) return 0
  return Math.min(Math.max(daysBetween(rawEnd, first.newEnd), 0), extension.maxAmount)
}

function hasEnded(status: Complaint['status']): boolean {
  return ENDINGS.some((ending) => ending === status)
}
