import { describe, expect, it } from 'vitest'

import {
  bestMatches,
  MATCH_SOURCES,
  readableSources,
  type CaseText,
} from '#core/complaints/matches.ts'

const text = (source: CaseText['source'], words: string, complaintId = 'one'): CaseText => ({
  complaintId,
  source,
  text: words,
})

describe('where a case says what was searched for', () => {
  it.each([
    ['dien thoai', 'Số điện thoại bị lộ', 'Số ', 'điện', ' thoại bị lộ'],
    ['ĐIỆN', 'số điện thoại', 'số ', 'điện', ' thoại'],
    ['"bị lộ"', 'Số điện thoại bị lộ', 'Số điện thoại ', 'bị', ' lộ'],
    ['vouc', 'mua Voucher spa', 'mua ', 'Voucher', ' spa'],
    ['hai', 'một\n\nhai', 'một ', 'hai', ''],
  ])('%s in %j', (search, words, before, word, after) => {
    expect(bestMatches(search, [text('narrative', words)])).toEqual([
      { complaintId: 'one', source: 'narrative', before, word, after },
    ])
  })

  it('is where most of the words stand together, else where it tells most', () => {
    const texts = [
      text('subject', 'Lộ số điện thoại'),
      text('letter', 'Công ty an ninh đã kiểm tra số điện thoại'),
      text('note', 'an ninh'),
    ]
    expect(bestMatches('dien thoai an ninh', texts)[0]?.source).toBe('letter')
    expect(bestMatches('dien thoai', texts)[0]?.source).toBe('subject')
    expect(bestMatches('an ninh', texts)[0]?.source).toBe('note')
  })

  it('is one for each case, and none where nothing says it', () => {
    const texts = [text('subject', 'một'), text('narrative', 'một'), text('subject', 'hai', 'two')]
    expect(bestMatches('mot', texts).map(({ complaintId }) => complaintId)).toEqual(['one'])
    expect(bestMatches('ba', texts)).toEqual([])
    expect(bestMatches('-mot', texts)).toEqual([])
  })

  it('marks what is cut off', () => {
    const long = `${'a '.repeat(60)}đích ${'b '.repeat(90)}`
    const [match] = bestMatches('dich', [text('narrative', long)])
    expect(match?.before.startsWith('…')).toBe(true)
    expect(match?.after.endsWith('…')).toBe(true)
    expect(`${match?.before}${match?.after}`.length).toBeLessThan(140)
  })

  it('is cut between words', () => {
    const long = `${'khoản '.repeat(20)}đích${' thoại'.repeat(30)}`
    const [match] = bestMatches('dich', [text('narrative', long)])
    expect(match?.before).toMatch(/^… (?:khoản )+$/u)
    expect(match?.after).toMatch(/^(?: thoại)+ …$/u)
    const [bare] = bestMatches('dich', [text('narrative', `đích ${'a'.repeat(200)}`)])
    expect(bare?.after).toBe(' …')
  })

  it('is shown only from places one may read', () => {
    const all = (): boolean => true
    const none = (): boolean => false
    expect(readableSources(none, 'intake')).not.toContain('note')
    expect(readableSources(all, 'auditor')).toEqual(
      MATCH_SOURCES.filter((source) => !['name', 'contact', 'letter'].includes(source)),
    )
    expect(readableSources(none, 'chair')).toEqual(MATCH_SOURCES)
  })
})
