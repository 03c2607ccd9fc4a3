import { describe, expect, it } from 'vitest'
import { DomainError } from '#core/kernel/errors.ts'
import { lostAgainstAnother, mapDatabaseError } from '#main/db/db-errors.ts'

function failure(code: string | undefined, message = 'Nguyễn Văn A'): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code })
}

/** As TypeORM hands it on, with the statement and its values. */
function wrapped(code: string): Error {
  return Object.assign(new Error('Nguyễn Văn A'), {
    driverError: failure(code),
    query: 'INSERT',
    parameters: ['Nguyễn Văn A'],
  })
}

describe('what the database says', () => {
  it.each([
    ['SQLITE_FULL', 'DISK_FULL'],
    ['SQLITE_READONLY_DIRECTORY', 'READ_ONLY'],
    ['SQLITE_CORRUPT_VTAB', 'DATABASE_DAMAGED'],
    ['SQLITE_NOTADB', 'DATABASE_DAMAGED'],
    ['SQLITE_BUSY', 'ALREADY_OPEN'],
    ['SQLITE_LOCKED', 'ALREADY_OPEN'],
    ['SQLITE_CANTOPEN', 'DATA_FOLDER_UNFIT'],
    ['SQLITE_IOERR_WRITE', 'DATA_FOLDER_UNFIT'],
    ['SQLITE_CONSTRAINT_UNIQUE', 'ALREADY_EXISTS'],
    ['SQLITE_ERROR', 'INTERNAL'],
    ['40001', 'CONFLICT'],
    ['40P01', 'CONFLICT'],
    ['23505', 'ALREADY_EXISTS'],
    ['53100', 'DISK_FULL'],
    ['53300', 'DATABASE_UNAVAILABLE'],
    ['57P01', 'DATABASE_UNAVAILABLE'],
    ['28P01', 'DATABASE_UNAVAILABLE'],
    ['ECONNREFUSED', 'DATABASE_UNAVAILABLE'],
    ['CERT_HAS_EXPIRED', 'DATABASE_UNAVAILABLE'],
    ['42P01', 'INTERNAL'],
  ])('%s becomes %s, and nothing of its text goes along', (code, expected) => {
    for (const error of [failure(code), wrapped(code)]) {
      const mapped = mapDatabaseError(error)
      expect(mapped).toBeInstanceOf(DomainError)
      expect(mapped).toMatchObject({ code: expected, issues: [{ path: '', code }] })
      expect(JSON.stringify(mapped) + String((mapped as Error).stack)).not.toContain('Nguyễn')
      expect((mapped as Error).cause).toBeUndefined()
    }
  })

  it.each(['Connection terminated unexpectedly', 'The server does not support SSL connections'])(
    '"%s" is a lost server',
    (message) => {
      expect(mapDatabaseError(failure(undefined, message))).toMatchObject({
        code: 'DATABASE_UNAVAILABLE',
      })
    },
  )

  it('leaves our own errors alone', () => {
    const ours = new DomainError('CONFLICT')
    const bug = new TypeError('x is not a function')
    expect(mapDatabaseError(ours)).toBe(ours)
    expect(mapDatabaseError(bug)).toBe(bug)
  })

  it('knows when trying again may help', () => {
    expect(['40001', '40P01', '23505'].map((code) => lostAgainstAnother(wrapped(code)))).toEqual([
      true,
      true,
      false,
    ])
    expect(lostAgainstAnother(new DomainError('CONFLICT'))).toBe(false)
  })
})
