import { describe, expect, it } from 'vitest'

import { noticesOfBreach, startOfDuty, suspectedBreach } from '#core/breach/model.ts'
import { usualRecipient } from '#core/breach/rules.ts'
import { RULE } from '#core/deadlines/rule-table.ts'
import { settings } from '../letters/letter-facts.ts'

it.each([
  ['the notice to the authority the settings name', RULE.breachNotice, 'Cục A05'],
  ['the record that stays in the house', RULE.breachRecord, settings.organisation.boardName],
  ['nobody in particular for the others', RULE.breachNoticeToSubjects, ''],
])('%s', (_name, rule, expected) => {
  const notices = { ...settings.notices, authorityName: 'Cục A05' }
  expect(usualRecipient(rule, { ...settings, notices })).toBe(expected)
})

// Each with its article: Law 91/2025, 23.1 and 23.2; Decree 356/2025, 29; Decree 331/2026, 31.2.d (24 hours for a serious incident, the
// report of 72 for every one); Law 19/2023.
describe('what a violation must be told of', () => {
  const suspected = suspectedBreach('complaint', '2026-11-22T02:00:00.000Z')
  it.each([
    ['of which nothing more is known', {}, ['T-BR-72']],
    ['confirmed', { state: 'confirmed' }, ['T-BR-72', 'T-BR-REC']],
    ['ruled out', { state: 'ruled-out', serious: true, dataItems: ['location'] }, []],
    ['of telephone numbers', { dataItems: ['phone', 'password'] }, ['T-BR-72']],
    ['of where somebody was', { dataItems: ['phone', 'location'] }, ['T-BR-72', 'T-BR-SUBJ']],
    ['of biometrics', { dataItems: ['biometrics'] }, ['T-BR-72', 'T-BR-SUBJ']],
    ['of other sensitive data', { sensitive: true }, ['T-BR-72', 'T-BR-SUBJ']],
    ['that is a cyber incident', { cyber: true }, ['T-BR-72', 'T-CY-72']],
    ['that is a serious one', { serious: true }, ['T-BR-72', 'T-CY-24', 'T-CY-72']],
    ['of consumers', { consumer: true }, ['T-BR-72', 'T-CON-24']],
    ['only one half of which is decided', { harmNotice: 'not-owed' }, ['T-BR-72']],
    ['owed by one half', { harmNotice: 'not-owed', conductNotice: 'owed' }, ['T-BR-72']],
    [
      'not owed by either half, of which people are told all the same',
      { harmNotice: 'not-owed', conductNotice: 'not-owed', dataItems: ['location'] },
      ['T-BR-SUBJ'],
    ],
  ] as const)('%s', (_what, changes, rules) => {
    expect(noticesOfBreach({ ...suspected, ...changes })).toEqual(rules)
  })

  it.each([
    [RULE.breachRecord, '2026-11-24T02:00:00.000Z'],
    [RULE.breachNotice, '2026-11-22T02:00:00.000Z'],
    [RULE.breachNoticeToSubjects, '2026-11-22T02:00:00.000Z'],
    [RULE.cyberReport, '2026-11-22T02:00:00.000Z'],
  ])(
    '%s runs from %s: the record from the confirmation, the others from the detection',
    (rule, at) => {
      const confirmed = { ...suspected, confirmedAt: '2026-11-24T02:00:00.000Z' }
      expect(startOfDuty(rule, confirmed)).toBe(at)
    },
  )
})
