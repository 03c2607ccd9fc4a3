import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { suspectedBreach, type Breach, type BreachNotice } from '#core/breach/model.ts'
import { deriveClocks, type ClockFacts } from '#core/case/clocks.ts'
import type { DerivedDeadline } from '#core/deadlines/model.ts'
import { countDays, isWorkingDay } from '#core/deadlines/counting.ts'
import { defaultWorkCalendar } from '#core/deadlines/holidays.ts'
import { DEADLINE_RULES } from '#core/deadlines/rule-table.ts'
import type { Finding } from '#core/investigation/model.ts'
import { addDays, instantOfVietnam, vietnamDate, yearOf } from '#core/kernel/calendar.ts'
import type { Dispatch, Letter } from '#core/letters/model.ts'
import { RIGHTS, type Right, type RightRequest } from '#core/rights/model.ts'

const calendarFrom = (day: string) => defaultWorkCalendar(yearOf(day), yearOf(day) + 2)
const table = { rules: DEADLINE_RULES, calendarFrom }

const nothing: ClockFacts = {
  complaint: {
    receivedAt: '2026-11-22T03:00:00.000Z',
    status: 'open',
    endingId: null,
    withdrawalEvidenceId: null,
  },
  stateChecks: [],
  letters: [],
  dispatches: [],
  rights: [],
  breach: null,
  notices: [],
  extensions: [],
  authority: null,
}
const right: RightRequest = {
  id: 'right',
  complaintId: 'complaint',
  version: 1,
  kind: 'delete',
  viaProcessor: false,
  askedAt: '2026-11-22T03:00:00.000Z',
  state: 'open',
  identity: null,
  promisedOn: null,
  ...{ settledOn: null, lateReason: null, lateExplanation: null },
  remark: '',
  passedOn: [],
}
const breach: Breach = {
  ...suspectedBreach('complaint', '2026-11-22T03:00:00.000Z'),
  version: 1,
}
const notice: BreachNotice = {
  id: 'notice',
  complaintId: 'complaint',
  version: 1,
  rule: 'T-BR-72',
  givenAt: '2026-11-25T02:59:00.000Z',
  recipient: '',
  reference: '',
  evidenceId: null,
  recordedBy: 'board',
  recordedAt: '2026-11-25T02:59:00.000Z',
  struckAt: null,
  struckBy: null,
  struckReason: null,
}

/** One finding, at this time of the day after. */
const found = (finding: Finding, time: string): Partial<ClockFacts> => ({
  stateChecks: [{ finding, checkedAt: `2026-11-23T${time}:00.000Z` }],
})

function sent(
  kind: Letter['kind'],
  sentOn: string,
  struckAt: string | null = null,
): Pick<ClockFacts, 'letters' | 'dispatches'> {
  const dispatch: ClockFacts['dispatches'][number] & Pick<Dispatch, 'letterId'> = {
    letterId: kind,
    sentOn,
    recordedAt: `${sentOn}T05:00:00.000Z`,
    struckAt,
  }
  const issued = { issuedAt: `${sentOn}T04:00:00.000Z`, issuedOn: sentOn }
  const letter = { id: kind, kind, variant: 'form-08', rightIds: null, ...issued }
  return { letters: [letter], dispatches: [dispatch] }
}

function recordOf(issuedOn: string | null): ClockFacts['letters'][number] {
  const issuedAt = issuedOn === null ? null : `${issuedOn}T05:00:00.000Z`
  return { id: 'record', kind: 'L7', variant: 'record', rightIds: null, issuedAt, issuedOn }
}

function clocks(changes: Partial<ClockFacts>): readonly DerivedDeadline[] {
  return deriveClocks({ ...nothing, ...changes }, table)
}

function clock(rule: string, changes: Partial<ClockFacts>): DerivedDeadline | undefined {
  return clocks(changes).find((each) => each.rule === rule)
}

describe('the clocks a case has', () => {
  const cases: readonly [string, Partial<ClockFacts>, readonly string[]][] = [
    ['a plain complaint', {}, ['T-POL-30', 'T-POL-0']],
    ['a request to delete', { rights: [right] }, ['T-POL-30', 'T-POL-0', 'T-DSR-ACK', 'T-DSR-DEL']],
    [
      'two rights: a reply and an execution for each',
      { rights: [right, { ...right, id: 'other', kind: 'view' }] },
      ['T-POL-30', 'T-POL-0', 'T-DSR-ACK', 'T-DSR-ACK', 'T-DSR-DEL', 'T-DSR-SEE'],
    ],
    ['a right taken back', { rights: [{ ...right, state: 'dropped' }] }, ['T-POL-30', 'T-POL-0']],
    ['a suspicion', { breach }, ['T-POL-30', 'T-POL-0', 'T-BR-ASK', 'T-BR-72']],
    [
      'all that a breach can owe',
      { breach: { ...breach, state: 'confirmed', serious: true, sensitive: true, consumer: true } },
      [
        ...['T-POL-30', 'T-POL-0', 'T-BR-ASK', 'T-BR-72', 'T-BR-REC'],
        ...['T-BR-SUBJ', 'T-CY-24', 'T-CY-72', 'T-CON-24'],
      ],
    ],
    [
      'a suspicion ruled out',
      { breach: { ...breach, state: 'ruled-out' } },
      ['T-POL-30', 'T-POL-0'],
    ],
  ]
  it.each(cases)('%s', (_name, changes, rules) => {
    expect(clocks(changes).map(({ rule }) => rule)).toEqual(rules)
  })

  // Decree 356/2025, Article 5.2 to 5.5: days, and days when a processor or third party must act.
  const DAYS: Readonly<Record<Right, readonly [own: number, viaProcessor: number]>> = {
    withdraw: [15, 20],
    restrict: [15, 20],
    object: [15, 20],
    view: [10, 10],
    correct: [10, 15],
    copy: [10, 15],
    delete: [20, 30],
    protect: [15, 15],
  }
  it.each(RIGHTS)('%s has its own limit, and another when a processor must act', (name) => {
    const asked = vietnamDate(right.askedAt)
    const endOf = (viaProcessor: boolean) =>
      clocks({ rights: [{ ...right, kind: name, viaProcessor }] })[3]?.legalEnd
    const [own, via] = DAYS[name].map((n) => countDays(asked, n, calendarFrom(asked)).legalEnd)
    expect([endOf(false), endOf(true)]).toEqual([own, via])
  })
})

describe('what stops a clock', () => {
  const end = '2026-12-22'
  const cases: readonly [string, string, Partial<ClockFacts>, DerivedDeadline['state']][] = [
    ['nothing yet', 'T-POL-30', {}, 'running'],
    ['the result sent on the last day', 'T-POL-30', sent('L4', end), 'met'],
    ['the result sent a day late', 'T-POL-30', sent('L4', addDays(end, 1)), 'missed'],
    [
      'a withdrawal in writing that two persons agreed on',
      'T-POL-30',
      { complaint: { ...nothing.complaint, endingId: 'e', withdrawalEvidenceId: 'w' } },
      'ended',
    ],
    [
      'the same, but not a right asked for in it',
      'T-DSR-DEL',
      {
        complaint: { ...nothing.complaint, endingId: 'e', withdrawalEvidenceId: 'w' },
        rights: [right],
      },
      'running',
    ],
    [
      'an ending decided, whose letter is still to leave',
      'T-POL-30',
      { complaint: { ...nothing.complaint, endingId: 'e' } },
      'running',
    ],
    [
      'an ending whose letter has left',
      'T-POL-0',
      { complaint: { ...nothing.complaint, endingId: 'e', status: 'answered' } },
      'ended',
    ],
    ['a dispatch struck out', 'T-POL-30', sent('L4', end, '2026-12-22T06:00:00.000Z'), 'running'],
    ['an acknowledgement', 'T-POL-30', sent('L1', '2026-11-23'), 'running'],
    ['a first check within the day', 'T-POL-0', found('correct', '03:00'), 'met'],
    ['a first check a minute late', 'T-POL-0', found('correct', '03:01'), 'missed'],
    ['only why something was not checked', 'T-POL-0', found('not-checked', '03:00'), 'running'],
    [
      'a reply within two working days',
      'T-DSR-ACK',
      { rights: [right], ...sent('L1', '2026-11-25') },
      'met',
    ],
    ['a reply after them', 'T-DSR-ACK', { rights: [right], ...sent('L1', '2026-11-26') }, 'missed'],
    [
      'the right carried out',
      'T-DSR-DEL',
      { rights: [{ ...right, state: 'done', settledOn: '2026-12-01' }] },
      'met',
    ],
    ['a notice within 72 hours', 'T-BR-72', { breach, notices: [notice] }, 'met'],
    [
      'a notice a minute late',
      'T-BR-72',
      { breach, notices: [{ ...notice, givenAt: '2026-11-25T03:01:00.000Z' }] },
      'missed',
    ],
    ['Form 08 sent', 'T-BR-72', { breach, ...sent('L7', '2026-11-23') }, 'met'],
    ['Form 08 sent too late', 'T-BR-72', { breach, ...sent('L7', '2026-11-26') }, 'missed'],
    [
      'Form 08, its sending struck out',
      'T-BR-72',
      { breach, ...sent('L7', '2026-11-23', '2026-11-24T00:00:00.000Z') },
      'running',
    ],
    [
      'a record issued, which nobody waits for',
      'T-BR-REC',
      { breach: { ...breach, state: 'confirmed' }, letters: [recordOf('2026-11-22')] },
      'met',
    ],
    [
      'a record drafted',
      'T-BR-REC',
      { breach: { ...breach, state: 'confirmed' }, letters: [recordOf(null)] },
      'running',
    ],
    [
      'a notice struck out',
      'T-BR-72',
      { breach, notices: [{ ...notice, struckAt: notice.givenAt }] },
      'running',
    ],
    [
      'the complaint withdrawn',
      'T-POL-30',
      { complaint: { ...nothing.complaint, status: 'withdrawn' } },
      'ended',
    ],
    [
      'the complaint withdrawn, of a breach',
      'T-BR-72',
      { breach, complaint: { ...nothing.complaint, status: 'withdrawn' } },
      'running',
    ],
  ]
  it.each(cases)('%s: %s', (_name, rule, changes, state) => {
    expect(clock(rule, changes)?.state).toBe(state)
  })
})

describe('the one extension', () => {
  const extension = {
    rule: 'T-DSR-DEL',
    triggerId: 'right',
    newEnd: '2026-12-20',
    notifiedOn: '2026-12-10',
  }
  it('moves the end of its own clock to the day told', () => {
    const plain = clock('T-DSR-DEL', { rights: [right] })
    const longer = clock('T-DSR-DEL', { rights: [right], extensions: [extension] })
    expect(plain).toMatchObject({ extension: 0, legalEnd: '2026-12-14' })
    expect(longer).toMatchObject({ extension: 8, legalEnd: '2026-12-21' })
  })

  it('never goes past what the rule allows, and counts once', () => {
    const far = { ...extension, newEnd: '2027-06-01' }
    const second = { ...extension, newEnd: '2026-12-30', notifiedOn: '2026-12-12' }
    expect(clock('T-DSR-DEL', { rights: [right], extensions: [far] })?.extension).toBe(20)
    expect(
      clock('T-DSR-DEL', { rights: [right], extensions: [second, extension] })?.extension,
    ).toBe(8)
  })

  it('does not touch the policy’s 30 days', () => {
    const told = { ...extension, rule: 'T-POL-30', triggerId: '' }
    expect(clock('T-POL-30', { extensions: [told] })).toEqual(clock('T-POL-30', {}))
  })
})

const day = fc.integer({ min: 0, max: 1_400 }).map((offset) => addDays('2026-01-01', offset))

describe('any clock', () => {
  it('never ends before it starts, and a limit in days never on a day off', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...RIGHTS), fc.boolean(), (on, name, viaProcessor) => {
        const askedAt = instantOfVietnam(on, '09:30')
        const facts = {
          complaint: { ...nothing.complaint, receivedAt: askedAt },
          rights: [{ ...right, kind: name, viaProcessor, askedAt }],
          breach: { ...breach, detectedAt: askedAt },
        }
        for (const each of clocks(facts)) {
          expect(each.endsAt > each.startsAt).toBe(true)
          expect(each.target <= each.legalEnd).toBe(true)
          if (each.trigger !== 'breach' && each.rule !== 'T-POL-0') {
            expect(isWorkingDay(each.legalEnd, calendarFrom(on))).toBe(true)
          }
        }
      }),
    )
  })

  it('received later never ends earlier', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (on, later) => {
        const of = (date: string) =>
          clocks({
            complaint: { ...nothing.complaint, receivedAt: instantOfVietnam(date, '09:30') },
          })[0]
        expect((of(addDays(on, later))?.endsAt ?? '') >= (of(on)?.endsAt ?? '')).toBe(true)
      }),
    )
  })
})

describe('the day an authority or a court set', () => {
  const set = (dueOn: string | null, answeredOn: string | null) =>
    deriveClocks({ ...nothing, authority: { dueOn, answeredOn } }, table).find(
      ({ rule }) => rule === 'T-AUTH',
    )

  it.each([
    ['runs to the end of that day, a Sunday too', '2026-12-06', null, 'running'],
    ['is met on the day itself', '2026-12-07', '2026-12-07', 'met'],
    ['is missed on the day after', '2026-12-07', '2026-12-08', 'missed'],
    ['may have passed when the complaint came', '2026-11-01', null, 'running'],
  ] as const)('%s', (_, dueOn, answeredOn, state) => {
    expect(set(dueOn, answeredOn)).toMatchObject({
      ...{ legalEnd: dueOn, target: dueOn, extension: 0, state },
      endsAt: instantOfVietnam(addDays(dueOn, 1), '00:00'),
    })
  })

  it('is no clock where none was set, and outlives the complaint', () => {
    expect(set(null, null)).toBeUndefined()
    const over = { ...nothing.complaint, status: 'withdrawn' } as const
    const authority = { dueOn: '2026-12-07', answeredOn: null }
    const clocks = deriveClocks({ ...nothing, complaint: over, authority }, table)
    expect(clocks.find(({ rule }) => rule === 'T-AUTH')?.state).toBe('running')
  })
})
