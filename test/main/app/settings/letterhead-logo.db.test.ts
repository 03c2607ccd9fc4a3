import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENGINES, PERSON_KEYS, startBoard, type TestApp } from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'
import { downloaded, uploadLogo } from '#test/setup/letters.ts'
import { JPEG_BASELINE, png } from '#test/main/reader/logo/logo-samples.ts'
import { temporaryPdf } from '#test/main/letters/pdf-tools.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  const logo = () => app.as('auditor').call('settings.logo', {})
  const lastEvent = async () => {
    const [event] = await app
      .as('auditor')
      .call('audit.list', { personId: null, before: null, limit: 1 })
    return event
  }
  /** The pictures in the next letter of the board: their sizes in dots. */
  async function picturesOfNextLetter(): Promise<readonly string[]> {
    const { id } = await takeComplaint(app)
    const sheet = await app.as('intake').call('letters.sheet', { complaintId: id, language: 'vi' })
    const { ticket } = await app.as('intake').call('letters.print', { id: sheet.id })
    const file = temporaryPdf((await downloaded(app, ticket, 'intake')).bytes)
    const [, , ...rows] = execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' })
      .trim()
      .split('\n')
    return rows.map((row) => row.trim().split(/\s+/u).slice(2, 5).join(' '))
  }

  it('is printed on the next letter, and taken off again', async () => {
    expect(await picturesOfNextLetter()).toEqual([])
    const before = await app.as('chair').call('settings.get', {})
    expect(await uploadLogo(app, png())).toEqual({ ok: true, data: before })
    expect(await logo()).toMatchObject({ mediaType: 'image/png' })
    expect(await picturesOfNextLetter()).toEqual(['image 64 40'])
    expect(await app.as('chair').call('settings.removeLogo', {})).toEqual({ removed: true })
    expect(await logo()).toBeNull()
    expect(await picturesOfNextLetter()).toEqual([])
  })

  it('leaves its hash on record, not its bytes; one takes the place of the other', async () => {
    await uploadLogo(app, png())
    await uploadLogo(app, JPEG_BASELINE)
    const kept = await logo()
    const bytes = Buffer.from(kept?.base64 ?? '', 'base64')
    const event = await lastEvent()
    expect(event).toMatchObject({
      ...{ action: 'settings.logoSaved', entity: 'settings', personId: app.ids.chair },
      changes: [
        { field: 'logo', from: 'image/png', to: 'image/jpeg' },
        { field: 'logoSha256', from: null, to: createHash('sha256').update(bytes).digest('hex') },
      ],
    })
    expect(JSON.stringify(event).length).toBeLessThan(1_000)
    const changed = { type: 'changed', topic: 'settings', id: 'settings' }
    expect(app.events.at(-1)?.event).toEqual(changed)
    await app.as('chair').call('settings.removeLogo', {})
    expect(await lastEvent()).toMatchObject({
      changes: [{ field: 'logo', from: 'image/jpeg', to: null }],
    })
  })

  it.each([
    ['a text', Buffer.from('không phải ảnh'), 'LOGO_NOT_IMAGE'],
    ['half a picture', png().subarray(0, 60), 'LOGO_BROKEN'],
    [
      'a picture that runs a script',
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>',
      ),
      'LOGO_UNSAFE',
    ],
    ['a picture of one dot', png({ width: 1, height: 1 }), 'LOGO_TOO_SMALL'],
  ])('is refused for %s, and the one before stays', async (_what, bytes, code) => {
    await uploadLogo(app, png())
    const [before, event] = [await logo(), await lastEvent()]
    const result = await uploadLogo(app, bytes)
    expect(result).toMatchObject({
      ...{ ok: false, error: { code: 'INVALID_INPUT', issues: [{ path: 'logo', code }] } },
    })
    expect([await logo(), await lastEvent()]).toEqual([before, event])
  })

  it('is the chair’s alone, and comes whole, once, from the window that asked', async () => {
    for (const key of PERSON_KEYS.filter((each) => each !== 'chair')) {
      const size = { size: 10 }
      expect((await app.as(key).refused('settings.requestLogo', size)).code).toBe('FORBIDDEN')
      expect((await app.as(key).refused('settings.removeLogo', {})).code).toBe('FORBIDDEN')
    }
    const bytes = png()
    const ask = () => app.as('chair').call('settings.requestLogo', { size: bytes.byteLength })
    const foreign = await ask()
    expect(await app.as('deputy').send(foreign.ticket, bytes)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
    expect(await app.as('chair').send((await ask()).ticket, bytes.subarray(1))).toMatchObject({
      error: { code: 'INVALID_INPUT', issues: [{ code: 'UPLOAD_INCOMPLETE' }] },
    })
    const { ticket } = await ask()
    expect(await app.as('chair').send(ticket, bytes)).toMatchObject({ ok: true })
    expect(await app.as('chair').send(ticket, bytes)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
  })
})
