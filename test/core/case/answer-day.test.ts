import { describe, expect, it } from 'vitest'

import { answerDay } from '#core/case/answer-day.ts'
import { LATER_SETTINGS, type Settings } from '#core/settings/model.ts'

const NOW = '2026-11-22T07:05:00.000Z'
const SETTINGS: Settings = {
  version: 1,
  organisation: {
    legalName: 'Công ty',
    boardName: 'Ban quản trị website',
    address: '1 Lê Lợi',
    taxCode: '0123456789',
    phone: '028 38 49 40 88',
    email: 'hotro@vouchersharing.com',
    website: 'vouchersharing.com',
    place: 'TP. Hồ Chí Minh',
  },
  sites: [{ id: 'ledu', name: 'Ledu.vn' }],
  letters: { nationalHeading: true, authority: '', signatoryTitle: '', signatoryName: '' },
  restDays: [0, 6],
  holidays: [],
  ...LATER_SETTINGS,
}

describe('the day of the answer', () => {
  it('is thirty days on, the first not counted', () => {
    expect(answerDay(NOW, SETTINGS)).toMatchObject({
      startsOn: '2026-11-22',
      legalEnd: '2026-12-22',
      target: '2026-12-22',
      moved: false,
      provisional: false,
    })
  })

  it('is counted from the day in Vietnam', () => {
    expect(answerDay('2026-11-22T17:30:00.000Z', SETTINGS)?.startsOn).toBe('2026-11-23')
  })

  it('runs on over a weekend, with an earlier target', () => {
    expect(answerDay('2026-11-19T03:00:00.000Z', SETTINGS)).toMatchObject({
      rawEnd: '2026-12-19',
      legalEnd: '2026-12-21',
      target: '2026-12-18',
      moved: true,
    })
  })

  it('is provisional when it falls into a Tết nobody has announced', () => {
    const answer = answerDay('2029-01-15T03:00:00.000Z', SETTINGS)
    expect(answer).toMatchObject({ rawEnd: '2029-02-14', moved: true, provisional: true })
  })

  it('is known however long ago something came in: the policy names no first day', () => {
    expect(answerDay('2012-01-01T03:00:00.000Z', SETTINGS)?.rawEnd).toBe('2012-01-31')
  })

  it('is unknown where the year is mistyped', () => {
    expect(answerDay('0206-11-20T03:00:00.000Z', SETTINGS)).toBeNull()
  })
})
