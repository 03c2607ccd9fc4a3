import { expect, it } from 'vitest'

import type { LogEntry } from '#core/contacts/model.ts'
import { timelineOf } from '#renderer/features/audit/history/timeline.ts'
import type { Run } from '#renderer/features/audit/history/view-runs.ts'

const at = (minute: string): string => `2026-11-27T02:${minute}:00.000Z`

/** What was done, newest first, as `minute action` or `minute action entity`. */
const runs = (...acts: readonly string[]): readonly Run[] =>
  acts.map((act, index) => {
    const [minute = '', action = '', entityId = 'c'] = act.split(' ')
    const event = {
      ...{ sequence: acts.length - index, at: at(minute), action, entityId, entity: 'complaint' },
      ...{ personId: 'lan', personName: 'Lan', complaintId: 'c', changes: [] },
      ...{ previousHash: '', hash: '' },
    }
    return { event, times: 1, since: event.at }
  })
/** The log as a case has it, the earliest first, as `minute id`. */
const log = (...entries: readonly string[]): readonly LogEntry[] =>
  entries.map((entry) => {
    const [minute = '', id = ''] = entry.split(' ')
    return {
      ...{ id, complaintId: 'c', version: 1, kind: 'call', direction: 'in', contact: null },
      ...{ happenedAt: at(minute), spokenBy: 'lan', body: '', mentions: [], unread: [] },
      ...{ recordedBy: 'lan', recordedAt: at('50'), changedAt: at('50'), withdrawnReason: null },
    }
  })

it.each([
  [
    'an entry stands where it was said, and its putting down is not said twice',
    [runs('50 contact.logged a', '30 b', '10 c'), log('20 a'), false],
    ['b', 'a', 'c'],
  ],
  [
    'entries are newest first, too, and the earliest may be older than every act',
    [runs('50 b', '30 c'), log('05 x', '10 y', '40 z'), false],
    ['b', 'z', 'c', 'y', 'x'],
  ],
  [
    'what is older than what was read of the record waits for it',
    [runs('50 contact.logged a', '30 c'), log('20 a', '40 b'), true],
    ['contact.logged', 'b', 'c'],
  ],
  [
    'that it was corrected stays',
    [runs('50 contact.corrected a'), log('20 a'), false],
    ['contact.corrected', 'a'],
  ],
  ['without acts there is the log', [[], log('20 a'), false], ['a']],
] as const)('%s', (_what, [acts, entries, hasMore], order) => {
  const lines = timelineOf(acts, entries, hasMore)
  expect(
    lines.map((line) => (line.kind === 'act' ? line.run.event.action : line.entry.id)),
  ).toEqual(order)
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
})
