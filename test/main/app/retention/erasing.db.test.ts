/** Two persons make a case anonymous, and neither one alone nor the clock does; a hold keeps it, and so does whatever came since. */
import { access, readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NO_PARTICULARS } from '#core/letters/particulars.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { answeredComplaint, caseOf, takeComplaint } from '#test/setup/case.ts'
import { behindTheBack, codesOf, STAND_IN, storedAt } from '#test/setup/letters.ts'
import {
  decision,
  dueCases,
  isAnonymous,
  later,
  propose,
  setMonths,
  withdraw,
} from './fixtures/due-case.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  let due: readonly string[]
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    due = await dueCases(app, 9)
  })
  afterAll(() => app.remove())

  const next = (): string => {
    const [first = '', ...rest] = due
    due = rest
    return first
  }
  const listed = async (): Promise<readonly string[]> =>
    (await app.as('deputy').call('retention.due', {})).cases.map(({ id }) => id).toSorted()
  const hold = (complaintId: string) =>
    app.as('deputy').call('retention.setHold', { complaintId, reason: 'Đang có vụ kiện' })

  it('nothing is due until the board sets a period, and what is not over is not', async () => {
    const { id } = await takeComplaint(app)
    expect(await listed()).not.toContain(id)
    await withdraw(app, id)
    expect(await listed()).toEqual(due.toSorted())
    const error = await app.as('deputy').refused('retention.propose', { ids: [id], reason: 'Sớm' })
    expect(codesOf(error)).toEqual(['RETENTION_NOT_OVER'])
    await setMonths(app, null)
    expect(await app.as('deputy').call('retention.due', {})).toMatchObject({
      ...{ months: null, cases: [], total: 0 },
    })
    const off = await app
      .as('deputy')
      .refused('retention.propose', { ids: [...due], reason: 'Tắt' })
    expect(codesOf(off)).toEqual(['RETENTION_OFF'])
    await setMonths(app, 24)
    const [event] = await app
      .as('auditor')
      .call('audit.list', { personId: null, before: null, limit: 1 })
    expect(event).toMatchObject({
      action: 'settings.retentionSaved',
      changes: [{ field: 'retentionMonths', from: null, to: 24 }],
    })
  })

  it('one person does not play both, whichever way they go', async () => {
    const id = next()
    const approvals = await propose(app, [id], 'chair')
    const alone = await app.as('chair').refused('retention.decide', decision(approvals))
    expect(alone.code).toBe('SECOND_PERSON_REQUIRED')
    const [approval] = approvals
    const other = await app.as('chair').refused('approvals.decide', {
      ...{ id: approval?.id ?? '', version: 1, decision: 'approve', remark: '' },
    })
    expect(other.code).toBe('SECOND_PERSON_REQUIRED')
    for (const person of ['investigator', 'intake', 'auditor'] as const) {
      const error = await app.as(person).refused('retention.decide', decision(approvals))
      expect(error.code).toBe('FORBIDDEN')
    }
    expect(await isAnonymous(app, id)).toBe(false)
    await app.as('deputy').call('retention.decide', decision(approvals))
    expect(await isAnonymous(app, id)).toBe(true)
    // What was proposed is no longer listed, and not proposed twice.
    expect(await listed()).toEqual(due.toSorted())
  })

  it('a hold set between proposal and decision keeps the case; lifting takes a second person', async () => {
    const [id, free] = [next(), next()]
    const approvals = await propose(app, [id, free])
    const held = await hold(id)
    const decided = await app.as('chair').call('retention.decide', decision(approvals))
    expect(decided.map(({ error }) => error?.issues?.map(({ code }) => code) ?? null)).toEqual([
      ['CASE_ON_HOLD'],
      null,
    ])
    expect(await isAnonymous(app, id)).toBe(false)
    expect(await isAnonymous(app, free)).toBe(true)
    await app.as('chair').call('retention.decide', decision(approvals.slice(0, 1), 'return'))

    const lifting = await app.as('deputy').call('retention.requestLifting', {
      ...{ complaintId: id, holdId: held.id, reason: 'Vụ kiện đã xong' },
    })
    const decide = { id: lifting.id, version: 1, decision: 'approve', remark: '' } as const
    expect((await app.as('deputy').refused('approvals.decide', decide)).code).toBe(
      'SECOND_PERSON_REQUIRED',
    )
    expect(await listed()).not.toContain(id)
    await app.as('chair').call('approvals.decide', decide)
    expect((await caseOf(app, id)).holds).toMatchObject([
      { state: 'lifted', liftedBy: app.ids.chair, setBy: app.ids.deputy },
    ])
    expect(await listed()).toContain(id)
  })

  it('a case that was worked on since it was proposed is looked at again', async () => {
    const id = next()
    const approvals = await propose(app, [id])
    app.clock.forward(1)
    await app.as('chair').call('conflicts.nameFirm', {
      ...{ complaintId: id, reason: 'Cùng chủ' },
      firmId: (
        await app.as('chair').call('firms.add', {
          ...{ name: 'Sao Khuê', taxCode: null, address: null, contactName: null, phone: null },
          ...{ email: null, contractNumber: null, contractValidUntil: null, ndaValidUntil: null },
          active: true,
        })
      ).id,
    })
    const error = await app.as('chair').refused('retention.decide', decision(approvals))
    expect(error).toMatchObject({ code: 'CONFLICT', issues: [{ code: 'CASE_WORKED_ON_SINCE' }] })
    expect(await isAnonymous(app, id)).toBe(false)
  })

  it('words that stay name nobody', async () => {
    const id = next()
    const refused = async (reason: string) =>
      codesOf(await app.as('deputy').refused('retention.propose', { ids: [id], reason }))
    expect(await refused('Chị Đỗ Thị Hoà không cần nữa')).toEqual(['REASON_NAMES_PERSON'])
    expect(await refused('Số 0912 345 678')).toEqual(['REASON_NAMES_PERSON'])
    const [approval] = await propose(app, [id])
    const named = await app.as('chair').refused('approvals.decide', {
      ...{ id: approval?.id ?? '', version: 1, decision: 'approve', remark: 'hoa.do@example.vn' },
    })
    expect(codesOf(named)).toEqual(['REASON_NAMES_PERSON'])
    expect(await isAnonymous(app, id)).toBe(false)
    await app.as('chair').call('approvals.decide', {
      ...{ id: approval?.id ?? '', version: 1, decision: 'approve', remark: 'Đúng hạn' },
    })
    expect(await isAnonymous(app, id)).toBe(true)
  })

  it('files left by a program that was stopped after the decision go when the board is opened', async () => {
    const { id } = await takeComplaint(app)
    const upload = { complaintId: id, fileName: 'đơn.txt' }
    const { sha256 } = await app.as('intake').upload(upload, Buffer.from('đơn khiếu nại'))
    await withdraw(app, id)
    await later(app)
    const approvals = await propose(app, [id])
    const path = storedAt(app, sha256)
    const sealed = await readFile(path)
    await app.as('chair').call('retention.decide', decision(approvals))
    await expect(access(path)).rejects.toMatchObject({ code: 'ENOENT' })
    // As a kill between the commit and the destruction leaves it.
    await behindTheBack(app, async (sql) => {
      await writeFile(path, sealed)
      await sql('INSERT INTO doomed (what) VALUES (?)', [sha256])
    })
    await expect(access(path)).rejects.toMatchObject({ code: 'ENOENT' })
    const events = await app
      .as('auditor')
      .call('audit.list', { personId: null, before: null, limit: 20 })
    expect(events.find(({ action }) => action === 'files.destroyed')?.changes).toEqual([
      { field: 'filesDestroyed', from: null, to: 1 },
    ])
  })

  it('an issued letter is emptied for such a case alone, and nothing else of it ever changed', async () => {
    const { complaint, letter } = await answeredComplaint(app)
    const texts = JSON.stringify(NO_PARTICULARS)
    const empty = `UPDATE letter SET parts = '[]', return_remark = NULL, particulars = ?`
    await behindTheBack(app, async (sql) => {
      await expect(sql(`${empty} WHERE id = ?`, [texts, letter.id])).rejects.toThrow()
      // A case that only says so, without two persons who decided it.
      await sql('UPDATE complaint SET anonymised_at = ? WHERE id = ?', [
        ...[app.clock.now(), complaint.id],
      ])
      await expect(sql(`${empty} WHERE id = ?`, [texts, letter.id])).rejects.toThrow()
      await sql('UPDATE complaint SET anonymised_at = NULL WHERE id = ?', [complaint.id])
    })
    expect((await caseOf(app, complaint.id)).letters[0]?.parts.length).toBeGreaterThan(0)
  })
})
