import { describe, expect, it } from 'vitest'

import {
  isRehearsalDue,
  rehearsalEntry,
  rehearsalOf,
  type Rehearsal,
} from '#core/copies/rehearsal.ts'

const NOW = '2026-11-30T08:00:00.000Z'

describe('going back is tried', () => {
  it.each([
    ['never before', null, true],
    ['a week ago', '2026-11-23T08:00:00.000Z', true],
    ['a minute less than a week ago', '2026-11-23T08:01:00.000Z', false],
    ['just now', NOW, false],
    ['by a clock two years ahead', '2028-11-28T08:00:00.000Z', true],
  ])('%s: %s is due %s', (_, last, due) => {
    expect(isRehearsalDue(last, NOW)).toBe(due)
  })
})

describe('a rehearsal on record', () => {
  const rehearsal: Rehearsal = {
    ...{ madeAt: '2026-11-29T10:00:00.000Z', complaints: 40, files: 30, faults: ['files'] },
  }

  it('is read back as it was', () => {
    const { action, changes = [], entity, entityId } = rehearsalEntry(rehearsal)
    const event = {
      ...{ action, changes, entity, entityId, at: NOW, sequence: 1, personId: null },
      ...{ personName: 'Hồi Âm', complaintId: null, previousHash: '', hash: '' },
    }
    expect(rehearsalOf(event)).toEqual({ ...rehearsal, at: NOW })
    expect(rehearsalOf({ ...event, action: 'snapshot.taken' })).toBeNull()
  })
})
