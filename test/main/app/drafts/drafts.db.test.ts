import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENGINES, PERSON_KEYS, startBoard, type TestApp } from '#test/setup/app.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  const lastEvents = (limit: number) =>
    app.as('auditor').call('audit.list', { personId: null, before: null, limit })

  describe('drafts', () => {
    it('are kept for their owner alone, over a restart, and are no act', async () => {
      const body = JSON.stringify({ fullName: 'Đỗ Thị Hoà 👩🏽‍💻', narrative: 'đang gõ dở\n' })
      const [before] = await lastEvents(1)
      await app.as('intake').call('drafts.save', { form: 'intake', body })
      expect(await lastEvents(1)).toEqual([before])
      expect(await app.as('chair').call('drafts.load', { forms: ['intake'] })).toEqual({
        bodies: {},
      })
      await app.restart()
      for (const key of PERSON_KEYS) await app.signIn(key)
      expect(await app.as('intake').call('drafts.load', { forms: ['intake', 'other'] })).toEqual({
        bodies: { intake: body },
      })
      await app.as('intake').call('drafts.remove', { form: 'intake' })
      expect(await app.as('intake').call('drafts.load', { forms: ['intake'] })).toEqual({
        bodies: {},
      })
    })
  })
})
