/** The words of docs/glossary.md: those it explains are in the source, those it gave up are not. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const glossary = readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8')
const identifiers = new Set(
  readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|vue)$/u.test(path))
    .flatMap((path) => readFileSync(join(ROOT, 'src', path), 'utf8').match(/[\w$]+/gu) ?? []),
)

const spansOf = (text: string): readonly string[] =>
  [...text.matchAll(/`([A-Za-z]\w*)`/gu)].map(([, word = '']) => word)

const [used = '', givenUp = ''] = glossary.split('## Not used any more')

it('explains words that are in the source', () => {
  const explained = used
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => spansOf(line.split('|')[1] ?? ''))
  expect(explained.length).toBeGreaterThan(15)
  expect(explained.filter((word) => !identifiers.has(word) && word !== 'audit')).toEqual([])
})

it('gave up words that are no longer in the source', () => {
  const words = spansOf(givenUp.slice(givenUp.indexOf(':')))
  expect(words.length).toBeGreaterThan(15)
  expect(words.filter((word) => identifiers.has(word))).toEqual([])
})

it('calls what is the most a MAX', () => {
  expect([...identifiers].filter((word) => /^(?:MOST|AT_MOST|FEW|OFTEN)_?/u.test(word))).toEqual([])
})
