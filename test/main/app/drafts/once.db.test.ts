import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withCommandId } from '#shared/protocol/command-id.ts'
import { ENGINES, PERSON_KEYS, startBoard, type PersonKey, type TestApp } from '#test/setup/app.ts'
import { caseOf, complaintInput } from '#test/setup/case.ts'

describe.each(ENGINES)('a command sent twice, on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  const send = (by: PersonKey, route: string, commandId: unknown, input: object) =>
    app.as(by).askRaw(route, { ...input, commandId })
  const record = (commandId: unknown, by: PersonKey = 'intake') =>
    send(by, 'complaints.create', commandId, complaintInput(app))
  const count = async () => (await app.as('auditor').call('complaints.counts', {})).open
  const created = (answer: Awaited<ReturnType<typeof record>>) => {
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    return answer.data as { id: string; code: string }
  }

  it('records one complaint, whose code both answers tell', async () => {
    const id = randomUUID()
    const before = await count()
    const first = created(await record(id))
    expect(created(await record(id))).toEqual(first)
    expect(await count()).toBe(before + 1)
  })

  it('records one complaint when both come at one moment', async () => {
    const id = randomUUID()
    const before = await count()
    const [first, second] = await Promise.all([record(id), record(id)])
    expect(created(second)).toEqual(created(first))
    expect(await count()).toBe(before + 1)
  })

  it('is known after the core was started anew, and by what it says as it is now', async () => {
    const id = randomUUID()
    const first = created(await record(id))
    await app.restart()
    for (const key of PERSON_KEYS) await app.signIn(key)
    const { complaint } = await caseOf(app, first.id)
    await app.as('chair').call('complaints.assign', {
      ...{ id: first.id, version: complaint.version, assigneeId: app.ids.investigator },
    })
    expect(created(await record(id))).toMatchObject({
      ...{ id: first.id, code: first.code, assigneeId: app.ids.investigator },
    })
  })

  it('is nobody else’s, and no other command’s', async () => {
    const id = randomUUID()
    const first = created(await record(id))
    const refused = {
      ok: false,
      error: { code: 'INVALID_INPUT', issues: [{ path: 'commandId', code: 'WRONG_FORMAT' }] },
    }
    expect(await record(id, 'chair')).toEqual(refused)
    const why = { complaintId: first.id, text: 'Vì sao', evidenceIds: [] }
    expect(await send('investigator', 'investigation.addWhy', id, why)).toEqual(refused)
  })

  it.each(['', 'x', 7, null, {}, '__proto__'])('has an id that is one: not %j', async (id) => {
    expect(await record(id)).toMatchObject({ error: { code: 'INVALID_INPUT' } })
  })

  it('that was refused may be sent again, put right', async () => {
    const id = randomUUID()
    const wrong = { ...complaintInput(app), subject: '' }
    expect(await send('intake', 'complaints.create', id, wrong)).toMatchObject({ ok: false })
    created(await record(id))
  })

  it('whose thing is gone is not done a second time', async () => {
    const { id: complaintId } = created(await record(randomUUID()))
    const id = randomUUID()
    const why = { complaintId, text: 'Vì sao', evidenceIds: [] }
    const added = await send('investigator', 'investigation.addWhy', id, why)
    if (!added.ok) throw new Error('not added')
    const { id: whyId, version } = added.data as { id: string; version: number }
    await app.as('investigator').call('investigation.removeWhy', { id: whyId, version })
    expect(await send('investigator', 'investigation.addWhy', id, why)).toEqual({
      ...{ ok: false, error: { code: 'NOT_FOUND' } },
    })
    expect((await caseOf(app, complaintId)).whys).toEqual([])
  })

  it('is forgotten after a day, with nothing of it left', async () => {
    const id = randomUUID()
    const first = created(await record(id))
    app.clock.forward(25 * 60)
    for (const key of PERSON_KEYS) await app.signIn(key)
    created(await record(randomUUID()))
    expect(created(await record(id)).id).not.toBe(first.id)
  })

  it('carries its id beside what is asked', () => {
    expect(withCommandId({ a: 1 }, 'x')).toEqual({ a: 1, commandId: 'x' })
  })
})
