import { describe, expect, it } from 'vitest'
import { postgresAddress } from '#main/db/postgres-address.ts'

describe('the address of a PostgreSQL server', () => {
  it('is read piece by piece', () => {
    expect(postgresAddress('postgres://ban%40qt:m%C3%A2t%2F@db.ledu.vn:6543/h%C6%A1i')).toEqual({
      host: 'db.ledu.vn',
      port: 6543,
      username: 'ban@qt',
      password: 'mât/',
      database: 'hơi',
      ssl: { rejectUnauthorized: true },
    })
  })

  it.each([
    ['postgres://a:b@localhost/x', false],
    ['postgresql://a:b@127.0.0.1/x', false],
    ['postgres://a:b@127.8.9.1:5432/x', false],
    ['postgres://a:b@[::1]/x', false],
    ['postgres://a:b@localhost.evil.com/x', { rejectUnauthorized: true }],
    ['postgres://a:b@127.0.0.1.evil.com/x', { rejectUnauthorized: true }],
    ['postgres://a:b@10.0.0.1/x', { rejectUnauthorized: true }],
    ['postgres://a:b@db/x?sslmode=require', { rejectUnauthorized: true }],
    ['postgres://a:b@db/x?sslmode=verify-full', { rejectUnauthorized: true }],
  ])('%s is spoken to through %o', (url, ssl) => {
    expect(postgresAddress(url).ssl).toEqual(ssl)
  })

  it('takes the authority of the board’s own server', () => {
    expect(postgresAddress('postgres://a:b@db/x', 'PEM').ssl).toEqual({
      rejectUnauthorized: true,
      ca: 'PEM',
    })
  })

  it.each([
    'postgres://a:b@db/x?sslmode=disable',
    'postgres://a:b@db/x?sslmode=prefer',
    'postgres://a:b@db/x?ssl=0',
    'postgres://a:b@db/x?host=elsewhere',
    'mysql://a:b@db/x',
    'postgres:///x',
    'db.ledu.vn',
    '',
  ])('%s is refused', (url) => {
    expect(() => postgresAddress(url)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
  })
})
