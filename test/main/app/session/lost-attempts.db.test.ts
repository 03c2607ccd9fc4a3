/** The file that counts failed guesses is spoilt or taken away: nobody guesses without a wait by that, and it is on record. */
import { rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { dataPaths } from '#main/common/files/data-paths.ts'
import { passwordOf, startBoard, type TestApp } from '#test/setup/app.ts'
import { wordless } from '#test/setup/event-words.ts'

let app: TestApp
let running = 0
beforeEach(async () => {
  running = 0
  app = await startBoard('sqlite', { options: { guessClock: { elapsed: () => running } } })
})
afterEach(() => app.remove())

it.each([
  ['spoilt', (path: string) => writeFile(path, 'x')],
  ['taken away', (path: string) => rm(path)],
])('%s: everybody waits the longest wait once, and that it was is on record', async (_, spoil) => {
  await app.close()
  await spoil(dataPaths(app.dataDir).attempts)
  await app.restart()
  const credentials = { username: 'auditor', password: passwordOf('auditor') }
  const refused = await app.as('auditor').refused('session.signIn', credentials)
  expect(refused).toMatchObject({
    code: 'TOO_MANY_ATTEMPTS',
    issues: [{ params: { seconds: 42 } }],
  })
  running += 42_000
  await app.signIn('auditor')
  const page = { personId: null, before: null, limit: 20 }
  const events = await app.as('auditor').call('audit.list', page)
  const told = events.filter(({ changes }) => changes.some(({ field }) => field === 'guessesLost'))
  expect(told).toHaveLength(1)
  expect(wordless(told)).toEqual([])
  // Once.
  await app.restart()
  await app.signIn('auditor')
  const later = await app.as('auditor').call('audit.list', page)
  expect(later.filter(({ action }) => action === 'session.refused')).toHaveLength(1)
})
