/** A journal over several epochs of its key: what may follow on what, and what an earlier key can do to it. */
import { describe, expect, it } from 'vitest'

import { ChainCheck } from '#main/db/audit/audit-chain.ts'
import { linkHash, type StoredEvent } from '#main/db/audit/stored-event.ts'

const KEYS = [Buffer.alloc(32, 1), Buffer.alloc(32, 2), Buffer.alloc(32, 3)]
const [FIRST, SECOND, THIRD] = KEYS as [Buffer, Buffer, Buffer]

/** A chain whose n-th event is linked with the n-th of these keys. */
function chain(...keys: readonly Buffer[]): readonly StoredEvent[] {
  const events: StoredEvent[] = []
  for (const [index, key] of keys.entries()) {
    const event = {
      ...{ sequence: index + 1, at: '2026-11-30T02:00:00.000Z', personId: 'p1', personName: 'Lan' },
      ...{ action: 'complaint.updated', complaintId: 'c1', entity: 'complaint', entityId: 'c1' },
      ...{ changes: '[]', previousHash: events.at(-1)?.hash ?? '0'.repeat(64) },
    }
    events.push({ ...event, hash: linkHash(key, event) })
  }
  return events
}

function brokenAt(events: readonly StoredEvent[], keys: readonly Buffer[] = KEYS): number | null {
  const check = new ChainCheck(keys, null)
  for (const event of events) check.add(event)
  const { sequence = 0, hash = '0'.repeat(64) } = events.at(-1) ?? {}
  return check.finish({ sequence, hash }).brokenAt
}

describe('a journal over several epochs', () => {
  it.each([
    ['one after the other', chain(FIRST, FIRST, SECOND, THIRD, THIRD)],
    ['one of them without an entry, as after going back to a copy', chain(FIRST, FIRST, THIRD)],
    ['all in the last', chain(THIRD, THIRD)],
    ['no entry at all', chain()],
  ])('holds: %s', (_, events) => {
    expect(brokenAt(events)).toBe(null)
  })

  it('is the same as ever for a board of one epoch', () => {
    expect(brokenAt(chain(FIRST, FIRST), [FIRST])).toBe(null)
    expect(brokenAt(chain(FIRST, SECOND), [FIRST])).toBe(2)
  })

  it.each([
    ['an earlier key links after a later one', chain(FIRST, SECOND, FIRST, THIRD), 3],
    ['a key links that is none of them', chain(FIRST, Buffer.alloc(32, 9), THIRD), 2],
    ['an entry of an earlier epoch was changed', altered(chain(FIRST, FIRST, THIRD), 1), 1],
    ['it was linked anew with the first key from there on', relinked(), 4],
  ])('is broken where %s', (_, events, at) => {
    expect(brokenAt(events)).toBe(at)
  })

  it('ends in the present epoch: a tail that was taken away back to an earlier one is missed', () => {
    const whole = chain(FIRST, FIRST, SECOND, THIRD)
    expect(brokenAt(whole.slice(0, 3))).toBe(4)
    expect(brokenAt(whole.slice(0, 2))).toBe(3)
    // With entries of the first key put on instead, by somebody who has no other.
    expect(brokenAt(chain(FIRST, FIRST, FIRST, FIRST, FIRST))).toBe(6)
  })
})

function altered(events: readonly StoredEvent[], sequence: number): readonly StoredEvent[] {
  return events.map((event) =>
    event.sequence === sequence ? { ...event, personName: 'Minh' } : event,
  )
}

/** The second entry changed by somebody with the first key, who can link the third anew, and not what came after. */
function relinked(): readonly StoredEvent[] {
  const [, , , ...later] = chain(FIRST, FIRST, FIRST, THIRD, THIRD)
  const events = chain(FIRST, FIRST, FIRST).map((event) => ({ ...event, personName: 'Minh' }))
  let previousHash = '0'.repeat(64)
  const forged = events.map((event) => {
    const next = { ...event, previousHash }
    previousHash = linkHash(FIRST, next)
    return { ...next, hash: previousHash }
  })
  return [...forged, ...later]
}
