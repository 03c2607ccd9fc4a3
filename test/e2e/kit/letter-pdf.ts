import { expect } from 'vitest'

import type { Language } from '#core/taxonomies/term.ts'
import { run, withoutSpace } from '#test/main/letters/pdf-tools.ts'

/** The PDF says the words somewhere, and every line of the paragraphs between its margins. */
export function expectWords(
  pdf: string,
  words: readonly string[],
  paragraphs: readonly string[],
): void {
  const text = withoutSpace(run('pdftotext', [pdf, '-']))
  for (const word of words) expect(text).toContain(withoutSpace(word))
  // Between the margins: a paragraph may go on over the page, past its foot and number.
  const between = ['-x', '0', '-y', '57', '-W', '595', '-H', '728']
  const raw = withoutSpace(run('pdftotext', ['-raw', ...between, pdf, '-']))
  for (const line of paragraphs.flatMap((part) => part.split('\n'))) {
    expect(raw).toContain(withoutSpace(line.replace(/^- /, '')))
  }
}

/** The PDF is tagged, has a title and a language, and brings all its fonts along, with the characters behind the glyphs. */
export function expectKeepable(pdf: string, language: Language): void {
  const fonts = run('pdffonts', [pdf]).trim().split('\n').slice(2)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Tinos\S*\s.*\syes\s+yes\s+yes\s/)
  const info = run('pdfinfo', [pdf])
  expect(info).toMatch(/^Tagged:\s+yes$/m)
  expect(info).toMatch(/^Title:\s+\S.*$/m)
  const catalog = run('qpdf', ['--json=2', '--json-key=qpdf', pdf])
  expect(catalog).toMatch(new RegExp(`"/Lang": "(?:u:)?${language}`))
}
