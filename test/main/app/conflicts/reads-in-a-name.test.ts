import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const APP = resolve(import.meta.dirname, '../../../../src/main/app')

/** Reads before anybody is signed in, or of the people themselves: nothing of it is shown. */
const WITHOUT_A_NAME = [
  'people.ts',
  'session/going-back.ts',
  'session/routes.ts',
  'session/start-session.ts',
]

it('no handler reads cases as the program itself, which nothing is kept from', () => {
  const found = readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => /\bstore\s*\.\s*read\(/u.test(readFileSync(join(APP, name), 'utf8')))
  expect(found.toSorted()).toEqual(WITHOUT_A_NAME)
})
