import { describe, expect, it } from 'vitest'
import { isLocalDate } from '#core/kernel/calendar.ts'
import { DEADLINE_RULES, type DeadlineRule } from '#core/deadlines/rule-table.ts'
import { computeDeadline, ruleOn } from '#core/deadlines/rules.ts'
import { defaultWorkCalendar } from '#core/deadlines/holidays.ts'
import { ruleInForce } from './rule-in-force.ts'

const calendar = defaultWorkCalendar(2026, 2028)
const today = '2026-11-22'
const deadline = (code: string, start: string, options = {}) =>
  computeDeadline(ruleInForce(code, today), start, calendar, options)

describe('the rule table', () => {
  it.each([
    ['T-POL-30', 30, 'days'],
    ['T-POL-0', 24, 'hours'],
    ['T-DSR-ACK', 2, 'working-days'],
    ['T-DSR-STOP', 15, 'days', 20, 15],
    ['T-DSR-SEE', 10, 'days', 15, 10],
    ['T-DSR-DEL', 20, 'days', 30, 20],
    ['T-DSR-PROT', 15, 'days', undefined, 15],
    ['T-BR-72', 72, 'hours'],
    ['T-BR-SUBJ', 72, 'hours'],
    ['T-BR-REC', 24, 'hours'],
    ['T-CY-24', 24, 'hours'],
    ['T-CY-72', 72, 'hours'],
    ['T-CON-24', 24, 'hours'],
  ] as const)('%s is %i %s', (code, amount, unit, viaProcessor?: number, extension?: number) => {
    const rule = ruleInForce(code, today)
    expect([rule.amount, rule.unit]).toEqual([amount, unit])
    expect(rule.viaProcessorAmount).toBe(viaProcessor)
    expect(rule.extension?.maxAmount).toBe(extension)
  })

  it('names every rule in both languages, dates and sources it, and claims no counsel', () => {
    for (const rule of DEADLINE_RULES) {
      const texts = [rule.name.vi, rule.name.en, rule.basis.vi, rule.basis.en, rule.source]
      expect(texts.filter((text) => text === '' || text !== text.normalize('NFC'))).toEqual([])
      expect(isLocalDate(rule.effectiveFrom)).toBe(true)
      expect(rule.checkedByCounsel).toBe(false)
    }
  })

  it.each([
    ['T-DSR-ACK', '2025-12-31', false],
    ['T-DSR-ACK', '2026-01-01', true],
    ['T-CY-24', '2026-08-18', false],
    ['T-CY-24', '2026-08-19', true],
    ['T-NONE', today, false],
  ])('%s on %s is in force: %s', (code, date, inForce) => {
    expect(ruleOn(code, date) !== null).toBe(inForce)
  })

  it('finds the version of an edited rule by its dates', () => {
    const [rule] = DEADLINE_RULES.filter(({ code }) => code === 'T-POL-30')
    if (!rule) throw new Error('the policy rule is missing')
    const versions: readonly DeadlineRule[] = [
      { ...rule, effectiveTo: '2026-12-31' },
      { ...rule, amount: 20, effectiveFrom: '2027-01-01' },
    ]
    expect(ruleOn('T-POL-30', '2026-12-31', versions)?.amount).toBe(30)
    expect(ruleOn('T-POL-30', '2027-01-01', versions)?.amount).toBe(20)
    expect(ruleOn('T-POL-30', '2012-06-30', versions)?.amount).toBe(30)
    expect(ruleOn('T-DSR-DEL', '2025-12-31')).toBeNull()
  })
})

describe('deadlines', () => {
  it('holds the promise of the policy until midnight of the legal end', () => {
    expect(deadline('T-POL-30', '2026-10-25')).toEqual({
      code: 'T-POL-30',
      startsOn: '2026-10-25',
      rawEnd: '2026-11-24',
      legalEnd: '2026-11-25',
      target: '2026-11-23',
      endsAt: '2026-11-25T17:00:00.000Z',
    })
  })

  it('counts days from the Vietnam day of a moment', () => {
    expect(deadline('T-POL-30', '2026-10-24T17:00:00.000Z')).toEqual(
      deadline('T-POL-30', '2026-10-25'),
    )
  })

  it('acknowledges a request within two working days, over Culture Day', () => {
    expect(deadline('T-DSR-ACK', '2026-11-22').legalEnd).toBe('2026-11-25')
  })

  it('runs 72 hours to the minute through a holiday', () => {
    expect(deadline('T-BR-72', '2026-11-22T02:15:00.000Z')).toEqual({
      code: 'T-BR-72',
      startsOn: '2026-11-22',
      rawEnd: '2026-11-25',
      legalEnd: '2026-11-25',
      target: '2026-11-25',
      endsAt: '2026-11-25T02:15:00.000Z',
    })
  })

  it('ends hours that run out at midnight with the day before', () => {
    const { legalEnd, endsAt } = deadline('T-CON-24', '2026-11-21T17:00:00.000Z')
    expect([legalEnd, endsAt]).toEqual(['2026-11-22', '2026-11-22T17:00:00.000Z'])
  })

  it('refuses hours from a day without a moment', () => {
    expect(() => deadline('T-BR-72', '2026-11-22')).toThrow('INVALID_INPUT')
  })

  it.each([
    ['T-DSR-SEE', {}, '2026-12-02'],
    ['T-DSR-SEE', { viaProcessor: true }, '2026-12-07'],
    ['T-DSR-SEE', { extension: 10 }, '2026-12-12'],
    ['T-DSR-SEE', { viaProcessor: true, extension: 10 }, '2026-12-17'],
    ['T-DSR-PROT', { viaProcessor: true }, '2026-12-07'],
  ])('%s with %j counts to %s', (code, options, rawEnd) => {
    expect(deadline(code, '2026-11-22', options).rawEnd).toBe(rawEnd)
  })

  it.each([
    ['T-POL-30', 1, 'EXTENSION_NOT_ALLOWED'],
    ['T-DSR-SEE', 11, 'EXTENSION_TOO_LONG'],
    ['T-DSR-SEE', -1, 'NOT_A_COUNT'],
    ['T-DSR-SEE', 1.5, 'NOT_A_COUNT'],
  ])('%s refuses an extension of %d: %s', (code, extension, problem) => {
    expect(() => deadline(code, '2026-11-22', { extension })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code: problem })] }),
    )
  })
})
