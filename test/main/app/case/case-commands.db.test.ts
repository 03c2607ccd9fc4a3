import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Letter } from '#core/letters/model.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import {
  approvedLetter,
  caseOf,
  checkInput,
  draftLetter,
  factsInput,
  issue,
  readyComplaint,
  takeComplaint,
} from '#test/setup/case.ts'
import { draftOf, setParticulars, STAND_IN } from '#test/setup/letters.ts'
import { watchStatements } from '#test/setup/statements.ts'

describe.each(ENGINES)('commands on a case on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
  })
  afterAll(() => app.remove())

  async function statementsOf(work: () => Promise<unknown>): Promise<number> {
    let count = 0
    const stop = watchStatements(() => void (count += 1))
    try {
      await work()
    } finally {
      stop()
    }
    return count
  }

  const found = async (search: string): Promise<readonly string[]> => {
    const filter = { scope: 'all', search } as const
    const page = await app.as('chair').call('complaints.list', { filter, after: null, limit: 50 })
    return page.items.map(({ id }) => id)
  }

  /**
   * `BEGIN` and `COMMIT` are counted. While a case was asked for table by table, and read again to be settled, a save
   * took 49, an issue 51 and a case page 23; what was promised is 24, 25 and 12. The limits here are what it takes
   * today on the engine that takes more: whoever raises one knows why.
   */
  describe('ask little of the database', () => {
    it.each<[string, number, (id: string) => () => Promise<unknown>]>([
      ['looking at a case', 9, (id) => () => app.as('chair').call('complaints.open', { id })],
      [
        'saving a check',
        16,
        (id) => () => {
          const input = { ...checkInput(app, id), system: 'orders', detail: 'Ghi chú mới' }
          return app.as('investigator').call('investigation.saveCheck', input)
        },
      ],
      [
        'adding a why',
        16,
        (id) => () =>
          app.as('investigator').call('investigation.addWhy', {
            complaintId: id,
            text: 'Vì sao tệp có cột điện thoại?',
            evidenceIds: [],
          }),
      ],
    ])('%s: at most %i statements', async (_, most, act) => {
      const { id } = await readyComplaint(app)
      expect(await statementsOf(act(id))).toBeLessThanOrEqual(most)
    })

    it('correcting what was told: at most 20', async () => {
      const { id, version } = await readyComplaint(app)
      const input = { ...factsInput(app, { subject: 'Đã sửa lại' }), id, version }
      const save = () => app.as('investigator').call('complaints.update', input)
      expect(await statementsOf(save)).toBeLessThanOrEqual(20)
    })

    it('issuing a letter: at most 22', async () => {
      const letter = await approvedLetter(app, (await readyComplaint(app)).id)
      expect(await statementsOf(() => issue(app, letter))).toBeLessThanOrEqual(22)
    })

    it('drafting and submitting in one act: at most 20', async () => {
      const { id } = await takeComplaint(app)
      const acknowledge = () =>
        app.as('intake').call('letters.acknowledge', { complaintId: id, language: 'vi' })
      expect(await statementsOf(acknowledge)).toBeLessThanOrEqual(20)
    })

    it('leaving a case as it is: nothing is written', async () => {
      const { id } = await takeComplaint(app)
      const written: string[] = []
      const stop = watchStatements(({ sql }) => {
        if (/^(INSERT|UPDATE|DELETE)/u.test(sql)) written.push(sql)
      })
      const assigned = await app
        .as('chair')
        .call('complaints.assignMany', { ids: [id], assigneeId: null })
      stop()
      expect(assigned).toMatchObject({ assigned: 0, left: 1 })
      expect(written.filter((sql) => !sql.includes('audit_'))).toEqual([])
    })
  })

  describe('keep a case found by what is written in its letters', () => {
    const rewrite = (letter: Letter, text: string) =>
      app.as('investigator').call('letters.edit', {
        id: letter.id,
        version: letter.version,
        parts: [{ key: letter.parts[1]!.key, text }],
        signatory: letter.signatory,
      })

    it('as soon as somebody writes, and no longer than it stands there', async () => {
      const { id } = await readyComplaint(app)
      const edited = await rewrite(await draftLetter(app, id), 'Kính thưa bà, bồ câu trắng zyxwv')
      expect(await found('bồ câu trắng zyxwv')).toEqual([id])
      await app.as('investigator').call('letters.recompose', {
        id: edited.id,
        version: edited.version,
        part: edited.parts[1]!.key,
      })
      expect(await found('zyxwv')).toEqual([])
    })

    it('also by what the letter asks', async () => {
      const { id } = await takeComplaint(app)
      const draft = await draftOf(app, id, 'L2', { variant: 'information' })
      await setParticulars(app, draft, { asked: 'Gửi lại qwertzu', replyBy: '2026-12-01' })
      expect(await found('qwertzu')).toEqual([id])
    })
  })

  it('that belong together settle once, from the file as they left it', async () => {
    const { id } = await takeComplaint(app)
    const letter = await app
      .as('intake')
      .call('letters.acknowledge', { complaintId: id, language: 'vi' })
    expect(letter).toMatchObject({ state: 'submitted', version: 2 })
    expect((await caseOf(app, id)).letters).toEqual([letter])
  })
})
