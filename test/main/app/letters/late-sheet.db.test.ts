import { afterAll, beforeAll, expect, it } from 'vitest'

import { startBoard, type TestApp } from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'
import { codesOf, signInAll, STAND_IN } from '#test/setup/letters.ts'

let app: TestApp
beforeAll(async () => {
  app = await startBoard('sqlite', { options: { workerUrl: STAND_IN } })
})
afterAll(() => app.remove())

it('an intake sheet made once the answer is late gives a new day; one in time keeps none', async () => {
  const { id } = await takeComplaint(app)
  const asked = { complaintId: id, language: 'vi' as const, answerBy: '2026-12-30' }
  const early = await app.as('intake').call('letters.sheet', asked)
  expect(early.particulars.answerBy).toBeNull()
  app.clock.set('2026-12-23T02:00:00.000Z')
  await signInAll(app)
  const intake = app.as('intake')
  const dayless = await intake.refused('letters.sheet', { ...asked, answerBy: null })
  expect(codesOf(dayless)).toEqual(['PARTICULAR_MISSING'])
  const past = await intake.refused('letters.sheet', { ...asked, answerBy: '2026-12-22' })
  expect(codesOf(past)).toEqual(['ANSWER_DAY_OVER'])
  const late = await intake.call('letters.sheet', asked)
  expect(late).toMatchObject({ state: 'issued', particulars: { answerBy: '2026-12-30' } })
})

it('the first one after a start keeps nobody waiting for its engine', async () => {
  const { id } = await takeComplaint(app)
  await app.restart()
  await signInAll(app)
  const done: string[] = []
  const sheet = app
    .as('intake')
    .call('letters.sheet', { complaintId: id, language: 'vi', answerBy: '2026-12-30' })
    .then(() => done.push('sheet'))
  const other = app
    .as('investigator')
    .call('complaints.open', { id })
    .then(() => done.push('open'))
  await Promise.all([sheet, other])
  expect(done).toEqual(['open', 'sheet'])
})
