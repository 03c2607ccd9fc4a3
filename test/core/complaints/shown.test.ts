import { describe, expect, it } from 'vitest'

import type { AuditValue } from '#core/audit/model.ts'
import { coverOf, personOf, requireIdentity } from '#core/complaints/cover.ts'
import { auditedFacts } from '#core/complaints/facts.ts'
import { CONTACT_FIELDS, type Complaint } from '#core/complaints/model.ts'
import { showComplaint, showEvent, showSummary } from '#core/complaints/shown.ts'
import type { Reader } from '#core/conflicts/reader.ts'
import { FIELDS } from '#core/people/fields.ts'
import { ROLES, type Role } from '#core/people/permissions.ts'
import { complaint as base } from '../case/case-facts.ts'

const complaint: Complaint = {
  ...base,
  subject: 'Chị Hoa bị lộ số',
  narrative: 'Đỗ Thị Hoa, CCCD 001 085 012 345, gọi từ 0912 345 678',
  complainant: {
    salutation: 'ms',
    fullName: 'Đỗ Thị Hoa',
    phones: [{ e164: '+84912345678', asTold: '0912 345 678' }],
    email: 'hoa.do@example.vn',
    address: '5 Lê Lợi, Đà Nẵng',
    memberAccount: 'hoado',
    actingFor: 'con gái Trần Gia Hân',
  },
}

const reader = (role: Role, changes: Partial<Reader> = {}): Reader => ({
  ...{ personId: 'reader', role, shut: [], coversInvestigators: false, revealed: new Set() },
  ...changes,
})
const revealed = new Set([complaint.id])

describe('whose case it is', () => {
  it.each(ROLES)('is as the table says for %s', (role) => {
    const { identity, complainant } = showComplaint(reader(role), complaint)
    const covered = FIELDS.identity[role] === 'revealed'
    expect(identity).toBe(covered ? 'covered' : 'clear')
    if (!covered) expect(complainant).toEqual(complaint.complainant)
  })

  it('is covered with all that would tell it, from an auditor', () => {
    const shown = showComplaint(reader('auditor'), complaint)
    expect(shown).toMatchObject({
      ...{ subject: 'Chị *** bị lộ số', identity: 'covered' },
      narrative: '***, CCCD *** *** *** 345, gọi từ **** *** 678',
      complainant: {
        ...{ salutation: 'unknown', fullName: '***', actingFor: '***', email: '***' },
        phones: [{ e164: '********678', asTold: '********678' }],
        ...{ address: '***', memberAccount: '***' },
      },
    })
    const told = JSON.stringify(shown)
    for (const secret of ['Hoa', 'Hân', '085', '0912', '912345', 'hoa.do', 'Lê Lợi', 'hoado']) {
      expect(told).not.toContain(secret)
    }
  })

  it.each(CONTACT_FIELDS)(
    'keeps %s from who may not read contacts, in the case and its history',
    (field) => {
      const told = 'Kiệt 84/2 sau chợ'
      const complainant = { ...complaint.complainant, [field]: told }
      const shown = showComplaint(reader('auditor', { revealed }), { ...complaint, complainant })
      expect(JSON.stringify(shown)).not.toContain('84/2')
      const changes = [{ field, from: null, to: told }]
      const cover = coverOf(reader('auditor', { revealed }), personOf(complaint))
      const event = showEvent({ shut: [] }, { entity: 'complaint', changes }, cover)
      expect(JSON.stringify(event)).not.toContain('84/2')
    },
  )

  it('is told once it is revealed, the contacts are not', () => {
    const shown = showComplaint(reader('auditor', { revealed }), complaint)
    expect(shown).toMatchObject({
      ...{ identity: 'revealed', subject: complaint.subject },
      complainant: { fullName: 'Đỗ Thị Hoa', email: 'h***@example.vn', address: '***' },
    })
    expect(shown.narrative).toMatch(/^Đỗ Thị Hoa, CCCD 001 085 012 345, gọi từ \*/u)
  })

  it('is revealed of this case and no other', () => {
    const other = reader('auditor', { revealed: new Set(['another']) })
    expect(showComplaint(other, complaint).identity).toBe('covered')
  })

  it('is covered from investigators who do not handle the case, where the board says so', () => {
    const covered = { coversInvestigators: true }
    const shown = (changes: Partial<Reader>, of: Partial<Complaint> = {}) =>
      showComplaint(reader('investigator', { ...covered, ...changes }), { ...complaint, ...of })
    expect(shown({}).complainant).toMatchObject({ fullName: '***', email: '***' })
    expect(shown({}).identity).toBe('covered')
    expect(shown({}, { assigneeId: 'reader' })).toEqual({
      ...{ ...complaint, assigneeId: 'reader' },
      identity: 'clear',
    })
    expect(shown({}, { recordedBy: 'reader' }).identity).toBe('clear')
    // They may read contacts, so what is revealed is all of it.
    expect(shown({ revealed })).toEqual({ ...complaint, identity: 'revealed' })
    expect(shown({ coversInvestigators: false }).identity).toBe('clear')
    for (const role of ['chair', 'board', 'intake'] as const) {
      expect(showComplaint(reader(role, covered), complaint).identity).toBe('clear')
    }
  })

  it('is required for what cannot be covered', () => {
    const person = personOf(complaint)
    expect(() => requireIdentity(reader('auditor'), person)).toThrow(
      expect.objectContaining({ issues: [{ path: '', code: 'IDENTITY_COVERED' }] }),
    )
    expect(() => requireIdentity(reader('auditor', { revealed }), person)).not.toThrow()
    expect(() => requireIdentity(reader('intake'), person)).not.toThrow()
  })

  it('is covered in a row of a list', () => {
    const row = { complainantName: 'Đỗ Thị Hoa', subject: 'Bà Hoa hỏi' }
    const cover = coverOf(reader('auditor'), personOf(complaint))
    expect(showSummary(row, cover)).toEqual({
      ...{ complainantName: '***', subject: 'Bà *** hỏi', identity: 'covered' },
    })
    const clear = coverOf(reader('chair'), personOf(complaint))
    expect(showSummary(row, clear)).toEqual({ ...row, identity: 'clear' })
  })
})

describe('an event of the record', () => {
  const facts = auditedFacts(complaint, complaint.complainant)
  const changes = Object.entries(facts).map(([field, to]) => ({ field, from: null, to }))
  const shownTo = (who: Reader, entity = 'complaint') =>
    showEvent(who, { entity, changes }, coverOf(who, personOf(complaint))).changes
  const valueOf = (who: Reader, field: string): AuditValue | undefined =>
    shownTo(who).find((change) => change.field === field)?.to

  it('is told as it is to whoever sees everybody', () => {
    expect(shownTo(reader('intake'))).toEqual(changes)
  })

  it('says nothing anybody wrote of a case whose person is covered, only what the program did', () => {
    const auditor = reader('auditor')
    const told = JSON.stringify(shownTo(auditor))
    for (const secret of ['Hoa', 'Hân', '912345', 'hoa.do', 'Lê Lợi', '"hoado"', 'bị lộ']) {
      expect(told).not.toContain(secret)
    }
    expect(valueOf(auditor, 'severity')).toBe(complaint.severity)
    expect(valueOf(auditor, 'clauses')).toEqual(complaint.clauses)
  })

  it('says what was written once they are revealed, with the contacts covered', () => {
    const auditor = reader('auditor', { revealed })
    expect(valueOf(auditor, 'fullName')).toBe('Đỗ Thị Hoa')
    expect(valueOf(auditor, 'phones')).toEqual(['********678'])
    expect(valueOf(auditor, 'email')).toBe('h***@example.vn')
    expect(valueOf(auditor, 'narrative')).not.toContain('0912')
  })

  it.each([
    '1607c21adbb638aef9960ded0e2e7f6d55521a6eaf91c095884f535154372456',
    'e1f930b9-e3e6-4948-973c-091234567812',
  ])('leaves a hash and an id as they are, whatever digits they have: %s', (mark) => {
    const changes = [{ field: 'pdfSha256', from: null, to: mark }]
    const cover = coverOf(reader('auditor'), personOf(complaint))
    expect(showEvent({ shut: [] }, { entity: 'letter', changes }, cover).changes).toEqual(changes)
    expect(cover.text('CCCD 001085012345')).toBe('CCCD *********345')
  })

  it('does not tell of which case, that its reader is kept from, another is a duplicate', () => {
    const chair = reader('chair', { shut: [{ id: 'x', code: 'KN-2026-0009' }] })
    const event = {
      entity: 'complaint',
      changes: [{ field: 'duplicateOf', from: null, to: 'KN-2026-0009' }],
    }
    const cover = coverOf(chair, personOf(complaint))
    expect(showEvent(chair, event, cover).changes[0]?.to).toBe('***')
  })
})
