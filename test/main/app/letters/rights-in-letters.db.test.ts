/** A letter stops the reply clock of exactly the rights it names (Nghị định số 356/2025/NĐ-CP, Điều 5). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Right, RightRequest } from '#core/rights/model.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { caseOf, dispatch, LATE, submit, takeComplaint } from '#test/setup/case.ts'
import { codesOf, draftOf, setParticulars, STAND_IN, toIssued } from '#test/setup/letters.ts'

describe.each(ENGINES)('the rights named in letters on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
  })
  afterAll(() => app.remove())
  const asking = (kind: Right) => ({ kind, viaProcessor: false })

  async function ask(complaintId: string, kind: Right): Promise<RightRequest> {
    const asked = { complaintId, ...asking(kind), askedAt: app.clock.now() }
    return app.as('intake').call('rights.add', asked)
  }

  /** The state of the reply to each right, by its kind. */
  async function repliesOf(complaintId: string): Promise<Readonly<Record<string, string>>> {
    const { rights, deadlines } = await caseOf(app, complaintId)
    return Object.fromEntries(
      rights.map(({ id, kind }) => [
        kind,
        deadlines.find(({ rule, triggerId }) => rule === 'T-DSR-ACK' && triggerId === id)?.state ??
          'none',
      ]),
    )
  }

  it('answers exactly those asked for when it was issued, until its sending is struck out', async () => {
    const { id } = await takeComplaint(app, { rights: [asking('delete')] })
    const draft = await draftOf(app, id, 'L1', { variant: 'received' })
    expect(draft.rightIds).toBeNull()
    const [deletion] = (await caseOf(app, id)).rights
    const letter = await toIssued(app, draft)
    expect(letter.rightIds).toEqual([deletion?.id])
    await ask(id, 'view')
    const sent = await dispatch(app, letter)
    expect(await repliesOf(id)).toEqual({ delete: 'met', view: 'running' })
    await app.as('chair').call('letters.strikeDispatch', {
      ...{ id: sent.id, version: sent.version, reason: 'Chưa gửi' },
    })
    expect(await repliesOf(id)).toEqual({ delete: 'running', view: 'running' })
  })

  it('goes no further once another right is asked for or one is taken back, until composed anew', async () => {
    const { id } = await takeComplaint(app, { rights: [asking('delete')] })
    const submitted = await submit(app, await draftOf(app, id, 'L1', { variant: 'received' }))
    const view = await ask(id, 'view')
    const approving = {
      ...{ id: submitted.id, version: submitted.version, contentHash: submitted.contentHash },
    }
    const refused = await app.as('chair').refused('letters.approve', approving)
    expect(codesOf(refused)).toContain('FACTS_CHANGED')
    await app.as('investigator').call('rights.settle', {
      ...{ id: view.id, version: view.version, state: 'dropped', settledOn: null, remark: 'Rút' },
    })
    const level = await app.as('chair').call('letters.get', { id: submitted.id })
    expect(level.factsChanged).toBe(false)
  })

  it('has no text its author could put in the place of that part', async () => {
    const { id } = await takeComplaint(app, { rights: [asking('delete')] })
    const {
      id: letterId,
      version,
      signatory,
    } = await draftOf(app, id, 'L1', {
      variant: 'received',
    })
    const forged = { key: 'data-rights', text: 'Không có yêu cầu nào.' }
    const refused = await app.as('investigator').refused('letters.edit', {
      ...{ id: letterId, version, signatory, parts: [forged] },
    })
    expect(codesOf(refused)).toEqual(['PART_UNKNOWN'])
  })

  it('is not finished while a right is late without a new day, which is then promised', async () => {
    const receivedAt = '2026-11-09T02:00:00.000Z'
    const { id } = await takeComplaint(app, { receivedAt, rights: [asking('view')] })
    const draft = await draftOf(app, id, 'L3', { variant: 'progress' })
    const ready = await app.as('investigator').call('letters.setParticulars', {
      ...{ id: draft.id, version: draft.version, variant: draft.variant },
      particulars: { ...draft.particulars, reason: 'Đang chờ người bán.' },
    })
    const waiting = { id: ready.id, version: ready.version }
    const refused = await app.as('investigator').refused('letters.submit', waiting)
    expect(codesOf(refused)).toEqual(['RIGHT_NEW_DAY_MISSING'])

    const [right] = (await caseOf(app, id)).rights
    if (right === undefined) throw new Error('no right')
    const { version, viaProcessor, askedAt } = right
    const change = { id: right.id, version, viaProcessor, askedAt }
    const past = { ...change, promisedOn: '2026-11-21' }
    expect(await app.as('investigator').refused('rights.edit', past)).toMatchObject({
      issues: [{ path: 'promisedOn', code: 'PROMISED_DAY_OVER' }],
    })
    await app.as('investigator').call('rights.edit', { ...change, promisedOn: '2026-11-27' })
    const level = await app.as('investigator').call('letters.recompose', { ...waiting, part: null })
    await dispatch(app, await toIssued(app, level), 'intake', LATE)
    expect(await repliesOf(id)).toEqual({ view: 'missed' })
  })

  it('a refusal settles the rights it names and no other, and opens them again when it was not sent', async () => {
    const { id } = await takeComplaint(app, { rights: [asking('delete'), asking('view')] })
    const { rights } = await caseOf(app, id)
    const deletion = rights.find(({ kind }) => kind === 'delete')
    const viewing = rights.find(({ kind }) => kind === 'view')
    if (deletion === undefined || viewing === undefined) throw new Error('no rights')
    const drafted = await draftOf(app, id, 'L5', { variant: 'refused' })
    const told = { asked: 'Xóa tài khoản.', reason: 'Hóa đơn phải giữ theo luật.' }
    const unnamed = await setParticulars(app, drafted, told)
    const waiting = { id: unnamed.id, version: unnamed.version }
    expect(codesOf(await app.as('investigator').refused('letters.submit', waiting))).toEqual([
      'REFUSED_RIGHT_MISSING',
    ])
    const named = await setParticulars(app, unnamed, { ...told, refuses: deletion.id })
    const letter = await toIssued(app, named)
    const sent = await dispatch(app, letter)
    const statesNow = async () =>
      Object.fromEntries((await caseOf(app, id)).rights.map(({ kind, state }) => [kind, state]))
    expect(await statesNow()).toEqual({ delete: 'refused', view: 'open' })
    expect((await caseOf(app, id)).rights.find(({ kind }) => kind === 'delete')).toMatchObject({
      ...{ settledOn: '2026-11-22', remark: letter.number },
    })
    const other = { id: viewing.id, version: viewing.version, state: 'refused' as const }
    const refusal = { ...other, settledOn: '2026-11-22', remark: 'Như thư' }
    expect(codesOf(await app.as('chair').refused('rights.settle', refusal))).toEqual([
      'REFUSAL_NOT_TOLD',
    ])
    await app.as('chair').call('letters.strikeDispatch', {
      ...{ id: sent.id, version: sent.version, reason: 'Chưa gửi' },
    })
    expect(await statesNow()).toEqual({ delete: 'open', view: 'open' })
    expect(await repliesOf(id)).toEqual({ delete: 'running', view: 'running' })
  })
})
