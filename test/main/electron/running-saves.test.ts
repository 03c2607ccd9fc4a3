import { expect, it } from 'vitest'

import { createRunningSaves } from '#main/electron/running-saves.ts'

it('is over when the last save is, also one begun meanwhile or one that fails', async () => {
  const saves = createRunningSaves()
  const [first, second] = [Promise.withResolvers<number>(), Promise.withResolvers<number>()]
  const done = saves.during(() => first.promise)
  let isOver = false
  const over = saves.over().then(() => (isOver = true))
  const failed = saves.during(() => second.promise).catch(() => -1)
  first.resolve(7)
  expect(await done).toBe(7)
  await Promise.resolve()
  expect(isOver).toBe(false)
  second.reject(new Error('pulled out'))
  expect(await failed).toBe(-1)
  await over
  await createRunningSaves().over()
})
