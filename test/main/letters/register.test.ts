import { afterAll, describe, expect, it, vi } from 'vitest'

import { registerDocument, registerHeads } from '#core/figures/register-table.ts'
import { MAX_PRINTED, REGISTERS } from '#core/figures/registers.ts'
import { settings } from '../../core/letters/letter-facts.ts'
import { keep, realTypesetter, run, temporaryPdf } from './pdf-tools.ts'

vi.setConfig({ testTimeout: 180_000 })

const typesetter = realTypesetter()
afterAll(() => typesetter.close())

const HEAD = {
  from: '2026-01-01',
  to: '2026-12-31',
  by: 'Trần Thị Lan',
  lost: [],
  language: 'vi',
  at: '2026-12-01T03:00:00.000Z',
} as const

/** Cells as long as people write them, and one nobody could break. */
function rowsOf(
  register: (typeof REGISTERS)[number],
  count: number,
): readonly (readonly string[])[] {
  const heads = registerHeads(register, 'vi')
  return Array.from({ length: count }, (_, row) =>
    heads.map((_head, at) =>
      at === 0
        ? `KN-2026-${String(row).padStart(4, '0')}`
        : `Cột ${String(at)} nguyễnthịngọcánh${'w'.repeat(40)}`,
    ),
  )
}

describe.each(REGISTERS)('the register of %s on paper', (register) => {
  it('lies across, has its head on each page, and its pages counted', async () => {
    const document = registerDocument(
      { ...HEAD, register },
      rowsOf(register, 20),
      settings.organisation,
    )
    const { bytes, pages } = await typesetter.typeset(document)
    const file = keep(`register-${register}`, bytes)
    expect(run('pdfinfo', [file])).toMatch(/Page size:\s+841\.\d+ x 595\.\d+/u)
    expect(pages).toBeGreaterThan(1)
    const texts = run('pdftotext', ['-layout', file, '-']).split('\f').slice(0, pages)
    const [first = ''] = registerHeads(register, 'vi')
    texts.forEach((text, at) => {
      expect(text).toContain(first.split(' ')[0])
      expect(text.replaceAll(/\s/gu, '')).toContain(`${String(at + 1)}/${String(pages)}`)
    })
    expect(texts[0]).toContain('Người lập: Trần Thị Lan')
    expect(texts.at(-1)).toContain('Số dòng: 20')
  })
})

it('the longest one that is printed is set, with every line on it', async () => {
  const rows = Array.from({ length: MAX_PRINTED }, (_, row) =>
    registerHeads('rights', 'vi').map((_head, at) =>
      at === 0 ? `KN-2026-${String(row).padStart(4, '0')}` : '02/11/2026',
    ),
  )
  const document = registerDocument({ ...HEAD, register: 'rights' }, rows, settings.organisation)
  const { bytes } = await typesetter.typeset(document)
  const text = run('pdftotext', ['-raw', temporaryPdf(bytes), '-'])
  expect(text).toContain('KN-2026-0000')
  expect(text).toContain(`KN-2026-0${String(MAX_PRINTED - 1)}`)
})

it('an empty one says so', async () => {
  const document = registerDocument({ ...HEAD, register: 'letters' }, [], settings.organisation)
  const { bytes, pages } = await typesetter.typeset(document)
  expect(pages).toBe(1)
  expect(run('pdftotext', ['-raw', temporaryPdf(bytes), '-'])).toContain('Không có dòng nào')
})
