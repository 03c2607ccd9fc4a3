/** What docs/roles.md says of roles is what the two tables of the core say. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { FIELDS, SHOWINGS, type FieldGroup, type Showing } from '#core/people/fields.ts'
import { PERMISSIONS, ROLES, type Action } from '#core/people/permissions.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/roles.md'), 'utf8')

/** The rows of the page, without the blanks that only make its columns even. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.replace(/ +/gu, ' '))

const rowOf = (name: string, cells: readonly string[]): string =>
  `| \`${name}\` | ${cells.join(' | ')} |`

const fieldRows = (Object.keys(FIELDS) as readonly FieldGroup[]).map((group) =>
  rowOf(
    group,
    ROLES.map((role): Showing => FIELDS[group][role]),
  ),
)
const actRows = (Object.keys(PERMISSIONS) as readonly Action[]).map((action) => {
  const allowed: readonly string[] = PERMISSIONS[action]
  return rowOf(
    action,
    ROLES.map((role) => (allowed.includes(role) ? 'yes' : '–')),
  )
})

it('the tables of docs/roles.md are those of the core', () => {
  expect(rows.filter((row) => !SHOWINGS.some((each) => row.startsWith(`| \`${each}\` |`)))).toEqual(
    [...fieldRows, ...actRows],
  )
})

it('docs/roles.md says what every way of showing means', () => {
  for (const showing of SHOWINGS) expect(page).toContain(`| \`${showing}\``)
})

it('who may not read contacts or firms is the same in both tables', () => {
  for (const role of ROLES) {
    const contacts: Showing = FIELDS.contact[role]
    const firms: Showing = FIELDS.firmNote[role]
    const reading: readonly string[] = PERMISSIONS['contact.read']
    const readingFirms: readonly string[] = PERMISSIONS['firm.read']
    expect(contacts === 'clear' || contacts === 'board', role).toBe(reading.includes(role))
    expect(firms !== 'absent', role).toBe(readingFirms.includes(role))
  }
})
