import { expect, it } from 'vitest'

import { embeddedPostgres } from '#test/setup/postgres.ts'

it('has no word about how the process ends: a red run stays red', async () => {
  const before = process.listeners('beforeExit')
  await embeddedPostgres()
  expect(process.listeners('beforeExit')).toEqual(before)
})
