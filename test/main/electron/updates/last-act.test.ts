import { expect, it } from 'vitest'

import { createLastAct } from '#main/electron/updates/last-act.ts'

const act = async (): Promise<void> => undefined

it('is taken once by the end that follows the press', () => {
  const last = createLastAct(() => 0)
  expect(last.take()).toBeNull()
  last.set(act)
  expect(last.take()).toBe(act)
  expect(last.take()).toBeNull()
})

it.each([
  [120_000, true],
  [120_001, false],
])('wished for %i ms ago it is done: %s', (later, done) => {
  let now = 0
  const last = createLastAct(() => now)
  last.set(act)
  now = later
  expect(last.take() === act).toBe(done)
})
