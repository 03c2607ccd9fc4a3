import { describe, expect, it } from 'vitest'
import type { Account, Member } from '#core/people/account.ts'
import { membersOf, possibleConfirmers } from '#core/people/account.ts'
import type { Person } from '#core/people/model.ts'
import { PERMISSIONS } from '#core/people/permissions.ts'
import {
  canConfirm,
  foundsTheBoard,
  isActOfSecondPerson,
  mayApprove,
  requireWord,
} from '#core/people/second-person.ts'
import { contract } from '#shared/contract/index.ts'

const SINCE = '2026-11-22T08:00:00.000Z'
const NEXT_DAY = '2026-11-23T08:00:00.000Z'
const JUST_BEFORE = '2026-11-23T07:59:59.999Z'

function member(id: string, account: Partial<Account> = {}, person: Partial<Person> = {}): Member {
  return {
    person: {
      ...{ id, version: 1, username: id, fullName: id, title: '', role: 'board' },
      ...{ active: true, createdAt: SINCE },
      ...person,
    },
    account: {
      ...{ id, version: 1, cause: 'founded', since: SINCE, causedBy: null, confirmedBy: [] },
      ...{ ownPassword: true, establishedAt: SINCE },
      ...account,
    },
  }
}

const lan = member('lan', {}, { role: 'chair' })
const minh = member('minh')
const added = { cause: 'added', causedBy: 'lan', establishedAt: null } as const
const reset = { cause: 'reset', causedBy: 'lan' } as const
const recovered = { cause: 'recovered' } as const

/** `ok`, `ok alone`, `ok unconfirmed`, or why not. */
function word(who: Member, others: readonly Member[], now = SINCE): string {
  const answer = mayApprove(who, [who, ...others], now)
  if (!answer.allowed) return answer.reasons.map(({ code }) => code).join(' ')
  return ['ok', ...(answer.word.mark === null ? [] : [answer.word.mark])].join(' ')
}

describe('who may be a second person', () => {
  it.each<[what: string, who: Member, others: readonly Member[], answer: string]>([
    ['one of the first two', minh, [lan], 'ok'],
    ['kept from before', member('x', { cause: 'kept' }), [lan], 'ok'],
    ['the only one with a password of their own', lan, [], 'ok alone'],
    [
      'whose second has a one-time password',
      lan,
      [member('minh', { ...added, ownPassword: false })],
      'ok alone',
    ],
    ['whose second has left', lan, [member('minh', {}, { active: false })], 'ok alone'],
    ['whose second does not approve', lan, [member('huy', {}, { role: 'auditor' })], 'ok alone'],
    ['whose second waits for a word', lan, [member('minh', reset)], 'ok alone'],
    ['by a one-time password', member('x', { ownPassword: false }), [lan], 'OWN_PASSWORD_MISSING'],
    ['new, with one left to confirm', member('x', added), [lan, minh], 'ACCOUNT_UNCONFIRMED'],
    ['new and confirmed', member('x', { ...added, confirmedBy: ['minh'] }), [lan, minh], 'ok'],
    ['new, made by the only other', member('x', added), [lan], 'ACCOUNT_WAITS'],
    ['reset, with one left', member('x', reset), [lan, minh], 'ACCOUNT_UNCONFIRMED'],
    [
      'promoted, with one left',
      member('x', { ...reset, cause: 'promoted' }),
      [lan, minh],
      'ACCOUNT_UNCONFIRMED',
    ],
    ['recovered', member('x', recovered), [lan, minh], 'ACCOUNT_UNCONFIRMED'],
    [
      'recovered, confirmed by one of two',
      member('x', { ...recovered, confirmedBy: ['lan'] }),
      [lan, minh],
      'ACCOUNT_UNCONFIRMED',
    ],
    [
      'recovered, confirmed by both',
      member('x', { ...recovered, confirmedBy: ['lan', 'minh'] }),
      [lan, minh],
      'ok',
    ],
    [
      'recovered, confirmed by the only other',
      member('x', { ...recovered, confirmedBy: ['lan'] }),
      [lan],
      'ACCOUNT_WAITS',
    ],
    [
      'whose only other confirmer waits too',
      member('x', reset),
      [lan, member('minh', reset)],
      'ACCOUNT_WAITS',
    ],
  ])('%s', (_what, who, others, answer) => {
    expect(word(who, others)).toBe(answer)
  })

  it('where nobody is left to vouch: a day later, to the millisecond, and marked', () => {
    const alone = member('x', reset)
    expect(word(alone, [lan], JUST_BEFORE)).toBe('ACCOUNT_WAITS')
    expect(word(alone, [lan], NEXT_DAY)).toBe('ok unconfirmed')
    // A day changes nothing where somebody is.
    expect(word(alone, [lan, minh], NEXT_DAY)).toBe('ACCOUNT_UNCONFIRMED')
  })

  it('a person without an account on record is vouched for by nobody', () => {
    const [unknown] = membersOf([minh.person], [])
    expect(unknown && word(unknown, [lan])).toBe('ACCOUNT_UNCONFIRMED')
  })
})

describe('who may vouch for an account', () => {
  const ghost = member('ghost', added, { role: 'chair' })
  const ofGhost = member('x', { ...reset, causedBy: 'ghost' })
  it.each<[what: string, actor: string, who: Member, others: readonly Member[], codes: string]>([
    ['another approver', 'minh', member('x', added), [lan, minh], ''],
    ['its maker', 'lan', member('x', added), [lan, minh], 'CONFIRMER_NOT_INDEPENDENT'],
    ['itself', 'x', member('x', added), [lan, minh], 'APPROVER_IS_SUBJECT'],
    ['the maker of its maker', 'lan', ofGhost, [lan, minh, ghost], 'CONFIRMER_NOT_INDEPENDENT'],
    ['its maker, not vouched for', 'ghost', ofGhost, [lan, ghost], 'CONFIRMER_NOT_INDEPENDENT'],
    [
      'the maker of a maker whom others know',
      'lan',
      ofGhost,
      [lan, minh, member('ghost', { ...added, confirmedBy: ['minh'] }, { role: 'chair' })],
      '',
    ],
    [
      'an auditor',
      'dang',
      member('x', added),
      [lan, member('dang', {}, { role: 'auditor' })],
      'CONFIRMER_NOT_INDEPENDENT',
    ],
    [
      'somebody again',
      'minh',
      member('x', { ...recovered, confirmedBy: ['minh'] }),
      [lan, minh],
      'CONFIRMED_ALREADY',
    ],
    [
      'before its owner was seen',
      'minh',
      member('x', { ...added, ownPassword: false }),
      [lan, minh],
      'OWNER_NOT_SEEN_YET',
    ],
    ['where nothing waits', 'minh', lan, [minh], 'NOTHING_TO_CONFIRM'],
    [
      'a new account that approves nothing',
      'minh',
      member('x', added, { role: 'intake' }),
      [lan, minh],
      'NOTHING_TO_CONFIRM',
    ],
  ])('%s', (_what, actor, who, others, codes) => {
    const decision = canConfirm(actor, who, [who, ...others])
    const reasons = decision.allowed ? [] : decision.reasons
    expect(reasons.map(({ code }) => code).join(' ')).toBe(codes)
  })

  it('two who made each other in a circle come to an end', () => {
    const one = member('one', { ...reset, causedBy: 'two' })
    const two = member('two', { ...reset, causedBy: 'one' })
    expect(possibleConfirmers(one, [one, two, lan]).map(({ person }) => person.id)).toEqual(['lan'])
  })
})

describe('the first two', () => {
  it.each<[what: string, who: Member, others: readonly Member[], founds: boolean]>([
    ['the second approver', member('x', added), [lan], true],
    ['the third', member('x', added), [lan, minh], false],
    ['another after one of two was reset', member('x', added), [lan, member('minh', reset)], false],
    [
      'another after one of two left',
      member('x', added),
      [lan, member('minh', {}, { active: false })],
      false,
    ],
    ['one who does not approve', member('x', added, { role: 'intake' }), [lan], false],
    ['one who was reset', member('x', { ...reset, establishedAt: null }), [lan], false],
  ])('%s', (_what, who, others, founds) => {
    expect(foundsTheBoard(who, [who, ...others])).toBe(founds)
  })
})

describe('the guard', () => {
  it('is asked by every route whose act is a second person’s', () => {
    const guarded = Object.entries(contract)
      .filter(([, { access }]) => access in PERMISSIONS)
      .filter(([, { access }]) => isActOfSecondPerson(access as keyof typeof PERMISSIONS))
    expect(guarded.map(([route]) => route).toSorted()).toEqual([
      'approvals.decide',
      'letters.approve',
      'letters.approveAndIssue',
      'letters.return',
      'people.confirm',
      'retention.decide',
    ])
    // The dispatcher gives the word inside a transaction only.
    for (const [, { kind }] of guarded) expect(['command', 'unmanaged']).toContain(kind)
  })

  it('an approval whose route did not ask is a fault in the program, not an approval', () => {
    expect(() => requireWord({ word: null })).toThrow('without the word')
  })
})
