import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { checkCode } from '#core/letters/check-code.ts'
import type { Letter } from '#core/letters/model.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'
import { STAND_IN } from '#test/setup/letters.ts'

describe.each(ENGINES)('a paper copy, checked on %s', (engine) => {
  let app: TestApp
  let sheet: Letter
  let code: string
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    const complaint = await takeComplaint(app)
    code = complaint.code
    sheet = await app
      .as('intake')
      .call('letters.sheet', { complaintId: complaint.id, language: 'vi' })
  })
  afterAll(() => app.remove())

  const found = (copy: string) => app.as('auditor').call('letters.verifyCopy', { code: copy })

  it.each([
    ['its number', () => sheet.number ?? ''],
    ['its number as people write it', () => '1/ptn-bqt'],
    ['its number as a file is named by it', () => '01-PTN-BQT'],
    ['its number with another dash', () => '01/PTN\u2011BQT'],
    ['its number with a long dash', () => 'Số: 01/PTN–BQT'],
    ['its number in full-width figures', () => '０１/PTN-BQT'],
    ['its number with blanks', () => ' 001 / PTN-BQT '],
    ['the code at its foot', () => checkCode(sheet.contentHash)],
    ['the code without blanks', () => checkCode(sheet.contentHash).replaceAll(' ', '')],
    ['the code in other groups and capitals', () => regrouped(sheet.contentHash)],
    ['the whole hash', () => sheet.contentHash],
  ])('is found by %s', async (_what, copy) => {
    expect(await found(copy())).toEqual([
      {
        letterId: sheet.id,
        complaintId: sheet.complaintId,
        complaintCode: code,
        kind: 'L9',
        language: 'vi',
        number: '01/PTN-BQT',
        issuedOn: '2026-11-22',
        pages: sheet.pages,
        replacedBy: null,
      },
    ])
  })

  it.each([
    ['a number never given', () => '02/PTN-BQT'],
    ['a number of another symbol', () => '01/TB-BQT'],
    ['a number alone', () => '01'],
    ['a code that is too short', () => checkCode(sheet.contentHash).slice(0, 9)],
    ['another code', () => '0000 0000 0000'],
    ['the wildcards of a database', () => '%'],
    ['more wildcards', () => '____________'],
  ])('is not found by %s', async (_what, copy) => {
    expect(await found(copy())).toEqual([])
  })

  it('is not of a draft, whose hash is no proof of anything', async () => {
    const { id, version } = await app.as('investigator').call('letters.draft', {
      complaintId: sheet.complaintId,
      kind: 'L3',
      variant: 'progress',
      language: 'vi',
      replacesId: null,
    })
    const { letter } = await app.as('investigator').call('letters.get', { id })
    expect(letter.version).toBe(version)
    expect(await found(letter.contentHash)).toEqual([])
  })
})

/** `a1b2-c3d4-e5…` in capitals, as somebody may type it off the paper. */
function regrouped(hash: string): string {
  return (
    hash
      .slice(0, 12)
      .toUpperCase()
      .match(/.{1,5}/gu) ?? []
  ).join('-')
}
