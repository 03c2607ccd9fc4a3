/** The certificate of destruction: made of erasures once, true, kept, and handed out on record. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { codesOf, downloaded } from '#test/setup/letters.ts'
import { pdfText, withoutSpace } from '#test/setup/pdf-text.ts'
import { dueCases, erase, later } from './fixtures/due-case.ts'

describe.each(ENGINES)('on %s, a certificate', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
    const due = await dueCases(app, 3)
    // A copy that still holds what is erased next.
    if (engine === 'sqlite') await app.as('chair').call('snapshots.take', {})
    await erase(app, due)
  })
  afterAll(() => app.remove())

  const register = () => app.as('auditor').call('retention.register', { before: null, limit: 100 })

  it('names cases, persons and days, and until when copies hold it, and no complainant', async () => {
    const [first, second] = await register()
    const ids = [first?.id ?? '', second?.id ?? '']
    const certificate = await app.as('deputy').call('retention.certify', { ids })
    expect(certificate.number).toBe('01/BB-XDL')
    const { ticket, fileName } = await app
      .as('auditor')
      .call('retention.certificate', { id: certificate.id })
    expect(fileName).toBe('01-BB-XDL.pdf')
    const text = await pdfText((await downloaded(app, ticket, 'auditor')).bytes)
    for (const said of [
      ...['BIÊN BẢN', first?.complaintCode, second?.complaintCode, 'Hết thời hạn lưu'],
      ...['Lê Quang Minh', 'Trần Thị Ngọc Lan', '22/11/2026', '23/11/2028'],
      // The page ends between the two.
      ...(engine === 'sqlite' ? ['chậm nhất vào ngày', '30/11/2029'] : ['máy chủ cơ sở dữ liệu']),
    ]) {
      expect(text, said).toContain(withoutSpace(said ?? 'a case'))
    }
    expect(text).not.toContain(withoutSpace('Đỗ Thị Hoà'))
    const rows = await register()
    expect(rows.filter(({ certificateNumber }) => certificateNumber === '01/BB-XDL')).toHaveLength(
      2,
    )
    const twice = await app.as('deputy').refused('retention.certify', { ids })
    expect(codesOf(twice)).toEqual(['ERASURE_CERTIFIED'])
    const journal = await app
      .as('auditor')
      .call('audit.list', { personId: null, before: null, limit: 5 })
    expect(journal.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['erasure.certified', 'erasure.certificateExported']),
    )
  })

  it('is made by the board alone, and stays', async () => {
    const rest = (await register()).filter(({ certificateId }) => certificateId === null)
    const ids = rest.map(({ id }) => id)
    expect((await app.as('auditor').refused('retention.certify', { ids })).code).toBe('FORBIDDEN')
    const { id, pdfSha256 } = await app.as('chair').call('retention.certify', { ids })
    await later(app, 60)
    const { ticket } = await app.as('chair').call('retention.certificate', { id })
    expect((await downloaded(app, ticket)).bytes.byteLength).toBeGreaterThan(1_000)
    expect(pdfSha256).toMatch(/^[0-9a-f]{64}$/u)
  })
})
