/** A complainant's own copy: what they told, the letters to them and the files they gave, and nothing else. */
import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { approvedLetter, caseOf, issue, readyComplaint } from '#test/setup/case.ts'
import { firmInput } from '#test/setup/firms.ts'
import { codesOf, downloaded, draftOf, setParticulars, toIssued } from '#test/setup/letters.ts'
import { pdfText, withoutSpace } from '#test/setup/pdf-text.ts'

/** The entries of a zip whose sizes stand in its directory. */
function entriesOf(zip: Uint8Array): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(zip)
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const entries = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, name] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)]
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    entries.set(
      bytes.toString('utf8', at + 46, at + 46 + name),
      inflateRawSync(bytes.subarray(from, from + size)),
    )
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

describe.each(ENGINES)('on %s, the own copy', (engine) => {
  let app: TestApp
  let id: string
  beforeAll(async () => {
    app = await startBoard(engine)
    id = (await readyComplaint(app)).id
    await issue(app, await approvedLetter(app, id))
    const firm = await app.as('chair').call('firms.add', firmInput())
    const engagement = await app.as('deputy').call('firms.engage', {
      ...{ complaintId: id, firmId: firm.id, scope: 'Kiểm tra' },
      ...{ startsOn: '2026-11-22', endsOn: null },
    })
    const toFirm = await draftOf(app, id, 'L8', { variant: 'firm' })
    await toIssued(
      app,
      await setParticulars(app, toFirm, {
        ...{ asked: 'Cho xem nhật ký', replyBy: '2026-12-10', engagementId: engagement.id },
      }),
    )
    const intake = app.as('intake')
    const ofCase = { complaintId: id }
    const said = {
      ...{ ...ofCase, id: null, version: 0, mentions: [], withdrawn: null },
      ...{ happenedAt: app.clock.now(), spokenBy: app.ids.intake },
    }
    await intake.call('contacts.save', {
      ...{ ...said, kind: 'call', direction: 'in', contact: '0908 123 456', body: 'Hỏi kết quả' },
    })
    await intake.call('contacts.save', {
      ...{ ...said, kind: 'note', direction: null, contact: null, body: 'Cần xem kỹ' },
    })
    await intake.upload(
      { ...ofCase, fileName: 'tin nhắn.txt', givenBy: 'complainant' },
      Buffer.from('Tin nhắn của tôi'),
    )
    await intake.upload(
      { ...ofCase, fileName: 'đối tác.txt', givenBy: 'other' },
      Buffer.from('Thư của đối tác'),
    )
    await intake.upload({ ...ofCase, fileName: 'cũ.txt' }, Buffer.from('Ai đưa?'))
  })
  afterAll(() => app.remove())

  it('is not made while it is not on record who gave a file, nor by everybody', async () => {
    const error = await app.as('chair').refused('rights.ownCopy', { complaintId: id })
    expect(error.issues).toEqual([
      { path: '', code: 'EVIDENCE_GIVER_UNKNOWN', params: { count: 1 } },
    ])
    for (const person of ['intake', 'auditor'] as const) {
      const refused = await app.as(person).refused('rights.ownCopy', { complaintId: id })
      expect(refused.code).toBe('FORBIDDEN')
    }
    const old = (await caseOf(app, id)).evidence.find(({ givenBy }) => givenBy === null)
    await app.as('intake').call('evidence.setGiver', { id: old?.id ?? '', givenBy: 'other' })
    expect(codesOf(error)).toHaveLength(1)
  })

  it('has what they told, the letters to them and the files they gave, and is on record', async () => {
    const { ticket, fileName } = await app
      .as('investigator')
      .call('rights.ownCopy', { complaintId: id })
    expect(fileName).toBe('KN-2026-0001.zip')
    const entries = entriesOf((await downloaded(app, ticket, 'investigator')).bytes)
    expect([...entries.keys()]).toEqual([
      ...['KN-2026-0001.pdf', 'KN-2026-0001 01-TB-BQT.pdf', 'tin nhắn.txt', 'SHA256SUMS'],
    ])
    expect(entries.get('tin nhắn.txt')?.toString()).toBe('Tin nhắn của tôi')
    const text = await pdfText(entries.get('KN-2026-0001.pdf') ?? Buffer.from(''))
    for (const told of [
      ...['Đỗ Thị Hoà', '0912 345 678', 'hoa.do@example.vn', '5 Lê Lợi, Đà Nẵng', 'hoado'],
      ...['Sau khi mua khoá học tôi bị gọi', 'Khiếu nại đúng', 'Số 01/TB-BQT', 'tin nhắn.txt'],
      'người khiếu nại gọi điện (0908 123 456): Hỏi kết quả',
    ]) {
      expect(text, told).toContain(withoutSpace(told))
    }
    for (const kept of [
      'đối tác.txt',
      'Cần xem kỹ',
      'Cho xem nhật ký',
      'Tệp xuất chứa nhiều cột',
    ]) {
      expect(text, kept).not.toContain(withoutSpace(kept))
    }
    const history = await app.as('chair').call('complaints.history', { id, before: null, limit: 5 })
    expect(history[0]).toMatchObject({
      action: 'complaint.copyGiven',
      personId: app.ids.investigator,
      changes: [
        { field: 'letterFiles', from: null, to: 1 },
        { field: 'evidenceFiles', from: null, to: 1 },
      ],
    })
  })
})
