import { afterAll, expect, it, vi } from 'vitest'

import { readableBy } from '#core/case/case-file.ts'
import { dossierDocument } from '#core/case/dossier.ts'
import type { Reader } from '#core/conflicts/reader.ts'
import type { Language } from '#core/taxonomies/term.ts'
import { pdfText, withoutSpace } from '#test/setup/pdf-text.ts'
import { RICH_FILE } from '#test/fixtures/letters/rich-case.ts'
import { settings } from '../../core/letters/letter-facts.ts'
import { keep, realTypesetter, run } from './pdf-tools.ts'

vi.setConfig({ testTimeout: 180_000 })

const typesetter = realTypesetter()
afterAll(() => typesetter.close())

const reader: Reader = {
  ...{ personId: 'reader', role: 'chair' as const, shut: [], coversInvestigators: false },
  revealed: new Set(),
}

/** Two hundred acts, a story of pages, and a word nobody could break. */
const story = `${'Họ gọi tôi mỗi ngày, đọc đúng địa chỉ nhà. '.repeat(200)}\n${'w'.repeat(300)}`
const file = { ...RICH_FILE, complaint: { ...RICH_FILE.complaint, narrative: story } }
const history = Array.from({ length: 200 }, (_, at) => ({
  ...{ sequence: 200 - at, at: '2026-11-22T08:30:00.000Z', personId: 'clerk', personName: 'Mai' },
  ...{ action: at % 2 === 0 ? 'complaint.viewed' : 'state.checked', complaintId: 'complaint' },
  ...{ entity: 'complaint', entityId: 'complaint', changes: [], previousHash: '', hash: '' },
}))

it.each([
  ['vi', 'trang', ['Hồ sơ khiếu nại', 'Ghi kết quả kiểm tra', 'Nguyên nhân chính']],
  ['en', 'page', ['Complaint file', 'History', 'Primary cause']],
] as const)(
  'a long case is printed with its code and its number on each page: %s',
  async (...row) => {
    const [language, word, said]: readonly [Language, string, readonly string[]] = row
    const document = dossierDocument(readableBy(reader, file), history, {
      ...{ language, at: '2026-12-02T03:00:00.000Z', by: 'Trần Thị Lan', people: [], settings },
      cut: false,
    })
    const { bytes, pages, missingGlyphs } = await typesetter.typeset(document)
    expect(missingGlyphs).toEqual([])
    expect(pages).toBeGreaterThan(5)
    const paper = keep(`dossier-${language}`, bytes)
    const texts = run('pdftotext', ['-layout', paper, '-']).split('\f').slice(0, pages)
    texts.forEach((text, at) => {
      expect(text).toContain(file.complaint.code)
      expect(text).toContain(`${word} ${String(at + 1)}/${String(pages)}`)
    })
    const text = await pdfText(bytes)
    for (const each of said) expect(text.toLowerCase()).toContain(withoutSpace(each).toLowerCase())
    expect(text).toContain(withoutSpace(story.slice(0, 43)))
    expect(text).toContain('w'.repeat(30))
  },
)
