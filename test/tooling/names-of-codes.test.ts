import { globSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Codes that code must call by name, and the files that are about the codes themselves. */
const CODES = [
  {
    what: 'kinds of letter',
    code: /(['"`])L[1-9]\d*\1/,
    name: 'LETTER of core/letters/kinds.ts',
    homes: ['src/core/letters/kinds.ts'],
  },
  {
    what: 'time limits',
    code: /(['"`])T-[A-Z]+-[A-Z0-9]+\1/,
    name: 'RULE of core/deadlines/rule-table.ts',
    homes: ['src/core/deadlines/rule-table.ts'],
  },
  {
    what: 'terms of the taxonomies',
    code: /(['"`])(?:KN|NN|KP)-\d+\1/,
    name: 'an attribute of the term',
    // Made-up cases tick codes, as a person does.
    homes: ['src/core/taxonomies/', 'src/main/demo/', 'src/main/electron/self-test/'],
  },
]

/** What was written once is never changed: it keeps the codes it was written with. */
const MIGRATIONS = 'src/main/db/migrations/'

const sources = globSync('src/**/*.{ts,vue}', { cwd: root }).map((path) =>
  relative(root, join(root, path)).split(sep).join('/'),
)

function spelledOut(code: RegExp, homes: readonly string[]): readonly string[] {
  return sources
    .filter((path) => ![...homes, MIGRATIONS].some((home) => path.startsWith(home)))
    .filter((path) => code.test(readFileSync(join(root, path), 'utf8')))
}

describe('codes are called by their names', () => {
  it.each(CODES)('$what: $name', ({ code, homes }) => {
    expect(spelledOut(code, homes)).toEqual([])
  })

  it.each(CODES)('$what: the homes are where the codes are', ({ code, homes }) => {
    const found = spelledOut(code, [])
    expect(homes.filter((home) => !found.some((path) => path.startsWith(home)))).toEqual([])
  })
})

describe('what a role may do stands in the table of permissions', () => {
  const compared =
    /\brole\b[^\n]{0,12}[!=]==? *['"`]|[!=]== *['"`](?:board|investigator|auditor)['"`]|['"`](?:chair|board|investigator|auditor)['"`]\s*\]\s*\.includes\(/

  it('no other file compares a role', () => {
    expect(
      spelledOut(compared, ['src/core/people/permissions.ts', 'src/core/people/fields.ts']),
    ).toEqual([])
  })

  it('would be found if one did', () => {
    expect(compared.test("session.role === 'auditor'")).toBe(true)
    expect(compared.test("change.role !== 'chair'")).toBe(true)
    expect(compared.test("['chair', 'board'].includes(person.role)")).toBe(true)
  })
})

describe('what the status of a complaint leaves to do is said by core/complaints/status.ts', () => {
  const compared = /\bstatus\b[^\n]{0,12}[!=]== *['"`](?:open|answered|closed)['"`]/

  it('the window compares none', () => {
    const found = spelledOut(compared, []).filter((path) => path.startsWith('src/renderer/'))
    expect(found).toEqual([])
  })

  it('would be found if it did, and is where the rule stands', () => {
    expect(compared.test("props.file.complaint.status === 'open' &&")).toBe(true)
    expect(spelledOut(compared, [])).toContain('src/core/complaints/status.ts')
  })
})
