import { expect, it } from 'vitest'

import { ACTS } from '#core/case/next-act.ts'
import { mayDo, rolesForAct, roomOf, roomsFor } from '#core/case/rooms.ts'

it('shows intake no room of the security firm, and an address to it leads to the overview', () => {
  expect(roomsFor('intake')).not.toContain('firms')
  expect(roomOf('firms', 'intake')).toBe('overview')
  expect(roomOf('firms', 'board')).toBe('firms')
})

it.each(['', undefined, 'constructor', 'Overview'])('leads %s to the overview', (name) => {
  expect(roomOf(name, 'chair')).toBe('overview')
})

it.each(ACTS)('%s waits for exactly the roles that may do it', (code) => {
  const act = { code }
  expect(rolesForAct(act).length).toBeGreaterThan(0)
  expect(rolesForAct(act).every((role) => mayDo(role, act))).toBe(true)
  expect(mayDo('auditor', act)).toBe(false)
})
