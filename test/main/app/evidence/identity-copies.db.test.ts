import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, vietnamDate } from '#core/kernel/calendar.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { caseOf, takeComplaint } from '#test/setup/case.ts'
import { codesOf, signInAll } from '#test/setup/letters.ts'

const PAPER = new TextEncoder().encode('ảnh chụp căn cước')

describe.each(ENGINES)('a copy of papers, on %s', (engine) => {
  let app: TestApp
  let id: string
  let fileId: string
  beforeAll(async () => {
    app = await startBoard(engine)
    ;({ id } = await takeComplaint(app, { rights: [{ kind: 'view', viaProcessor: false }] }))
    await app.as('intake').upload({ complaintId: id, fileName: 'cccd.jpg' }, PAPER)
    fileId = (await caseOf(app, id)).evidence[0]?.id ?? ''
  })
  afterAll(() => app.remove())

  const file = async () => {
    const found = (await caseOf(app, id)).evidence.find((each) => each.id === fileId)
    if (found === undefined) throw new Error('no file')
    return found
  }
  const mark = (identityCopy: boolean, destroyOn: string | null) =>
    app
      .as('investigator')
      .call('evidence.markIdentityCopy', { id: fileId, identityCopy, destroyOn })
  const listed = async () =>
    (await app.as('chair').call('evidence.toDestroy', {})).map((each) => each.id)
  const today = () => vietnamDate(app.clock.now())

  it('is not destroyed unless it was marked as one', async () => {
    expect(codesOf(await app.as('chair').refused('evidence.destroy', { id: fileId }))).toEqual([
      'NOT_AN_IDENTITY_COPY',
    ])
  })

  it('is not listed before its day, and goes by no clock', async () => {
    await mark(true, addDays(today(), 1))
    expect(await listed()).toEqual([])
    app.clock.forward(60 * 24)
    await signInAll(app)
    expect(await listed()).toEqual([fileId])
    expect(await app.as('chair').call('evidence.requestDownload', { id: fileId })).toBeDefined()
    await mark(false, null)
    expect(await listed()).toEqual([])
  })

  it('is due when the identity was checked, by default', async () => {
    await mark(true, null)
    expect(await listed()).toEqual([])
    const [right] = (await caseOf(app, id)).rights
    const checked = await app.as('investigator').call('rights.checkIdentity', {
      ...{ id: right?.id ?? '', version: right?.version ?? 0, checkedOn: today(), way: 'copy' },
      ...{ against: 'Số căn cước đã lưu', result: 'matched', copyDestroyedOn: null },
    })
    expect(checked.identity?.copyDestroyedOn).toBeNull()
    expect(await listed()).toEqual([fileId])
  })

  it('is destroyed by one press: the file is gone, its entry stays, the check has its day', async () => {
    const { sha256 } = await file()
    expect((await app.as('intake').refused('evidence.destroy', { id: fileId })).code).toBe(
      'FORBIDDEN',
    )
    await app.as('investigator').call('evidence.destroy', { id: fileId })
    const left = await file()
    expect(left).toMatchObject({ fileName: 'cccd.jpg', destroyedBy: app.ids.investigator })
    expect(left.sha256).not.toBe(sha256)
    expect(await listed()).toEqual([])
    const [right] = (await caseOf(app, id)).rights
    expect(right?.identity?.copyDestroyedOn).toBe(today())
    const events = await app.as('chair').call('complaints.history', {
      ...{ id, before: null, limit: 50 },
    })
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['evidence.destroyed', 'right.identityChecked']),
    )
    const again = await app.as('chair').refused('evidence.destroy', { id: fileId })
    expect(codesOf(again)).toEqual(['EVIDENCE_DESTROYED'])
    const taken = await app.as('chair').refused('evidence.requestDownload', { id: fileId })
    expect(codesOf(taken)).toEqual(['EVIDENCE_DESTROYED'])
  })

  it('stays where another case names the same file', async () => {
    const [one, other] = [await takeComplaint(app), await takeComplaint(app)]
    for (const each of [one, other]) {
      await app.as('intake').upload({ complaintId: each.id, fileName: 'a.jpg' }, PAPER)
    }
    const idOf = async (complaintId: string) =>
      (await caseOf(app, complaintId)).evidence[0]?.id ?? ''
    const mine = await idOf(one.id)
    await app.as('chair').call('evidence.markIdentityCopy', {
      ...{ id: mine, identityCopy: true, destroyOn: null },
    })
    await app.as('chair').call('evidence.destroy', { id: mine })
    const { ticket } = await app.as('chair').call('evidence.requestDownload', {
      id: await idOf(other.id),
    })
    expect((await app.as('chair').download(ticket)).ok).toBe(true)
  })
})
