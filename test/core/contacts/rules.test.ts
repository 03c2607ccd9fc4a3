import { describe, expect, it } from 'vitest'
import { spoken, type EntryFacts, type LogEntry } from '#core/contacts/model.ts'
import { canChange, checkedFacts, requireUnread, unreadAfter } from '#core/contacts/rules.ts'
import { showContact, showEntry } from '#core/contacts/shown.ts'
import type { Decision } from '#core/kernel/decision.ts'

const NOW = '2026-11-22T03:00:00.000Z'
const told: EntryFacts = {
  kind: 'call',
  direction: 'in',
  happenedAt: NOW,
  spokenBy: 'clerk',
  contact: '0912 345 678',
  body: 'Hỏi bao giờ có trả lời',
  mentions: [],
}
const entry: LogEntry = {
  ...told,
  ...{ id: 'entry', complaintId: 'complaint', version: 1, unread: [] },
  ...{ recordedBy: 'clerk', recordedAt: NOW, changedAt: NOW, withdrawnReason: null },
}
const about = { now: NOW, receivedAt: '2026-11-20T03:00:00.000Z', author: 'clerk' }
const reasonsOf = (decision: Decision): readonly string[] =>
  decision.allowed ? [] : decision.reasons.map(({ code }) => code)
const issueOf = (act: () => unknown): unknown => {
  try {
    act()
    return null
  } catch (error) {
    return (error as { issues: readonly { path: string; code: string }[] }).issues[0]
  }
}

describe('what is put into the contact log', () => {
  it.each([
    ['now', {}, null],
    ['a minute ahead, as clocks differ', { happenedAt: '2026-11-22T03:01:00.000Z' }, null],
    ['in the future', { happenedAt: '2026-11-22T03:02:00.000Z' }, 'TIME_IN_FUTURE'],
    ['a month before it was received', { happenedAt: '2026-10-21T03:00:00.000Z' }, null],
    ['longer before', { happenedAt: '2026-10-20T03:00:00.000Z' }, 'SAID_LONG_BEFORE_RECEIPT'],
    ['a year mistyped', { happenedAt: '2025-11-22T03:00:00.000Z' }, 'SAID_LONG_BEFORE_RECEIPT'],
    ['without who turned to whom', { direction: null }, 'REQUIRED'],
  ] as const)('said %s', (_what, change, code) => {
    const issue = issueOf(() => checkedFacts({ ...told, ...change }, about))
    expect(issue).toEqual(code === null ? null : expect.objectContaining({ code }))
  })

  it('is of a note the moment it is written, by who writes it, over no number', () => {
    const note = {
      ...told,
      kind: 'note',
      spokenBy: 'other',
      happenedAt: '2020-01-01T00:00:00.000Z',
    } as const
    expect(checkedFacts(note, about)).toMatchObject({
      ...{ direction: null, contact: null, spokenBy: 'clerk', happenedAt: NOW },
    })
    const before = { kind: 'note', happenedAt: '2026-11-21T03:00:00.000Z' } as const
    expect(checkedFacts(note, about, before).happenedAt).toBe(before.happenedAt)
    expect(checkedFacts(note, about, { ...before, kind: 'call' }).happenedAt).toBe(NOW)
  })

  it('names each colleague once, and nobody themself', () => {
    const { mentions } = checkedFacts({ ...told, mentions: ['chair', 'clerk', 'chair'] }, about)
    expect(mentions).toEqual(['chair'])
  })
})

it.each([
  ['its author', entry, 'clerk', []],
  ['somebody else', entry, 'chair', ['ENTRY_OF_ANOTHER']],
  [
    'its author once it is taken back',
    { ...entry, withdrawnReason: 'x' },
    'clerk',
    ['ENTRY_WITHDRAWN'],
  ],
] as const)('%s may change an entry or not', (_who, row, personId, codes) => {
  expect(reasonsOf(canChange(row, personId))).toEqual(codes)
})

it.each([
  ['somebody new waits', { mentions: ['a'], unread: [] }, ['a', 'b'], ['b']],
  ['who has not read it waits still', { mentions: ['a'], unread: ['a'] }, ['a'], ['a']],
  ['who is named no more does not', { mentions: ['a'], unread: ['a'] }, [], []],
] as const)('after a correction %s', (_what, before, mentions, unread) => {
  expect(unreadAfter(before, mentions)).toEqual(unread)
})

it('waits for those it names and nobody else', () => {
  expect(issueOf(() => requireUnread({ unread: ['a'] }, 'a'))).toBeNull()
  expect(issueOf(() => requireUnread({ unread: ['a'] }, 'b'))).toMatchObject({
    code: 'NOT_MENTIONED',
  })
})

it('gives a complainant what was said to them, not notes nor what was taken back', () => {
  const note: LogEntry = { ...entry, id: 'note', kind: 'note', direction: null }
  const gone: LogEntry = { ...entry, id: 'gone', withdrawnReason: 'Nhầm' }
  expect(spoken([entry, note, gone])).toEqual([entry])
})

it.each([
  ['0912 345 678', '********678'],
  ['028 38 49 40 88', '*********088'],
  ['zalo: minhcua', '***'],
  ['minh@example.vn', '***'],
])('shows %s to who may not read contacts as %s', (contact, shown) => {
  const covered = { covers: () => true }
  expect(showContact(contact, covered)).toBe(shown)
  expect(showEntry({ ...entry, contact }, covered).contact).toBe(shown)
  expect(showEntry({ ...entry, contact }, { covers: () => false }).contact).toBe(contact)
  expect(showEntry({ ...entry, contact: null }, covered).contact).toBeNull()
})
