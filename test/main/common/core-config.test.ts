import { expect, it } from 'vitest'

import {
  CORE_CONFIG_VARIABLE,
  coreEnvironment,
  readCoreConfig,
  slowStatementMs,
} from '#main/common/core-config.ts'

const config = { dataDir: '/data/Hồi Âm', resourcesDir: '/program/resources', demo: false }
const withDatabase = { ...config, databaseUrl: 'postgres://desk:secret@db.local/hoi_am' }

it.each([
  ['SQLite', config],
  ['PostgreSQL', withDatabase],
])('comes out of the environment as it went in (%s)', (_, given) => {
  expect(readCoreConfig(coreEnvironment(given, { PATH: '/bin' }))).toEqual(given)
})

it('keeps the database address, which may hold a password, out of the open value', () => {
  const environment = coreEnvironment(withDatabase, {})
  expect(environment[CORE_CONFIG_VARIABLE]).not.toContain('secret')
})

it("does not pass on the host's own database address unless the configuration says so", () => {
  const environment = coreEnvironment(config, { HOI_AM_DATABASE_URL: withDatabase.databaseUrl })
  expect(readCoreConfig(environment)).toEqual(config)
})

it.each([
  ['nothing', {}],
  ['no JSON', { [CORE_CONFIG_VARIABLE]: '{' }],
  ['an unknown key', { [CORE_CONFIG_VARIABLE]: JSON.stringify({ ...config, shell: true }) }],
  ['a missing folder', { [CORE_CONFIG_VARIABLE]: JSON.stringify({ demo: false }) }],
])('refuses %s', (_, environment) => {
  expect(() => readCoreConfig(environment)).toThrow()
})

it('asks the C library to give memory back, unless whoever started the host says otherwise', () => {
  expect(coreEnvironment(config, {})).toMatchObject({ MALLOC_ARENA_MAX: '2' })
  expect(coreEnvironment(config, { MALLOC_ARENA_MAX: '8' })).toMatchObject({
    MALLOC_ARENA_MAX: '8',
  })
})

it.each([
  ['50', 50],
  ['0', undefined],
  ['-1', undefined],
  ['fast', undefined],
  ['', undefined],
])('takes %j for the milliseconds from which on a statement is noted', (asked, expected) => {
  expect(slowStatementMs({ HOI_AM_SLOW_STATEMENT_MS: asked })).toBe(expected)
  expect(slowStatementMs({})).toBeUndefined()
})
