import { expect, it } from 'vitest'

import { embeddedPostgres } from '#test/setup/postgres.ts'

it('has no word about how the process ends: a red run stays red', async () => {
  const listeners = () => [process.listeners('beforeExit'), process.listeners('exit')]
  const before = listeners()
  await embeddedPostgres()
  expect(listeners()).toEqual(before)
})
