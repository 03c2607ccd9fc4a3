import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBundled, findOffenders, isAllowed, parseLock } from '../../scripts/licences.ts'

const allowed = new Set(['MIT', 'ISC'])

describe('a licence expression', () => {
  it.each([
    ['MIT', true],
    ['GPL-3.0', false],
    ['MIT AND ISC', true],
    ['MIT AND GPL-3.0', false],
    ['(MIT OR GPL-3.0)', true],
    ['GPL-3.0 OR MIT', true],
    ['GPL-3.0 OR LGPL-3.0', false],
    ['GPL-3.0 AND (MIT OR ISC)', false],
    ['(GPL-3.0 OR MIT) AND ISC', true],
    ['GPL-3.0 OR MIT AND ISC', true],
    ['GPL-2.0 WITH Classpath-exception-2.0', false],
    ['MIT WITH something', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['no licence', false],
    ['', false],
  ])('%s is allowed: %s', (expression, expected) => {
    expect(isAllowed(expression, allowed)).toBe(expected)
  })
})

const lock = parseLock(
  JSON.stringify({
    packages: {
      '': { dependencies: { store: '1' }, devDependencies: { screen: '1', linter: '1' } },
      'node_modules/store': { license: 'MIT', dependencies: { codec: '1' } },
      'node_modules/store/node_modules/codec': { license: 'GPL-3.0' },
      'node_modules/codec': { license: 'MIT' },
      'node_modules/screen': { license: 'MIT', optionalDependencies: { paint: '1' } },
      'node_modules/paint': { license: 'MPL-2.0' },
      'node_modules/linter': { license: 'MPL-2.0', dependencies: { secret: '1' } },
      'node_modules/secret': {},
    },
  }),
)

describe('the licence check', () => {
  it('follows what is shipped to the copy that is really loaded', () => {
    expect(findOffenders(lock, [])).toEqual([
      { path: 'node_modules/store/node_modules/codec', licence: 'GPL-3.0', shipped: true },
      { path: 'node_modules/secret', licence: 'no licence', shipped: false },
    ])
  })

  it('holds a bundled dev dependency to the rules of what is shipped', () => {
    expect(findOffenders(lock, ['screen'])).toContainEqual({
      path: 'node_modules/paint',
      licence: 'MPL-2.0',
      shipped: true,
    })
  })

  it('sees by the imports which dev dependencies are bundled', () => {
    expect(findBundled(lock, ["import { A } from 'screen/es'", 'a linter'])).toEqual(['screen'])
    expect(findBundled(lock, ['@import "screen";'])).toEqual(['screen'])
    expect(findBundled(lock, ["import x from './screen.ts'"])).toEqual([])
  })

  it('passes every package of this project', async () => {
    const text = await readFile(resolve(import.meta.dirname, '../../package-lock.json'), 'utf8')
    const bundled = ['vue', 'vue-router', 'vue-i18n', 'pinia', 'naive-ui', 'pdfjs-dist', 'electron']
    expect(findOffenders(parseLock(text), bundled)).toEqual([])
  })
})
