import { describe, expect, it } from 'vitest'

import { cookieValue, refusalOf, sameSecret } from '#main/browser/security.ts'
import { createWindowKey } from '#main/browser/window-key.ts'

const OWN = 'http://127.0.0.1:4088'
const get = {
  method: 'GET',
  target: '/',
  hosts: ['127.0.0.1:4088'],
  origin: undefined,
  fetchSite: 'none',
}
const post = {
  method: 'POST',
  target: '/api/app.status',
  hosts: ['127.0.0.1:4088'],
  origin: OWN,
  fetchSite: 'same-origin',
}

describe('a request is let in', () => {
  it.each([
    ['typed into the address bar', get],
    ['from our own page', post],
    ['a script of ours reading', { ...get, fetchSite: 'same-origin' }],
    ['from a browser too old for Sec-Fetch-Site', { ...post, fetchSite: undefined }],
  ])('%s', (_, facts) => {
    expect(refusalOf(facts, OWN)).toBeNull()
  })

  it('on port 80, which browsers leave out of the Host header', () => {
    const facts = { ...get, hosts: ['127.0.0.1'] }
    expect(refusalOf(facts, new URL('http://127.0.0.1:80').origin)).toBeNull()
  })
})

describe('a request is refused', () => {
  it.each([
    ['a rebound foreign name', { ...get, hosts: ['evil.example:4088'] }, 'HOST'],
    ['localhost by name', { ...get, hosts: ['localhost:4088'] }, 'HOST'],
    ['another port', { ...get, hosts: ['127.0.0.1:4089'] }, 'HOST'],
    ['no Host at all', { ...get, hosts: [] }, 'HOST'],
    ['two Hosts', { ...get, hosts: ['127.0.0.1:4088', 'evil.example'] }, 'HOST'],
    ['a foreign origin', { ...post, origin: 'https://evil.example' }, 'ORIGIN'],
    ['a sandboxed origin', { ...post, origin: 'null' }, 'ORIGIN'],
    ['our address over https', { ...post, origin: 'https://127.0.0.1:4088' }, 'ORIGIN'],
    ['a POST without origin', { ...post, origin: undefined }, 'ORIGIN'],
    ['a GET with a foreign origin', { ...get, origin: 'http://localhost:4088' }, 'ORIGIN'],
    ['a cross-site link', { ...get, fetchSite: 'cross-site' }, 'CROSS_SITE'],
    ['a neighbour on another port', { ...get, fetchSite: 'same-site' }, 'CROSS_SITE'],
    ['a POST the user cannot have typed', { ...post, fetchSite: 'none' }, 'CROSS_SITE'],
    ['OPTIONS, the preflight of a foreign page', { ...post, method: 'OPTIONS' }, 'METHOD'],
    ['PUT', { ...post, method: 'PUT' }, 'METHOD'],
    ['TRACE', { ...get, method: 'TRACE' }, 'METHOD'],
    ['an absolute target', { ...get, target: 'http://127.0.0.1:4088/' }, 'TARGET'],
    ['a target without scheme', { ...get, target: '//evil.example/' }, 'TARGET'],
    ['the asterisk', { ...get, target: '*' }, 'TARGET'],
  ] as const)('%s', (_, facts, reason) => {
    expect(refusalOf(facts, OWN)).toBe(reason)
  })
})

it.each([
  ['among others', 'theme=dark; hoi-am-1=abc; x=y', 'abc'],
  ['with an equals sign in it', 'hoi-am-1=a=b', 'a=b'],
  ['missing', 'theme=dark', null],
  ['of a longer name', 'hoi-am-12=abc', null],
  ['sent twice', 'hoi-am-1=abc; hoi-am-1=def', null],
  ['without a value sign', 'hoi-am-1', null],
  ['in no header', undefined, null],
])('reads a cookie %s', (_, header, expected) => {
  expect(cookieValue(header, 'hoi-am-1')).toBe(expected)
})

it('compares secrets of any length', () => {
  expect(sameSecret('a', 'a')).toBe(true)
  expect(sameSecret('a', 'ab')).toBe(false)
  expect(sameSecret('', 'a')).toBe(false)
})

describe('the launch token', () => {
  const pairOf = (cookie: string): string => cookie.split('; ')[0] ?? ''

  it('opens one window once, with 256 bits in token, cookie and secret', () => {
    const key = createWindowKey(4088)
    const { cookie = '', secret = '' } = key.redeem(key.launchToken) ?? {}
    const [pair = '', ...attributes] = cookie.split('; ')
    expect(attributes).toEqual(['Path=/', 'HttpOnly', 'SameSite=Strict'])
    for (const each of [key.launchToken, secret, pair.split('=')[1] ?? '']) {
      expect(Buffer.from(each, 'base64url')).toHaveLength(32)
    }
    expect(key.redeem(key.launchToken)).toBeNull()
  })

  it('is not used up by a wrong guess', () => {
    const key = createWindowKey(4088)
    expect(key.redeem('')).toBeNull()
    expect(key.redeem(`${key.launchToken}x`)).toBeNull()
    expect(key.redeem(key.launchToken)).not.toBeNull()
  })

  it('differs from window to window', () => {
    const [first, second] = [createWindowKey(1), createWindowKey(1)]
    expect(second.redeem(first.launchToken)).toBeNull()
  })

  it('lets nobody in before it was shown', () => {
    const key = createWindowKey(1)
    expect([key.windowOf('hoi-am-1='), key.windowAsking('hoi-am-1=', '')]).toEqual([null, null])
  })

  it('gives a cookie that is enough for the page, and a secret that is needed to ask', () => {
    const key = createWindowKey(1)
    const first = key.redeem(key.launchToken) ?? { cookie: '', secret: '' }
    const id = key.windowOf(pairOf(first.cookie))
    expect(id).not.toBeNull()
    expect(key.windowAsking(pairOf(first.cookie), first.secret)).toBe(id)
    for (const guess of [undefined, '', 'x']) {
      expect(key.windowAsking(pairOf(first.cookie), guess)).toBeNull()
    }
    expect(key.windowAsking(undefined, first.secret)).toBeNull()
  })

  it('is followed by new secrets for the same window, and the old ones end with their first use', () => {
    const key = createWindowKey(1)
    const first = key.redeem(key.launchToken) ?? { cookie: '', secret: '' }
    const id = key.windowOf(pairOf(first.cookie))
    const second = key.renew()
    expect(key.windowAsking(pairOf(first.cookie), first.secret)).toBe(id)
    // The browser has the cookie a moment before the page its secret.
    expect(key.windowAsking(pairOf(second.cookie), first.secret)).toBe(id)
    expect(key.windowAsking(pairOf(second.cookie), second.secret)).toBe(id)
    expect(key.windowAsking(pairOf(second.cookie), first.secret)).toBeNull()
    expect(key.windowAsking(pairOf(first.cookie), first.secret)).toBeNull()
    expect(key.windowOf(pairOf(first.cookie))).toBeNull()
  })
})
