import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RightRequest } from '#core/rights/model.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { caseOf, endInWriting, takeComplaint } from '#test/setup/case.ts'
import { codesOf, draftOf, setParticulars, STAND_IN, toIssued } from '#test/setup/letters.ts'

describe.each(ENGINES)('a right that is passed on, on %s', (engine) => {
  let app: TestApp
  let id: string
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    ;({ id } = await takeComplaint(app, {
      rights: (['delete', 'withdraw'] as const).map((kind) => ({ kind, viaProcessor: true })),
    }))
  })
  afterAll(() => app.remove())

  const rightOf = async (kind: string): Promise<RightRequest> => {
    const right = (await caseOf(app, id)).rights.find((each) => each.kind === kind)
    if (right === undefined) throw new Error('no such right')
    return right
  }
  const awaited = () => app.as('deputy').call('rights.awaited', {})

  it('by a letter stands so from the day it left, and no longer than it is sent', async () => {
    const asked = await rightOf('delete')
    const ofRight = { id: asked.id, version: asked.version }
    const early = await app.as('investigator').refused('rights.passOn', {
      ...{ ...ofRight, recipient: 'Cửa hàng Hoa Mai', toldOn: '2026-11-22', reference: '' },
    })
    expect(codesOf(early)).toEqual(['IDENTITY_NOT_CHECKED'])
    const right = await app.as('investigator').call('rights.checkIdentity', {
      ...{ ...ofRight, checkedOn: '2026-11-22', way: 'contact', against: 'Số đã lưu' },
      ...{ result: 'matched', copyDestroyedOn: null },
    })
    const draft = await draftOf(app, id, 'L8', { variant: 'pass-on' })
    const told = await setParticulars(app, draft, {
      ...{ recipientName: 'Cửa hàng Hoa Mai', asked: 'Tài khoản hoado', replyBy: '2026-12-05' },
      passesOn: right.id,
    })
    const letter = await toIssued(app, told)
    expect((await rightOf('delete')).passedOn).toEqual([])
    const dispatch = await app.as('intake').call('letters.dispatch', {
      ...{ letterId: letter.id, channel: 'email', sentOn: '2026-11-22' },
      ...{ trackingNumber: null, evidenceId: null },
    })
    expect((await rightOf('delete')).passedOn).toMatchObject([
      {
        ...{ recipient: 'Cửa hàng Hoa Mai', toldOn: '2026-11-22', letterId: letter.id },
        ...{ reference: letter.number, confirmedOn: null, struckReason: null },
      },
    ])
    expect((await rightOf('withdraw')).passedOn).toEqual([])
    expect(await awaited()).toMatchObject([{ rightId: right.id, recipient: 'Cửa hàng Hoa Mai' }])
    await app.as('chair').call('letters.strikeDispatch', {
      ...{ id: dispatch.id, version: dispatch.version, reason: 'Chưa gửi' },
    })
    expect((await rightOf('delete')).passedOn).toMatchObject([{ struckReason: 'Chưa gửi' }])
    expect(await awaited()).toEqual([])
  })

  it('by hand, is confirmed, taken back, struck out', async () => {
    const right = await rightOf('withdraw')
    const investigator = app.as('investigator')
    const told = await investigator.call('rights.passOn', {
      ...{ id: right.id, version: right.version, recipient: 'Công ty Giao Nhanh' },
      ...{ toldOn: '2026-11-22', reference: 'Qua cổng đối tác' },
    })
    const passedOnId = told.passedOn[0]?.id ?? ''
    const confirm = (version: number, confirmedOn: string | null) =>
      investigator.call('rights.confirmPassedOn', {
        ...{ id: right.id, version, passedOnId, confirmedOn, confirmation: 'Đã ngừng gửi' },
      })
    const confirmed = await confirm(told.version, '2026-11-22')
    expect(await awaited()).toEqual([])
    const back = await confirm(confirmed.version, null)
    expect(await awaited()).toMatchObject([{ recipient: 'Công ty Giao Nhanh' }])
    const struck = await investigator.call('rights.strikePassedOn', {
      ...{ id: right.id, version: back.version, passedOnId, reason: 'Nhầm bên' },
    })
    expect(await awaited()).toEqual([])
    const refused = await investigator.refused('rights.confirmPassedOn', {
      ...{ id: right.id, version: struck.version, passedOnId, confirmedOn: null },
      confirmation: '',
    })
    expect(codesOf(refused)).toEqual(['PASSED_ON_STRUCK'])
  })

  it('is confirmed once its case is over too: whoever holds the data answers when they like', async () => {
    const over = await takeComplaint(app, { rights: [{ kind: 'withdraw', viaProcessor: true }] })
    const right = async () => {
      const [only] = (await caseOf(app, over.id)).rights
      if (only === undefined) throw new Error('no right')
      return { id: only.id, version: only.version }
    }
    const investigator = app.as('investigator')
    const told = await investigator.call('rights.passOn', {
      ...{ ...(await right()), recipient: 'Công ty Giao Nhanh' },
      ...{ toldOn: '2026-11-22', reference: '' },
    })
    const passedOnId = told.passedOn[0]?.id ?? ''
    await investigator.call('rights.settle', {
      ...{ ...(await right()), state: 'dropped', settledOn: null, remark: 'Xin rút' },
    })
    await endInWriting(app, over.id)
    expect((await caseOf(app, over.id)).complaint.status).toBe('withdrawn')
    expect(await awaited()).toMatchObject([{ recipient: 'Công ty Giao Nhanh' }])
    await investigator.call('rights.confirmPassedOn', {
      ...{ ...(await right()), passedOnId, confirmedOn: '2026-11-22', confirmation: 'Đã xóa' },
    })
    expect(await awaited()).toEqual([])
    await investigator.call('rights.strikePassedOn', {
      ...{ ...(await right()), passedOnId, reason: 'Nhầm bên' },
    })
    const asked = { ...(await right()), recipient: 'B', toldOn: '2026-11-22', reference: '' }
    expect(codesOf(await investigator.refused('rights.passOn', asked))).toEqual(['COMPLAINT_ENDED'])
  })

  it.each([
    ['2026-11-21', 'TOLD_BEFORE_ASKED'],
    ['2026-11-23', 'DAY_IN_FUTURE'],
  ])('refuses the day %s: %s', async (toldOn, code) => {
    const { id: right, version } = await rightOf('withdraw')
    const refused = await app.as('investigator').refused('rights.passOn', {
      ...{ id: right, version, recipient: 'A', toldOn, reference: '' },
    })
    expect(codesOf(refused)).toEqual([code])
  })

  it('is not settled by whoever may not, nor twice at once', async () => {
    const { id: right, version } = await rightOf('withdraw')
    const input = { id: right, version, recipient: 'A', toldOn: '2026-11-22', reference: '' }
    expect((await app.as('intake').refused('rights.passOn', input)).code).toBe('FORBIDDEN')
    await app.as('investigator').call('rights.passOn', input)
    expect((await app.as('deputy').refused('rights.passOn', input)).code).toBe('CONFLICT')
  })
})
