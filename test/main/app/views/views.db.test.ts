import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { codesOf } from '#test/setup/letters.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  describe('kept views', () => {
    const view = (name: string, shared: boolean) => ({
      ...{ id: null, version: 0, name, query: 'severity=high&sort=-received', shared },
    })

    it('are one’s own unless they are shared, and in the order of their names', async () => {
      await app.as('intake').call('views.save', view('Việc của tôi', false))
      await app.as('chair').call('views.save', view('Ánh sáng', true))
      await app.as('chair').call('views.save', view('Của trưởng ban', false))
      const seen = async (who: 'intake' | 'chair') =>
        (await app.as(who).call('views.list', {})).map(({ name }) => name)
      expect(await seen('intake')).toEqual(['Ánh sáng', 'Việc của tôi'])
      expect(await seen('chair')).toEqual(['Ánh sáng', 'Của trưởng ban'])
    })

    it('are shared by the board alone, and changed by their owner', async () => {
      const error = await app.as('investigator').refused('views.save', view('Chung', true))
      expect(codesOf(error)).toEqual(['MAY_NOT_SHARE'])
      const [shared] = await app.as('intake').call('views.list', {})
      if (shared === undefined) throw new Error('no view')
      const row = { id: shared.id, version: shared.version }
      expect((await app.as('intake').refused('views.remove', row)).code).toBe('FORBIDDEN')
      const other = { ...row, name: 'Của tôi', query: '', shared: false }
      expect((await app.as('intake').refused('views.save', other)).code).toBe('FORBIDDEN')
      const stale = { ...row, version: shared.version + 1 }
      expect((await app.as('chair').refused('views.remove', stale)).code).toBe('CONFLICT')
      await app.as('deputy').call('views.remove', row)
      expect(await app.as('intake').call('views.list', {})).toHaveLength(1)
    })
  })
})
