/**
 * What the changes that come most often cost, in files beside their words. Each is a worked example of the documents:
 * made here in a copy of the tree, counted, type-checked and run, so that the example stays true and the cost low.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { applyExample, workedExamples } from '../../scripts/docs/worked-examples.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The most files beside its words, tests included. */
const AT_MOST: Readonly<Record<string, number>> = {
  'A kind of letter': 4,
  'A legal clock': 4,
  'A role': 5,
  'A text field, step by step': 10,
}

/** Words are the messages of the window and the wordings letters are shipped with; their list is none. */
const WORDS = /^src\/renderer\/i18n\/|^src\/core\/phrases\/house\/(?!index\.ts)/u

/** What the examples are run against. */
const UNIT_TESTS = [
  'test/core/case/clocks.test.ts',
  'test/core/letters',
  'test/core/people',
  'test/core/phrases',
  'test/renderer/i18n',
  'test/tooling/names-of-codes.test.ts',
]
/** Both of its projects: files that share a process, and those that have their own. */
const UNIT = ['--project', 'unit', '--project', 'unit-alone']
const DB_TEST = 'test/main/app/complaints/taking.db.test.ts'
/** Not the boards that landed: an example lands none, and theirs come along in the tests of the tree itself. */
const MIGRATIONS = 'test/main/db/migrations/migrations.db.test.ts'

/** Whose types are checked, with all they import: the whole core process, the screens of complaints and their tests. */
const CHECKED = [
  'src/**/*.d.ts',
  'src/main/core-process.ts',
  'src/renderer/features/complaints/**/*.vue',
  'src/renderer/i18n/*.ts',
  'test/core/case/*.ts',
  'test/core/letters/*.ts',
  'test/fixtures/letters/*.ts',
  'test/main/db/*.db.test.ts',
  'test/setup/*.ts',
  DB_TEST,
]

const examples = ['CONTRIBUTING.md', 'docs/recipes.md'].flatMap((document) =>
  workedExamples(readFileSync(join(ROOT, document), 'utf8')),
)

describe('a change costs few files', () => {
  it('is shown for each kind of change', () => {
    expect(examples.map(({ heading }) => heading).toSorted()).toEqual(
      Object.keys(AT_MOST).toSorted(),
    )
  })

  it.each(examples)('$heading', ({ heading, files }) => {
    const paths = new Set(files.map(({ path }) => path))
    const besideWords = [...paths].filter((path) => !WORDS.test(path))
    expect(besideWords.length, besideWords.join('\n')).toBeLessThanOrEqual(AT_MOST[heading] ?? 0)
    expect(besideWords.length).toBeGreaterThan(0)
  })
})

describe('the examples, all made in one copy of the tree', { timeout: 600_000 }, () => {
  let copy: string

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'hoi-am-examples-'))
    const parts = ['src', 'test', 'scripts', 'resources', 'package.json', 'vitest.config.ts']
    for (const part of [...parts, 'tsconfig.json', '.prettierrc.json']) {
      cpSync(join(ROOT, part), join(copy, part), {
        recursive: true,
        filter: (path) => !path.startsWith(join(ROOT, 'test/output')),
      })
    }
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
    for (const example of examples) applyExample(example, copy)
  })

  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  /** Runs a program of node_modules in the copy; what it said, when it did not end well. */
  async function faultsOf(program: string, ...args: readonly string[]): Promise<string> {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
      cwd: copy,
      env: { ...process.env, NO_COLOR: '1' },
    })
    const said: string[] = []
    child.stdout.on('data', (chunk) => said.push(String(chunk)))
    child.stderr.on('data', (chunk) => said.push(String(chunk)))
    const [code] = await once(child, 'close')
    return code === 0 ? '' : said.join('')
  }

  it('are formatted as everything is', async () => {
    const paths = new Set(examples.flatMap(({ files }) => files.map(({ path }) => path)))
    expect(await faultsOf('prettier/bin/prettier.cjs', '--check', ...paths)).toBe('')
  })

  it('have the right types', async () => {
    const config = { extends: './tsconfig.json', include: CHECKED }
    writeFileSync(join(copy, 'tsconfig.examples.json'), JSON.stringify(config))
    expect(
      await faultsOf('vue-tsc/bin/vue-tsc.js', '--noEmit', '-p', 'tsconfig.examples.json'),
    ).toBe('')
  })

  it('pass the tests of what they change', async () => {
    expect(await faultsOf('vitest/vitest.mjs', 'run', ...UNIT, ...UNIT_TESTS)).toBe('')
  })

  it('keep, find and put on record the new field in both databases', async () => {
    expect(await faultsOf('vitest/vitest.mjs', 'run', '--project', 'db', DB_TEST, MIGRATIONS)).toBe(
      '',
    )
  })
})

describe('an example the code has moved away from', () => {
  const place = (before: string) => ({
    heading: 'A role',
    files: [{ path: 'package.json', isNew: false, places: [{ before, after: '' }] }],
  })

  it.each(['  "name": "another",\n', '  },\n'])('is refused at %j', (before) => {
    expect(() => applyExample(place(before), ROOT)).toThrow(
      /"A role" no longer fits the code: in package.json/u,
    )
  })
})
