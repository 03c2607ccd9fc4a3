import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  CHANNELS,
  DUE_FIRST,
  DUTY_STANDINGS,
  OUTCOMES,
  type ComplaintFilter,
} from '#core/complaints/model.ts'
import { COUNTED_FIGURES, daysOfMonth, listOfDuty, listOfFigure } from '#core/figures/lists.ts'
import { DIMENSIONS } from '#core/figures/model.ts'
import { periodFigures } from '#core/figures/period.ts'
import { addDays, startOfVietnamDay } from '#core/kernel/calendar.ts'
import { LATE_REASONS } from '#core/deadlines/late.ts'
import {
  SYSTEM,
  aComplaint,
  aDeadline,
  aFirm,
  aLetter,
  anEngagement,
  aPerson,
  aStep,
} from '#test/setup/records.ts'
import { DIALECTS, openTestStore, type TestStore } from '#test/setup/stores.ts'

const NOW = '2026-11-22T05:00:00.000Z'
const [FROM, TO] = ['2026-01-10', '2026-10-20']
const STATES = ['running', 'met', 'missed', 'met', 'ended'] as const
const GROUPED = ['received', 'answered', 'late'] as const

/** The board of an inspector's question: everything that is counted occurs, in the period and around it. */
async function fill(test: TestStore): Promise<void> {
  const anna = aPerson()
  const firm = aFirm()
  await test.store.write(SYSTEM, NOW, async (r) => {
    await r.people.insert(anna)
    await r.firms.insert(firm)
    let first: string | null = null
    for (let index = 0; index < 120; index += 1) {
      const receivedOn = addDays('2025-06-01', (index * 37) % 640)
      const reviewed = index % 6 === 5
      const complaint = aComplaint(anna.id, {
        ...{ receivedOn, receivedAt: startOfVietnamDay(receivedOn) },
        channel: CHANNELS[index % CHANNELS.length]!,
        site: index % 3 === 0 ? 'ledu' : 'voucher',
        outcome: index % 4 === 0 ? null : OUTCOMES[index % OUTCOMES.length]!,
        categories: index % 5 === 0 ? [] : ['KN-01', ...(index % 2 === 0 ? ['KN-02'] : [])],
        clauses: index % 2 === 0 ? ['1.1', '1.8'] : ['1.8'],
        complainant: {
          ...aComplaint(anna.id).complainant,
          phones: index % 7 === 0 ? [] : [{ e164: `+8490000000${index % 9}`, asTold: '' }],
        },
        ...(reviewed ? { reviewOfId: first } : {}),
        ...(reviewed && index % 9 !== 8
          ? { reviewFinding: index % 9 === 2 ? 'confirmed' : 'replaced' }
          : {}),
        authority:
          index % 10 === 1
            ? {
                ...{ kind: 'court', name: 'TAND Quận 1', number: '12/TA', issuedOn: null },
                ...{
                  officer: '',
                  dueOn: null,
                  answeredOn: null,
                  decisionId: null,
                  ownCaseId: null,
                },
              }
            : null,
      })
      await r.complaints.insert(complaint)
      first ??= complaint.id
      const state = STATES[index % STATES.length]!
      const stopped = addDays(receivedOn, (index * 7) % 41)
      await r.deadlines.insert(
        aDeadline(complaint.id, {
          ...{ rule: 'T-POL-30', state, endsAt: startOfVietnamDay(addDays(receivedOn, 31)) },
          stoppedAt: state === 'running' ? null : startOfVietnamDay(stopped),
        }),
      )
      // Two replies of one case: of one standing, or of two.
      for (const at of index % 2 === 0 ? [] : [index, index + (index % 3)]) {
        await r.deadlines.insert(
          aDeadline(complaint.id, {
            ...{ rule: 'T-DSR-ACK', trigger: 'right', triggerId: crypto.randomUUID() },
            ...{
              state: STATES[at % STATES.length]!,
              endsAt: startOfVietnamDay(addDays(receivedOn, 2)),
            },
          }),
        )
      }
      await r.rootCauses.save({
        ...{ complaintId: complaint.id, version: 0, state: 'established', statement: '' },
        ...{ undeterminedReason: '', searchUntil: null, suspected: ['NN-09'] },
        category: index % 3 === 0 ? null : 'NN-01',
        contributing: index % 4 === 0 ? [] : ['NN-02', ...(index % 2 === 0 ? ['NN-06'] : [])],
      })
      await r.steps.insert(
        aStep(complaint.id, {
          ...{ type: 'KP-41', state: index % 8 === 0 ? 'dropped' : 'planned' },
          compensation:
            index % 2 === 0 ? { amount: 5_000, decidedBy: anna.id, decidedOn: receivedOn } : null,
        }),
      )
      if (index % 4 === 2) await r.engagements.insert(anEngagement(complaint.id, firm.id))
      if (index % 3 !== 2) continue
      const letter = aLetter(complaint.id, anna.id)
      await r.letters.insert(letter)
      await r.dispatches.insert({
        ...{ id: crypto.randomUUID(), letterId: letter.id, complaintId: complaint.id, version: 1 },
        ...{ channel: 'email', sentOn: receivedOn, trackingNumber: null, evidenceId: null },
        ...{ recordedBy: anna.id, recordedAt: NOW },
        ...(index % 9 === 2
          ? { struckBy: anna.id, struckAt: NOW, struckReason: 'Chưa gửi' }
          : { struckBy: null, struckAt: null, struckReason: null }),
        lateReason: LATE_REASONS[index % LATE_REASONS.length]!,
        lateExplanation: 'Chờ',
      })
    }
  })
}

describe.each(DIALECTS)('every figure counts the rows of its list on %s', (dialect) => {
  let test: TestStore
  beforeAll(async () => {
    test = await openTestStore(dialect)
    await fill(test)
  })
  afterAll(() => test.remove())

  const figuresOf = async (from: string, to: string) =>
    periodFigures(from, to, await test.store.read((r) => r.figures.period(from, to, NOW)))

  async function rowsOf(filter: ComplaintFilter): Promise<number> {
    const asked = { filter, order: DUE_FIRST, after: null, limit: 500 }
    const { items } = await test.store.read((r) =>
      r.complaints.page({ ...asked, readsNotes: true, readsPersons: 'all' }, NOW),
    )
    return items.length
  }

  it.each([
    [FROM, TO],
    ['2025-01-01', '2027-12-31'],
  ])('of the overview and by month, %s to %s', async (from, to) => {
    const figures = await figuresOf(from, to)
    for (const figure of COUNTED_FIGURES) {
      const rows = await rowsOf(listOfFigure({ from, to }, figure))
      expect([figure, rows]).toEqual([figure, figures[figure]])
    }
    // Nothing is compared with nothing: over all there is some of everything.
    if (from < FROM) expect(COUNTED_FIGURES.filter((figure) => figures[figure] === 0)).toEqual([])
    for (const { month, received, answered } of figures.months) {
      const days = daysOfMonth(month, { from, to })
      const rows = [
        await rowsOf(listOfFigure(days, 'received')),
        await rowsOf(listOfFigure(days, 'answered')),
      ]
      expect([month, ...rows]).toEqual([month, received, answered])
    }
  })

  it('by duty, in each way it stands', async () => {
    const days = { from: '2025-01-01', to: '2027-12-31' }
    const { duties } = await figuresOf(days.from, days.to)
    expect(duties.map(({ rule }) => rule).toSorted()).toEqual(['T-DSR-ACK', 'T-POL-30'])
    for (const duty of duties) {
      for (const standing of DUTY_STANDINGS) {
        const rows = await rowsOf(listOfDuty(days, duty.rule, standing))
        expect([duty.rule, standing, rows]).toEqual([duty.rule, standing, duty[standing]])
      }
    }
    // Some of everything occurs.
    expect(DUTY_STANDINGS.filter((each) => duties.every((duty) => duty[each] === 0))).toEqual([])
  })

  it.each(DIMENSIONS)('by %s', async (of) => {
    const figures = await figuresOf(FROM, TO)
    expect(figures.by[of].length).toBeGreaterThan(0)
    for (const group of figures.by[of]) {
      for (const figure of GROUPED) {
        const rows = await rowsOf(
          listOfFigure({ from: FROM, to: TO }, figure, { of, code: group.code }),
        )
        expect([group.code, figure, rows]).toEqual([group.code, figure, group[figure]])
      }
    }
  })
})
