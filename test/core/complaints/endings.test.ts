import { describe, expect, it } from 'vitest'
import {
  canBeDuplicateOf,
  endingOf,
  isEndingInForce,
  matchingContacts,
} from '#core/complaints/endings.ts'
import {
  CONCLUDED_OUTCOMES,
  OUTCOMES,
  type Complainant,
  type Complaint,
} from '#core/complaints/model.ts'
import { complaint } from '../case/case-facts.ts'

const person: Complainant = {
  ...complaint.complainant,
  phones: [{ e164: '+84912345678', asTold: '0912 345 678' }],
  email: 'hoa@example.vn',
  memberAccount: 'hoado',
  actingFor: null,
}
const mine: Complaint = { ...complaint, id: 'mine', complainant: person }
const original: Complaint = { ...complaint, id: 'original', complainant: person }

describe('two complaints are of one person by', () => {
  it.each<[string, Partial<Complainant>, readonly string[]]>([
    ['everything', {}, ['phone', 'email', 'member-account']],
    ['a telephone number alone', { email: null, memberAccount: null }, ['phone']],
    [
      'an e-mail in other letters',
      { phones: [], email: 'HOA@Example.VN' },
      ['email', 'member-account'],
    ],
    [
      'an account with other accents',
      { phones: [], email: null, memberAccount: 'HÒADO' },
      ['member-account'],
    ],
    ['nothing', { phones: [], email: null, memberAccount: null }, []],
    ['nothing where both have none', { phones: [], email: 'b@example.vn', memberAccount: '' }, []],
  ])('%s', (_, changes, contacts) => {
    expect(matchingContacts(person, { ...person, ...changes })).toEqual(contacts)
  })
})

describe('a complaint may end as the same as another', () => {
  it.each<[string, Partial<Complaint>, string | null]>([
    ['that is open', {}, null],
    ['that is answered', { status: 'answered' }, null],
    ['not itself', { id: 'mine' }, 'DUPLICATE_OF_ITSELF'],
    ['not one that is closed', { status: 'closed' }, 'DUPLICATE_OF_CLOSED'],
    ['not one that was withdrawn', { status: 'withdrawn' }, 'DUPLICATE_OF_ENDED'],
    ['not one outside the remit', { status: 'rejected' }, 'DUPLICATE_OF_ENDED'],
    ['not a duplicate', { status: 'duplicate' }, 'DUPLICATE_OF_ENDED'],
    ['not one that is about to end', { endingId: 'request' }, 'DUPLICATE_OF_ENDING'],
    [
      'not one of a spouse or a representative',
      { complainant: { ...person, actingFor: 'vợ' } },
      'DUPLICATE_OTHER_PERSON',
    ],
    [
      'not one of a stranger',
      { complainant: { ...person, phones: [], email: null, memberAccount: null } },
      'DUPLICATE_OTHER_PERSON',
    ],
    [
      'not by a contact that differs',
      { complainant: { ...person, phones: [] } },
      'CONTACT_NOT_MATCHED',
    ],
  ])('%s', (_, changes, issue) => {
    const decision = canBeDuplicateOf(mine, { ...original, ...changes }, 'phone')
    const reasons = decision.allowed ? [] : decision.reasons.map(({ code }) => code)
    expect(reasons).toEqual(issue === null ? [] : [issue])
  })

  it('never a request to be heard again as the same as what it asks to be heard again about', () => {
    const review = { ...mine, reviewOfId: original.id }
    const answered: Complaint = { ...original, status: 'answered' }
    expect(canBeDuplicateOf(review, answered, 'phone')).toMatchObject({
      reasons: [{ path: 'duplicateOfCode', code: 'DUPLICATE_OF_REVIEWED' }],
    })
    expect(canBeDuplicateOf(review, { ...original, id: 'a-third' }, 'phone').allowed).toBe(true)
  })
})

describe('an ending that was decided is in force', () => {
  it.each<[string, Partial<Complaint>, boolean]>([
    ['not while none was decided', {}, false],
    ['not while its letter is still to leave', { endingId: 'e' }, false],
    ['once its letter has left', { endingId: 'e', status: 'answered' }, true],
    ['at once in writing', { endingId: 'e', withdrawalEvidenceId: 'w' }, true],
    ['no longer once it is over', { endingId: 'e', status: 'withdrawn' }, false],
    ['not of a case that was simply answered', { status: 'answered' }, false],
  ])('%s', (_, changes, inForce) => {
    expect(isEndingInForce({ ...complaint, ...changes })).toBe(inForce)
  })
})

it('one person concludes whatever does not end a complaint', () => {
  const ending = OUTCOMES.filter((outcome) => endingOf(outcome) !== null)
  expect(ending).toEqual(['withdrawn', 'outside-remit', 'duplicate'])
  expect([...CONCLUDED_OUTCOMES, ...ending].toSorted()).toEqual([...OUTCOMES].toSorted())
  expect(endingOf(null)).toBe(null)
})
