import { describe, expect, it } from 'vitest'

import { complainantFor, eventFor } from '#core/complaints/contacts.ts'
import { auditedFacts } from '#core/complaints/facts.ts'
import { can, ROLES, type Role } from '#core/people/permissions.ts'
import { complaint } from '../case/case-facts.ts'

const reader = (role: Role) => ({ personId: 'reader', role, shut: [] })

const complainant = {
  ...complaint.complainant,
  phones: [{ e164: '+84912345678', asTold: '0912 345 678' }],
  email: 'hoa.do@example.vn',
  address: '5 Lê Lợi, Đà Nẵng',
  memberAccount: 'hoado',
  actingFor: 'con gái',
}

describe.each(ROLES)('the contacts of a complainant, for %s', (role) => {
  const covered = !can(role, 'contact.read')

  it('are told or covered', () => {
    expect(complainantFor(role, complainant)).toEqual(
      covered
        ? {
            ...complainant,
            phones: [{ e164: '********678', asTold: '********678' }],
            email: 'h***@example.vn',
            address: '***',
            memberAccount: '***',
          }
        : complainant,
    )
  })

  it('stay nothing where there are none', () => {
    expect(complainantFor(role, complaint.complainant)).toEqual(complaint.complainant)
  })

  it('are told or covered in the record of the complaint, and nowhere else', () => {
    const changes = [
      { field: 'phones', from: ['+84912345678'], to: [] },
      { field: 'email', from: null, to: 'hoa.do@example.vn' },
      { field: 'subject', from: 'a', to: 'b' },
    ]
    const event = { entity: 'complaint', changes }
    const [phones, email, subject] = eventFor(reader(role), event).changes
    expect(phones?.from).toEqual([covered ? '********678' : '+84912345678'])
    expect(email).toMatchObject({ from: null, to: covered ? 'h***@example.vn' : changes[1]?.to })
    expect(subject).toEqual(changes[2])
    const firm = { ...event, entity: 'firm' }
    expect(eventFor(reader(role), firm)).toBe(firm)
  })
})

it('every contact is covered under the name the record has for it', () => {
  const facts = auditedFacts(complaint, complainant)
  const changes = Object.entries(facts).map(([field, to]) => ({ field, from: null, to }))
  const told = JSON.stringify(eventFor(reader('auditor'), { entity: 'complaint', changes }))
  for (const contact of ['912345', complainant.email, complainant.address, '"hoado"']) {
    expect(told).not.toContain(contact)
  }
})
