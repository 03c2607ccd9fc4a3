import { rulesOfBreach, type Breach, type BreachNotice } from '../breach/model.ts'
import type { Complaint } from '../complaints/model.ts'
import type { WorkCalendar } from '../deadlines/counting.ts'
import type { Extension } from '../deadlines/extensions.ts'
import type { DerivedDeadline } from '../deadlines/model.ts'
import { RULE, type DeadlineRule } from '../deadlines/rule-table.ts'
import { computeDeadline, ruleOn, type ClockTable } from '../deadlines/rules.ts'
import type { StateCheck } from '../investigation/model.ts'
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
import { RULE_OF_RIGHT, type RightRequest } from '../rights/model.ts'
import type { CaseFile } from './case-file.ts'
import { notifiedExtensions } from './notified-extensions.ts'

/** The facts that start, stop and lengthen the clocks of a case. */
export type ClockFacts = Readonly<{
  complaint: Pick<Complaint, 'receivedAt' | 'status'>
  stateChecks: readonly Pick<StateCheck, 'checkedAt'>[]
  letters: readonly Pick<Letter, 'id' | 'kind' | 'variant' | 'issuedAt' | 'issuedOn'>[]
  dispatches: readonly Pick<Dispatch, 'letterId' | 'sentOn' | 'recordedAt' | 'struckAt'>[]
  rights: readonly RightRequest[]
  breach: Breach | null
  notices: readonly BreachNotice[]
  extensions: readonly Extension[]
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
  }
}

/** An act that fulfils a duty: the moment of it, and the day it counts for. */
type Act = Readonly<{ at: Instant; on: LocalDate }>

type Duty = Pick<DerivedDeadline, 'rule' | 'trigger' | 'triggerId' | 'startsAt' | 'viaProcessor'> &
  Readonly<{ fulfilledBy: Act | null; over: boolean }>

/**
 * Every clock the facts of a case call for, with its ends and whether it still runs. Nothing about a clock
 * is set by hand: an act taken back lets it run again. The policy's 30 days are never lengthened. A rule
 * that was not in force on the day a duty began makes no clock.
 */
export function deriveClocks(facts: ClockFacts, table: ClockTable): readonly DerivedDeadline[] {
  return [...receiptDuties(facts), ...rightDuties(facts), ...breachDuties(facts)].flatMap(
    (duty) => {
      const startsOn = vietnamDate(duty.startsAt)
      const rule = ruleOn(duty.rule, startsOn, table.rules)
      return rule === null ? [] : [clockOf(duty, rule, facts, table.calendarFrom(startsOn))]
    },
  )
}

function clockOf(
  duty: Duty,
  rule: DeadlineRule,
  facts: ClockFacts,
  calendar: WorkCalendar,
): DerivedDeadline {
  const { fulfilledBy, over, ...named } = duty
  const { viaProcessor, startsAt } = duty
  const plain = computeDeadline(rule, startsAt, calendar, { viaProcessor })
  const extension = extensionOf(duty, rule, plain, facts)
  const { startsOn, legalEnd, target, endsAt } =
    extension === 0 ? plain : computeDeadline(rule, startsAt, calendar, { viaProcessor, extension })
  const ends = { ...named, startsOn, extension, legalEnd, target, endsAt }
  if (fulfilledBy !== null) {
    // A limit in hours is met to the minute, one in days by the day.
    const inTime = rule.unit === 'hours' ? fulfilledBy.at <= endsAt : fulfilledBy.on <= legalEnd
    return { ...ends, state: inTime ? 'met' : 'missed', stoppedAt: fulfilledBy.at }
  }
  return { ...ends, state: over ? 'ended' : 'running', stoppedAt: null }
}

/** The policy's own duties, from the receipt of the complaint. */
function receiptDuties(facts: ClockFacts): readonly Duty[] {
  const { complaint, stateChecks } = facts
  const checks = stateChecks.map(({ checkedAt }) => checkedAt).toSorted()
  const [first] = checks
  const base = {
    trigger: 'receipt',
    triggerId: '',
    startsAt: complaint.receivedAt,
    viaProcessor: false,
    over: hasEnded(complaint.status),
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

/** One reply for all rights asked for, and one execution for each (Decree 356/2025, Article 5). */
function rightDuties(facts: ClockFacts): readonly Duty[] {
  const asked = facts.rights
    .filter(({ state }) => state !== 'dropped')
    .toSorted((one, other) => (one.askedAt < other.askedAt ? -1 : 1))
  const [earliest] = asked
  if (earliest === undefined) return []
  const over = hasEnded(facts.complaint.status)
  const reply: Duty = {
    rule: RULE.rightReply,
    trigger: 'right',
    triggerId: '',
    startsAt: earliest.askedAt,
    viaProcessor: false,
    fulfilledBy: firstAnswer(facts, RULE.rightReply, earliest.askedAt),
    over,
  }
  return [
    reply,
    ...asked.map((right): Duty => ({
      rule: RULE_OF_RIGHT[right.kind],
      trigger: 'right',
      triggerId: right.id,
      startsAt: right.askedAt,
      viaProcessor: right.viaProcessor,
      fulfilledBy:
        right.settledOn === null
          ? null
          : { at: `${right.settledOn}T00:00:00.000Z`, on: right.settledOn },
      over,
    })),
  ]
}

/** Duties to authorities and affected people outlive the complaint: withdrawing it does not end them. */
function breachDuties(facts: ClockFacts): readonly Duty[] {
  const { breach, notices } = facts
  if (breach === null) return []
  return rulesOfBreach(breach).map((rule) => {
    const given = notices
      .filter((notice) => notice.rule === rule && notice.struckAt === null)
      .map(({ givenAt }): Act => ({ at: givenAt, on: vietnamDate(givenAt) }))
    const [first] = [...given, ...noticesByLetter(facts, rule)].toSorted((one, other) =>
      one.at < other.at ? -1 : 1,
    )
    return {
      rule,
      trigger: 'breach',
      triggerId: '',
      startsAt: breach.detectedAt,
      viaProcessor: false,
      fulfilledBy: first ?? null,
      over: false,
    }
  })
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

/** The first sending, on or after the moment, of a letter that answers this duty. */
function firstAnswer(
  { letters, dispatches }: ClockFacts,
  rule: string,
  from: Instant | null = null,
): Act | null {
  const ids = new Set(
    letters.filter((letter) => answersOf(letter).includes(rule)).map(({ id }) => id),
  )
  const day = from === null ? '' : vietnamDate(from)
  const sent = dispatches
    .filter(
      ({ letterId, struckAt, sentOn }) => ids.has(letterId) && struckAt === null && sentOn >= day,
    )
    .toSorted((one, other) => (one.sentOn < other.sentOn ? -1 : 1))
  const [first] = sent
  return first === undefined ? null : { at: momentOfSending(first), on: first.sentOn }
}

/** A dispatch is kept by its day. Recorded on that day it counts from then, recorded later only from the day's end. */
function momentOfSending({ sentOn, recordedAt }: Pick<Dispatch, 'sentOn' | 'recordedAt'>): Instant {
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
  return status === 'withdrawn' || status === 'rejected' || status === 'duplicate'
}
