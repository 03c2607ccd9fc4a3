import { describe, expect, it } from 'vitest'

import type { CaseFile } from '#core/case/case-file.ts'
import type { LetterPlan } from '#core/letters/composition/letter-content.ts'
import type { LetterFacts } from '#core/letters/composition/facts.ts'
import type { ParticularName } from '#core/letters/kind-record.ts'
import { LETTERS, particularsOf, variantsOf } from '#core/letters/kinds.ts'
import { NO_PARTICULARS, relevantParticulars } from '#core/letters/particulars.ts'
import { missingForLetter } from '#core/letters/composition/readiness.ts'
import type { Organisation } from '#core/settings/model.ts'
import { letter, step } from '../case/case-facts.ts'
import {
  blankPlan,
  breach,
  emptyFacts,
  EVERY_PLAN,
  factsFor,
  fullFacts,
  fullFile,
  fullParticulars,
  planOf,
  withComplaint,
  withFile,
} from './letter-facts.ts'

const { signatory } = letter
const missing = (plan: LetterPlan, facts: LetterFacts) =>
  missingForLetter(plan, signatory, factsFor(facts, plan))

const PLANS = EVERY_PLAN.filter(({ language }) => language === 'vi').map((plan) => ({
  name: `${plan.kind} ${plan.variant}`,
  plan,
}))

describe('a letter with everything on record', () => {
  it.each(PLANS)('$name misses nothing', ({ plan }) => {
    expect(missing(plan, fullFacts)).toEqual([])
  })
})

describe('what the author has not said', () => {
  const REQUIRED: Readonly<Record<string, readonly ParticularName[]>> = {
    'L1 received': [],
    'L2 information': ['asked', 'replyBy'],
    'L2 identity': ['asked', 'replyBy'],
    'L3 progress': ['reason'],
    'L3 extension': ['clock', 'newEnd', 'reason'],
    'L5 refused': ['asked', 'reason'],
    'L5 partial': ['asked', 'performed', 'reason'],
    'L6 affected': ['happened', 'consequence'],
    'L6 listed': ['happened', 'consequence'],
    'L6 public': ['happened', 'consequence'],
    'L7 form-08': [],
    'L7 record': [],
    'L8 firm': ['engagementId', 'asked', 'replyBy'],
    'L8 pass-on': ['asked', 'replyBy', 'recipientName'],
    'L8 processor': ['asked', 'replyBy', 'recipientName'],
    'L9 sheet': [],
  }

  it.each(PLANS)('is named of $name', ({ name, plan }) => {
    const issues = missing(blankPlan(plan), withFile(fullFacts, { rights: [] }))
    const rights =
      plan.variant === 'pass-on' ? [{ path: 'letter', code: 'PASSED_RIGHT_MISSING' }] : []
    expect(issues).toEqual([
      ...(REQUIRED[name] ?? []).map((particular) => ({
        path: 'letter',
        code: 'PARTICULAR_MISSING',
        params: { particular },
      })),
      ...rights,
    ])
  })

  const EACH = PLANS.flatMap(({ name, plan }) =>
    (REQUIRED[name] ?? []).map((particular) => ({ name, plan, particular })),
  )

  it.each(EACH)('$name without $particular alone', ({ plan, particular }) => {
    const particulars = { ...plan.particulars, [particular]: NO_PARTICULARS[particular] }
    expect(missing({ ...plan, particulars }, fullFacts)).toEqual([
      { path: 'letter', code: 'PARTICULAR_MISSING', params: { particular } },
    ])
  })

  it.each(PLANS)('$name keeps only what it asks for', ({ plan }) => {
    const asked = particularsOf(plan.kind, plan.variant)
    const kept = relevantParticulars(plan.kind, plan.variant, fullParticulars)
    const named = Object.entries(kept).filter(([, value]) => value !== null && value !== '')
    expect(named.map(([name]) => name).toSorted()).toEqual([...asked].toSorted())
  })
})

describe('what the case does not have', () => {
  const without = (changes: Partial<CaseFile>): LetterFacts => withFile(fullFacts, changes)

  it.each([
    [
      'L1 without the promise',
      planOf('L1', 'received'),
      without({ deadlines: [] }),
      'overview',
      'DEADLINE_MISSING',
    ],
    [
      'L9 without the promise',
      planOf('L9', 'sheet'),
      without({ deadlines: [] }),
      'overview',
      'DEADLINE_MISSING',
    ],
    [
      'L4 without a check',
      planOf('L4', 'upheld'),
      without({ stateChecks: [] }),
      'state',
      'STATE_NO_CHECK',
    ],
    [
      'L4 silent about an item complained of',
      planOf('L4', 'upheld'),
      without({ stateChecks: fullFile.stateChecks.filter(({ dataItem }) => dataItem !== 'name') }),
      'state',
      'ITEM_UNCHECKED',
    ],
    [
      'L4 without its conclusion',
      planOf('L4', 'upheld'),
      withComplaint(fullFacts, { stateConclusion: null }),
      'state',
      'STATE_NOT_CONCLUDED',
    ],
    [
      'L4 without a cause',
      planOf('L4', 'upheld'),
      without({ rootCause: null }),
      'cause',
      'CAUSE_OPEN',
    ],
    [
      'L4 without a remedy',
      planOf('L4', 'upheld'),
      without({ steps: [] }),
      'remedy',
      'REMEDY_MISSING',
    ],
    [
      'L4 without a reason',
      planOf('L4', 'upheld'),
      withComplaint(fullFacts, { outcomeReason: null }),
      'overview',
      'OUTCOME_NO_REASON',
    ],
    [
      'L6 without data items',
      planOf('L6', 'affected'),
      withComplaint(without({ breach: { ...breach, dataItems: [] } }), { dataItems: [] }),
      'overview',
      'DATA_ITEMS_MISSING',
    ],
    [
      'L6 without a measure',
      planOf('L6', 'affected'),
      without({ steps: [] }),
      'remedy',
      'REMEDY_MISSING',
    ],
    [
      'L6 where none was needed for the complainant',
      planOf('L6', 'affected'),
      withComplaint(without({ steps: [] }), { noRemedyReason: 'Không cần' }),
      'remedy',
      'REMEDY_MISSING',
    ],
    [
      'L6 with measures for the complainant alone',
      planOf('L6', 'affected'),
      without({
        steps: [
          { ...step, type: 'KP-11' },
          { ...step, type: 'KP-40' },
        ],
      }),
      'remedy',
      'REMEDY_MISSING',
    ],
    [
      'L8 to a firm of another case',
      planOf('L8', 'firm'),
      without({ engagements: [] }),
      'letter',
      'ENGAGEMENT_UNKNOWN',
    ],
    [
      'L8 to a firm struck off',
      planOf('L8', 'firm'),
      { ...fullFacts, firms: [] },
      'letter',
      'ENGAGEMENT_UNKNOWN',
    ],
    [
      'L6 without how it was found',
      planOf('L6', 'listed'),
      without({ breach: { ...breach, detectedHow: '' } }),
      'breach',
      'BREACH_FACT_MISSING',
    ],
    [
      'L6 without a violation',
      planOf('L6', 'public'),
      without({ breach: null }),
      'breach',
      'BREACH_MISSING',
    ],
    [
      'a record without anybody present',
      planOf('L7', 'record'),
      without({ breach: { ...breach, minutesPresent: '' } }),
      'breach',
      'BREACH_FACT_MISSING',
    ],
    [
      'a record without its end',
      planOf('L7', 'record'),
      without({ breach: { ...breach, minutesTo: null } }),
      'breach',
      'BREACH_FACT_MISSING',
    ],
    [
      'a record with somebody of no part in it',
      planOf('L7', 'record'),
      without({ breach: { ...breach, minutesPresent: 'Trần Quốc Bảo' } }),
      'breach',
      'PRESENT_ROLE_MISSING',
    ],
    [
      'a record before it was decided whether to notify',
      planOf('L7', 'record'),
      without({ breach: { ...breach, harmNotice: 'undecided' } }),
      'breach',
      'NOTIFICATION_UNDECIDED',
    ],
  ] as const)('%s', (_what, plan, facts, path, code) => {
    expect(missing(plan, facts).map((issue) => [issue.path, issue.code])).toEqual([[path, code]])
  })

  it('is named of L4 all at once, and its outcome', () => {
    const issues = missingForLetter(planOf('L4', 'upheld'), signatory, emptyFacts)
    expect(issues.map(({ code }) => code)).toEqual([
      'STATE_NO_CHECK',
      'STATE_NOT_CONCLUDED',
      'CAUSE_OPEN',
      'REMEDY_MISSING',
      'OUTCOME_MISSING',
    ])
  })

  it.each(['L2', 'L3', 'L5'] as const)('holds up no %s', (kind) => {
    const [variant = ''] = variantsOf(kind)
    expect(missing(planOf(kind, variant, 'vi', { refuses: '' }), emptyFacts)).toEqual([])
  })
})

describe('a longer time', () => {
  const early = { path: 'letter', code: 'NEW_END_NOT_LATER', params: { due: '2026-12-14' } }
  const late = { path: 'letter', code: 'NEW_END_TOO_LATE', params: { last: '2027-01-01' } }
  it.each([
    ['2026-12-13', [early]],
    ['2026-12-14', [early]],
    ['2026-12-15', []],
    // The twentieth day, 12 December, is a Saturday: twenty more are counted from it, not from the Monday.
    ['2027-01-01', []],
    ['2027-01-02', [late]],
  ])('until %s', (newEnd, issues) => {
    expect(missing(planOf('L3', 'extension', 'vi', { newEnd }), fullFacts)).toEqual(issues)
  })

  it.each([
    ['of the policy’s 30 days', { clock: 'T-POL-30' }, 'CLOCK_NOT_EXTENDABLE'],
    ['of a clock the case has not', { clock: 'T-DSR-SEE:right' }, 'CLOCK_NOT_RUNNING'],
    ['of a text that names none', { clock: '::' }, 'CLOCK_NOT_RUNNING'],
  ])('%s is refused', (_, particulars, code) => {
    const plan = planOf('L3', 'extension', 'vi', particulars)
    expect(missing(plan, fullFacts)).toEqual([{ path: 'letter', code }])
  })

  it.each([
    ['that was extended already', { extension: 3 }, 'CLOCK_NOT_EXTENDABLE'],
    ['that is met', { state: 'met' }, 'CLOCK_NOT_RUNNING'],
  ] as const)('of a clock %s is refused', (_, change, code) => {
    const deadlines = fullFacts.file.deadlines.map((each) => ({ ...each, ...change }))
    const facts = { ...fullFacts, file: { ...fullFacts.file, deadlines } }
    expect(missing(planOf('L3', 'extension'), facts)).toEqual([{ path: 'letter', code }])
  })

  it('is nothing a notice of progress speaks of', () => {
    expect(missing(planOf('L3', 'progress', 'vi', { newEnd: '2026-01-01' }), fullFacts)).toEqual([])
  })
})

describe('the letterhead', () => {
  const settingsWith = (changes: Partial<Organisation>): LetterFacts => ({
    ...fullFacts,
    settings: {
      ...fullFacts.settings,
      organisation: { ...fullFacts.settings.organisation, ...changes },
    },
  })

  it.each(['legalName', 'boardName', 'address', 'phone', 'email', 'place'] as const)(
    'needs %s on every letter',
    (field) => {
      for (const { plan } of PLANS) {
        expect(missing(plan, settingsWith({ [field]: ' ' }))).toEqual([
          { path: 'settings', code: 'LETTERHEAD_MISSING', params: { letterhead: field } },
        ])
      }
    },
  )

  it.each(['taxCode', 'website'] as const)('can do without %s', (field) => {
    expect(missing(planOf('L3', 'progress'), settingsWith({ [field]: '' }))).toEqual([])
  })
})

describe('the signatory', () => {
  it.each([
    ['no name', { name: ' ' }, true],
    ['no title', { title: '' }, true],
    ['no authority: the head signs for nobody', { authority: '' }, false],
  ])('%s', (_what, changes, refused) => {
    const issue = { path: 'letter', code: 'SIGNATORY_MISSING' }
    const signed = { ...signatory, ...changes }
    expect(missingForLetter(planOf('L3', 'progress'), signed, fullFacts)).toEqual(
      refused ? [issue] : [],
    )
    expect(missingForLetter(planOf('L9', 'sheet'), signed, fullFacts)).toEqual([])
  })
})

it('tries every kind there is', () => {
  expect(new Set(PLANS.map(({ plan }) => plan.kind))).toEqual(new Set(Object.keys(LETTERS)))
  expect(fullFile.complaint.dueOn).toBe('2026-12-22')
})
