import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { updateInputOf } from '#renderer/composables/case/complaint-input.ts'
import { withCommandId } from '#shared/protocol/command-id.ts'
import { ENGINES, startBoard, type PersonKey, type TestApp } from '#test/setup/app.ts'
import { caseOf, takeComplaint } from '#test/setup/case.ts'

const refused = (code: string) => ({
  ok: false,
  error: { code: 'NOT_ALLOWED', issues: [{ path: '', code }] },
})

describe.each(ENGINES)('what was just done is taken back, on %s', (engine) => {
  let app: TestApp
  let id: string
  beforeAll(async () => {
    app = await startBoard(engine)
    id = (await takeComplaint(app, { subject: 'Lộ số', wanted: 'Xin lỗi' })).id
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  /** Sends a command, which takes back another where one is named; answers under which id it went. */
  async function send(by: PersonKey, route: string, input: object, undoes?: string) {
    const commandId = randomUUID()
    const answer = await app.as(by).askRaw(route, withCommandId(input, commandId, undoes ?? null))
    return { commandId, answer }
  }
  async function update(by: PersonKey, change: object, undoes?: string) {
    const { complaint } = await caseOf(app, id)
    return send(by, 'complaints.update', { ...updateInputOf(complaint), ...change }, undoes)
  }
  const stands = async () => (await caseOf(app, id)).complaint

  it('by whoever did it, in ten seconds, on record as what it is', async () => {
    const { commandId } = await update('investigator', { subject: 'Lộ địa chỉ' })
    const { answer } = await update('investigator', { subject: 'Lộ số' }, commandId)
    expect(answer).toMatchObject({ ok: true, data: { subject: 'Lộ số' } })
    const [last] = await app
      .as('investigator')
      .call('complaints.history', { id, before: null, limit: 1 })
    expect(last).toMatchObject({ action: 'complaint.updated' })
    expect(last?.changes).toEqual([
      { field: 'subject', from: 'Lộ địa chỉ', to: 'Lộ số' },
      { field: 'takenBack', from: null, to: true },
    ])
  })

  it('once', async () => {
    const { commandId } = await update('investigator', { subject: 'Lộ e-mail' })
    await update('investigator', { subject: 'Lộ số' }, commandId)
    const { answer } = await update('investigator', { subject: 'Khác' }, commandId)
    expect(answer).toEqual(refused('UNDO_OVERTAKEN'))
  })

  it('not by somebody else, and not what was never done', async () => {
    const { commandId } = await update('investigator', { subject: 'Lộ mã số' })
    for (const [by, undoes] of [
      ['chair', commandId],
      ['investigator', randomUUID()],
    ] as const) {
      const { answer } = await update(by, { subject: 'Khác' }, undoes)
      expect(answer).toEqual(refused('UNDO_TOO_LATE'))
    }
    expect((await stands()).subject).toBe('Lộ mã số')
  })

  it('not once somebody changed the same, yet over what else they changed', async () => {
    const mine = await update('investigator', { subject: 'Của tôi' })
    await update('chair', { wanted: 'Bồi thường' })
    const { answer } = await update('investigator', { subject: 'Lộ số' }, mine.commandId)
    expect(answer).toMatchObject({ ok: true, data: { subject: 'Lộ số', wanted: 'Bồi thường' } })

    const again = await update('investigator', { subject: 'Của tôi' })
    await update('chair', { subject: 'Của chủ tịch' })
    const late = await update('investigator', { subject: 'Lộ số' }, again.commandId)
    expect(late.answer).toEqual(refused('UNDO_OVERTAKEN'))
    expect((await stands()).subject).toBe('Của chủ tịch')
  })

  it('no longer after a while, by a clock nobody sets', async () => {
    const { commandId } = await update('investigator', { subject: 'Lộ hóa đơn' })
    app.clock.forward(1)
    const { answer } = await update('investigator', { subject: 'Lộ số' }, commandId)
    expect(answer).toEqual(refused('UNDO_TOO_LATE'))
  })

  it('what was made is removed, what was removed is made anew', async () => {
    const why = { complaintId: id, text: 'Vì sao', evidenceIds: [] }
    const made = await send('investigator', 'investigation.addWhy', why)
    if (!made.answer.ok) throw new Error('not added')
    const { id: whyId, version } = made.answer.data as { id: string; version: number }
    const removal = { id: whyId, version }
    const gone = await send('investigator', 'investigation.removeWhy', removal, made.commandId)
    expect(gone.answer).toMatchObject({ ok: true })
    const back = await send('investigator', 'investigation.addWhy', why, gone.commandId)
    expect(back.answer).toMatchObject({ ok: true })
  })

  it('only by an act that is its opposite, never an act without one', async () => {
    const { commandId } = await update('investigator', { subject: 'Lộ ảnh' })
    const { version } = await stands()
    const assign = { id, version, assigneeId: app.ids.investigator }
    const other = await send('chair', 'complaints.assign', assign)
    const opposite = await send(
      'chair',
      'complaints.assign',
      { ...assign, version: version + 1, assigneeId: null },
      other.commandId,
    )
    expect(opposite.answer).toMatchObject({ ok: true, data: { assigneeId: null } })
    const wrong = { ...assign, version: version + 2 }
    expect(
      (await send('investigator', 'complaints.assign', wrong, commandId)).answer,
    ).toMatchObject({ ok: false })
    const revealed = await send('investigator', 'complaints.reveal', { id, reason: 'Cần gọi lại' })
    const after = await update('investigator', { subject: 'Khác' }, revealed.commandId)
    expect(after.answer).toEqual(refused('UNDO_TOO_LATE'))
  })
})
