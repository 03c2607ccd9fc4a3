import { describe, expect, it } from 'vitest'

import type { AuditEvent } from '#core/audit/model.ts'
import { readableBy, type CaseFile } from '#core/case/case-file.ts'
import type { DossierAbout } from '#core/case/dossier-blocks.ts'
import { dossierDocument, dossierFileName } from '#core/case/dossier.ts'
import type { Role } from '#core/people/permissions.ts'
import { FACT_WORDS } from '#core/letters/composition/fact-formatting.ts'
import { documentText } from '#core/letters/page.ts'
import type { Language } from '#core/taxonomies/term.ts'
import { fullFile, settings } from '../letters/letter-facts.ts'
import { emptyFile } from './case-facts.ts'

const about = (language: Language, cut = false): DossierAbout => ({
  ...{ language, at: '2026-12-02T03:00:00.000Z', by: 'Trần Thị Lan', people: [], settings, cut },
})

const reader = (role: Role) => ({
  ...{
    personId: 'reader',
    role,
    shut: [],
    coversInvestigators: false,
    revealed: new Set<string>(),
  },
})

const event = (sequence: number, action: string): AuditEvent => ({
  ...{ sequence, at: '2026-11-22T08:30:00.000Z', personId: 'clerk', personName: 'Mai', action },
  ...{ complaintId: 'complaint', entity: 'complaint', entityId: 'complaint', changes: [] },
  ...{ previousHash: '', hash: '' },
})

function textOf(
  file: CaseFile,
  language: Language,
  history: readonly AuditEvent[] = [],
  role: Role = 'chair',
): string {
  const shown = readableBy(reader(role), file)
  return documentText(dossierDocument(shown, history, about(language))).join('\n')
}

const phone = { e164: '+84912345678', asTold: '0912 345 678' }
const told: CaseFile = {
  ...fullFile,
  complaint: {
    ...fullFile.complaint,
    complainant: {
      ...fullFile.complaint.complainant,
      ...{ fullName: 'Đỗ Thị Hoà', phones: [phone], email: 'hoa.do@example.vn' },
    },
  },
}

describe('a printed case', () => {
  it.each([
    ['vi', 'Không ghi nhận vi phạm.', 'Chưa có thư nào.', 'Chưa có thay đổi nào.'],
    ['en', 'No violation is on record.', 'No letters yet.', 'No changes yet.'],
  ] as const)('says of each section that it has nothing: %s', (language, ...lines) => {
    const { parts } = dossierDocument(readableBy(reader('chair'), emptyFile), [], about(language))
    for (const { key, heading, blocks } of parts) {
      expect(heading, key).not.toBe('')
      expect(blocks.length, key).toBeGreaterThan(0)
    }
    for (const line of lines) expect(textOf(emptyFile, language)).toContain(line)
  })

  it('has the complaint, its cause, its remedies and what happened', () => {
    const text = textOf(told, 'vi', [event(7, 'complaint.created'), event(6, 'later.act')])
    for (const each of [
      ...['Đỗ Thị Hoà', '0912 345 678', told.complaint.subject, told.complaint.narrative],
      ...[told.rootCause?.statement ?? '-', ...told.steps.map(({ description }) => description)],
      ...['Tiếp nhận khiếu nại', 'later.act', 'Người in: Trần Thị Lan, lúc 10:00 ngày 02/12/2026'],
    ]) {
      expect(text).toContain(each)
    }
  })

  it.each([
    ['vi', 'số tiền 1.500.000 đồng, theo quyết định ngày 01/12/2026'],
    ['en', '1,500,000 VND, decided on 01/12/2026'],
  ] as const)('says what was paid as its letters do: %s', (language, paid) => {
    const compensation = { amount: 1_500_000, decidedBy: 'chair', decidedOn: '2026-12-01' }
    const steps = told.steps.map((step) => ({ ...step, compensation }))
    expect(textOf({ ...told, steps }, language)).toContain(paid)
    expect(FACT_WORDS[language].paid(1_500_000, '01/12/2026')).toBe(paid)
  })

  it('has for each role what the screen has: nobody is named to an auditor', () => {
    const text = textOf(told, 'vi', [], 'auditor')
    for (const hidden of ['Đỗ Thị Hoà', '0912 345 678', 'hoa.do'])
      expect(text).not.toContain(hidden)
    expect(text).toContain('********678')
    expect(text).toContain('che bằng dấu *')
  })

  it('says when its history is not whole', () => {
    const shown = readableBy(reader('chair'), told)
    const document = dossierDocument(shown, [event(9, 'complaint.created')], about('en', true))
    expect(documentText(document).join('\n')).toContain('only its newest 1 events')
  })

  it('is called by its code', () => {
    expect(dossierFileName('KN-2026-0001', 'vi')).toBe('Hồ sơ khiếu nại KN-2026-0001.pdf')
  })
})
