import { describe, expect, it } from 'vitest'

import type { LogEntry } from '#core/contacts/model.ts'
import { ROLES } from '#core/people/permissions.ts'
import {
  entryForm,
  entryInput,
  freshEntry,
  isIncomplete,
  mayLog,
  type EntryForm,
} from '#renderer/features/contacts/entry-form.ts'

const NOW = '2026-11-22T03:00:00.000Z'
const EARLIER = '2026-11-21T03:00:00.000Z'
const form: EntryForm = { ...freshEntry(EARLIER, 'other'), contact: '0912', body: 'Hỏi' }
const by = { now: NOW, me: 'me' }

describe('an entry being typed', () => {
  it('is a call that came in just now, taken by whoever writes', () => {
    expect(freshEntry(NOW, 'me')).toMatchObject({
      ...{ kind: 'call', direction: 'in', happenedAt: NOW, spokenBy: 'me', body: '' },
    })
  })

  it.each([
    ['a call', {}, { contact: '0912', spokenBy: 'other', happenedAt: EARLIER, direction: 'in' }],
    ['a meeting goes over no number', { kind: 'visit' }, { contact: null, spokenBy: 'other' }],
    [
      'a note is of who writes, now, whatever stood in the fields before',
      { kind: 'note' },
      { contact: null, spokenBy: 'me', happenedAt: NOW, direction: null },
    ],
  ] as const)('is sent as %s', (_what, change, sent) => {
    expect(entryInput({ ...form, ...change }, by)).toMatchObject(sent)
  })

  it.each([
    ['nothing said', { body: ' \n' }, true],
    ['no moment', { happenedAt: null }, true],
    ['nobody who spoke', { spokenBy: null }, true],
    ['a note without a moment', { kind: 'note', happenedAt: null, spokenBy: null }, false],
    ['no number', { contact: '' }, false],
  ] as const)('with %s is incomplete or not', (_what, change, incomplete) => {
    expect(isIncomplete({ ...form, ...change })).toBe(incomplete)
    expect(entryInput({ ...form, ...change }, by) === null).toBe(incomplete)
  })

  it('is that of a stored one when that is corrected', () => {
    const stored: LogEntry = {
      ...{ id: 'e', complaintId: 'c', version: 1, kind: 'note', direction: null, contact: null },
      ...{ happenedAt: NOW, spokenBy: 'me', body: 'Xem', mentions: ['a'], unread: [] },
      ...{ recordedBy: 'me', recordedAt: NOW, changedAt: NOW, withdrawnReason: null },
    }
    expect(entryForm(stored)).toMatchObject({ kind: 'note', contact: '', mentions: ['a'] })
  })
})

it.each([
  ['clear', null, ['chair', 'board', 'investigator', 'intake']],
  ['revealed', null, ['chair', 'board', 'investigator', 'intake']],
  ['covered', null, []],
  ['clear', NOW, []],
] as const)('is put down in a case shown %s, anonymous since %s, by %j', (identity, at, roles) => {
  const complaint = { identity, anonymisedAt: at }
  expect(ROLES.filter((role) => mayLog(role, complaint))).toEqual(roles)
  expect(mayLog(null, complaint)).toBe(false)
})
