import { describe, expect, it } from 'vitest'

import type { AuditEvent } from '#core/audit/model.ts'
import { runsOfViews } from '#renderer/features/audit/history/view-runs.ts'

/** The record of a case, newest first, each entry as `person action`. */
function recordOf(...entries: readonly string[]): readonly AuditEvent[] {
  return entries.map((entry, index) => {
    const [personId = '', action = ''] = entry.split(' ')
    const sequence = entries.length - index
    const at = `2026-11-27T02:0${sequence}:00.000Z`
    const of = { complaintId: 'c', entity: 'complaint', entityId: 'c' }
    const chain = { previousHash: '', hash: '' }
    return { sequence, at, personId, personName: personId, action, ...of, ...chain, changes: [] }
  })
}

const told = (events: readonly AuditEvent[]) =>
  runsOfViews(events).map(({ event, times, since }) => [
    `${event.personId ?? ''} ${event.action}`,
    times,
    since.slice(14, 16),
  ])

describe('the record of a case', () => {
  it('says in one line that one person looked in again and again, from when to when', () => {
    const events = recordOf('lan complaint.viewed', 'lan complaint.viewed', 'lan complaint.viewed')
    expect(told(events)).toEqual([['lan complaint.viewed', 3, '01']])
    expect(runsOfViews(events)[0]?.event).toBe(events[0])
  })

  it('keeps apart who looked in, and what happened in between', () => {
    const record = recordOf(
      'lan complaint.viewed',
      'huy complaint.viewed',
      'huy complaint.viewed',
      'huy step.added',
      'huy complaint.viewed',
    )
    expect(told(record)).toEqual([
      ['lan complaint.viewed', 1, '05'],
      ['huy complaint.viewed', 2, '03'],
      ['huy step.added', 1, '02'],
      ['huy complaint.viewed', 1, '01'],
    ])
  })

  it('never puts changes together, however alike', () => {
    expect(told(recordOf('huy step.added', 'huy step.added')).map(([, times]) => times)).toEqual([
      1, 1,
    ])
  })

  it('may be empty', () => {
    expect(runsOfViews([])).toEqual([])
  })
})
