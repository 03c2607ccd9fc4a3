import { expect, it } from 'vitest'

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
