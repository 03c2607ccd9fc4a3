import { expect, it } from 'vitest'

import type { AuthorityRequest } from '#core/complaints/authority.ts'
import { readableBy } from '#core/case/case-file.ts'
import { complaint, emptyFile } from './case-facts.ts'

const AUTHORITY: AuthorityRequest = {
  kind: 'court',
  name: 'Tòa án nhân dân khu vực 1',
  number: '12/TB-TA',
  issuedOn: '2026-11-20',
  officer: 'Thẩm phán',
  dueOn: null,
  answeredOn: null,
  decisionId: null,
  ownCaseId: 'own',
}

it.each([
  ['is told', [], 'own'],
  ['is not told to whoever is kept from it', [{ id: 'own', code: 'KN-2026-0002' }], null],
] as const)('the complainant’s own case %s', (_, shut, ownCaseId) => {
  const reader = {
    ...{ personId: 'reader', coversInvestigators: false, revealed: new Set<string>(), shut },
    role: 'chair' as const,
  }
  const file = { ...emptyFile, complaint: { ...complaint, authority: AUTHORITY } }
  expect(readableBy(reader, file).complaint.authority).toEqual({ ...AUTHORITY, ownCaseId })
})
