import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTestArguments, suitesOf } from '../../scripts/feature-tests.ts'

describe('npm test', () => {
  it('without a word is everything, with the name of a feature that feature', () => {
    expect(readTestArguments([])).toEqual({ kind: 'all' })
    expect(readTestArguments(['letters'])).toEqual({ kind: 'feature', feature: 'letters' })
  })

  it.each([
    { args: ['letter'] },
    { args: ['Letters'] },
    { args: ['__proto__'] },
    { args: [''] },
    { args: ['letters', 'phrases'] },
    { args: ['--watch'] },
  ])('refuses $args in one line that lists the features', ({ args }) => {
    expect(readTestArguments(args)).toEqual({
      kind: 'refused',
      line: expect.stringMatching(
        /^npm test -- <feature>, one of: approvals, .*letters, .*views$/u,
      ),
    })
  })
})

describe('the tests of a feature', () => {
  const files = [
    'test/core/letters/hashes.test.ts',
    'test/core/letters/letter-facts.ts',
    'test/core/letters/verify-copy.db.test.ts',
    'test/main/letters/typesetter.test.ts',
    'test/main/app/letters/letters.db.test.ts',
    'test/main/app/phrases/phrases.db.test.ts',
    'test/shared/contract/letters.test.ts',
    'test/renderer/ui/letter-words.test.ts',
    'test/e2e/letters/letters-out.e2e.test.ts',
  ]

  it('are those of its rooms on every floor, each in the suite that runs it', () => {
    expect(suitesOf('letters', files)).toEqual([
      {
        script: 'test:unit',
        isBuilt: false,
        files: [
          'test/core/letters/hashes.test.ts',
          'test/main/letters/typesetter.test.ts',
          'test/shared/contract/letters.test.ts',
        ],
      },
      {
        script: 'test:db',
        isBuilt: false,
        files: [
          'test/core/letters/verify-copy.db.test.ts',
          'test/main/app/letters/letters.db.test.ts',
        ],
      },
      {
        script: 'test:e2e',
        isBuilt: true,
        files: ['test/e2e/letters/letters-out.e2e.test.ts'],
      },
    ])
  })

  it('need a build only where the built program is started', () => {
    expect(suitesOf('phrases', files).map(({ isBuilt }) => isBuilt)).toEqual([false])
    expect(suitesOf('firms', files)).toEqual([])
  })

  it('are found among the files there are', () => {
    const root = resolve(import.meta.dirname, '..')
    const there = readdirSync(root, { recursive: true, encoding: 'utf8' }).map(
      (file) => `test/${file.replaceAll('\\', '/')}`,
    )
    const scripts = suitesOf('complaints', there).map(({ script }) => script)
    expect(scripts).toEqual(expect.arrayContaining(['test:unit', 'test:db']))
  })
})
