import { describe, expect, it } from 'vitest'
import { createLooks, LOOK_MINUTES, SEARCH_PAUSE_MINUTES, type Look } from '#main/dispatch/looks.ts'

const MINUTE = 60_000
const entry = { action: 'complaint.viewed', entity: 'complaint', entityId: 'one' } as const
const CASE: Look = { of: 'one', entry }
const SEARCH: Look = { of: 'search', goesOn: true, entry }

describe('a look that is on record', () => {
  function watched() {
    let now = 0
    const looks = createLooks(() => now)
    return { looks, wait: (minutes: number) => void (now += minutes * MINUTE) }
  }

  it('is one look until so many minutes have passed, and then another', () => {
    const { looks, wait } = watched()
    expect(looks.isKnown('a', CASE)).toBe(false)
    looks.note('a', CASE)
    wait(LOOK_MINUTES - 1)
    expect(looks.isKnown('a', CASE)).toBe(true)
    wait(1)
    expect(looks.isKnown('a', CASE)).toBe(false)
  })

  it('is of one thing, at one window, in one session', () => {
    const { looks } = watched()
    looks.note('a', CASE)
    expect(looks.isKnown('a', { ...CASE, of: 'another' })).toBe(false)
    expect(looks.isKnown('b', CASE)).toBe(false)
    looks.forget('a')
    expect(looks.isKnown('a', CASE)).toBe(false)
  })

  it('goes on as long as it is repeated, when it is a search', () => {
    const { looks, wait } = watched()
    for (let typed = 0; typed < 10; typed += 1) {
      looks.note('a', SEARCH)
      wait(SEARCH_PAUSE_MINUTES - 1)
      expect(looks.isKnown('a', SEARCH)).toBe(true)
    }
    wait(1)
    expect(looks.isKnown('a', SEARCH)).toBe(false)
  })
})
