import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type BrowserHost, startBrowserHost } from '#main/browser/server.ts'
import type { CoreClient } from '#main/host/core-client.ts'
import { MAX_FILE_BYTES, MAX_REQUEST_BYTES } from '#shared/protocol/envelope.ts'
import { makeBuiltWindow, SECRET } from '#test/fixtures/built-window.ts'
import { startEchoCore } from '#test/fixtures/core-child/start.ts'
import { TRAVERSAL_PATHS } from '#test/fixtures/traversal-paths.ts'
import { clientOf, nextLines, readLines } from './host-client.ts'

const root = makeBuiltWindow()
let core: CoreClient
let host: BrowserHost
const client = clientOf(() => host)
const { ask, signed, call, data, upload } = client

beforeAll(async () => {
  core = startEchoCore('normal', {
    restartPolicy: { delaysMs: [0, 1, 1, 1], quickDeathMs: 60_000 },
  })
  host = await startBrowserHost({ core, rendererDir: root, port: 0, heartbeatMs: 20 })
  await core.whenReady()
})

afterAll(async () => {
  await host.close()
  await core.close()
  rmSync(dirname(root), { recursive: true })
})

describe('a browser that has not shown the launch token', () => {
  it.each(['/', '/complaints', '/assets/index-Bx12.js', '/?launch=', '/?launch=guess'])(
    'gets the bilingual page and nothing else at %s',
    async (target) => {
      const answer = await ask(target)
      expect(answer.status).toBe(401)
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(answer.body).toContain('Hồi Âm chưa nhận ra trình duyệt này')
      expect(answer.body).toContain('Hồi Âm does not recognise this browser')
      expect(answer.headers['set-cookie']).toBeUndefined()
    },
  )

  it.each(['/api/events', '/files/any-ticket-at-all'])('gets no data at %s', async (target) => {
    const answer = await ask(target)
    expect(answer.status).toBe(401)
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'UNAUTHENTICATED' } })
  })

  it('cannot call the core', async () => {
    const answer = await ask('/api/test.echo', {
      method: 'POST',
      headers: { Origin: host.origin, 'Content-Type': 'application/json' },
      body: '{}',
    })
    expect(answer.status).toBe(401)
  })

  it('does not use the token up by asking for the head', async () => {
    const { pathname, search } = new URL(host.launchUrl)
    expect((await ask(pathname + search, { method: 'HEAD' })).status).toBe(401)
  })

  it('is let in once by the right token, into a cookie no script can read', async () => {
    const { pathname, search } = new URL(host.launchUrl)
    const first = await ask(pathname + search)
    expect(first.status).toBe(303)
    // Behind the address, where it is sent to no server.
    expect(first.headers['location']).toMatch(/^\/#window=[\w-]{43}$/u)
    const [setCookie = ''] = first.headers['set-cookie'] ?? []
    expect(setCookie).toMatch(/^hoi-am-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    client.take(first)

    const second = await ask(pathname + search)
    expect(second.status).toBe(401)
    expect(second.headers['set-cookie']).toBeUndefined()
    const reloadedInTheSameBrowser = await ask(pathname + search, {
      headers: { Cookie: client.cookie() },
    })
    expect(reloadedInTheSameBrowser).toMatchObject({ status: 303, headers: { location: '/' } })
  })
})

describe('the window itself', () => {
  it('is served with the same policy on every answer', async () => {
    const targets = ['/', '/assets/index-Bx12.js', '/nothing.here', '/api/test.echo']
    const answers = await Promise.all(targets.map((target) => ask(target, { headers: signed() })))
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 404, 405])
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  it('answers HEAD with headers alone', async () => {
    const answer = await ask('/', { method: 'HEAD', headers: signed() })
    expect([answer.status, answer.body]).toEqual([200, ''])
  })

  it.each(TRAVERSAL_PATHS)('has nothing at %s', async (target) => {
    const answer = await ask(target, { headers: signed() })
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain(SECRET)
  })

  it('is not there under another name or from another page', async () => {
    const refused = await Promise.all([
      ask('/', { headers: signed({ Host: 'evil.example' }) }),
      ask('/', { headers: signed({ Origin: 'https://evil.example' }) }),
      ask('/', { headers: signed({ 'Sec-Fetch-Site': 'cross-site' }) }),
      ask('/', { method: 'OPTIONS', headers: signed() }),
      call('test.echo', '{}', { Origin: 'https://evil.example' }),
    ])
    expect(refused.map((answer) => answer.status)).toEqual([403, 403, 403, 405, 403])
  })

  it('is bound to the loopback address alone', () => {
    expect(new URL(host.origin).hostname).toBe('127.0.0.1')
  })

  it('survives bytes that are not HTTP', async () => {
    const { hostname, port } = new URL(host.origin)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.end('\0\0NOT HTTP\r\n\r\n'))
      socket.on('close', () => resolve())
      socket.on('error', () => undefined)
      socket.resume()
    })
    expect((await ask('/', { headers: signed() })).status).toBe(200)
  })
})

describe('a call', () => {
  it('reaches the core as this window, with its input as sent', async () => {
    const input = { name: 'Đỗ Thị Hoà', nested: [1, null, '🌸'] }
    const { windowId } = (await data('test.echo', input)) as { windowId: string }
    expect(await data('test.echo', input)).toMatchObject({ input, windowId })
    // What the core calls it is neither of the two that travel.
    expect(Buffer.from(windowId, 'base64url')).toHaveLength(32)
    expect([client.cookie().split('=')[1], client.secret()]).not.toContain(windowId)
  })

  it.each(['nothing.here', '__proto__', 'constructor', 'toString', 'a/b', '%2e%2e', ''])(
    'to the unknown route "%s" is refused by name',
    async (route) => {
      const answer = await call(route, '{}')
      expect(answer.status).toBe(404)
      expect(JSON.parse(answer.body)).toEqual({ ok: false, error: { code: 'UNKNOWN_ROUTE' } })
    },
  )

  it.each([
    ['cut off', '{"a":'],
    ['empty', ''],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['a script', 'alert(1)'],
  ])('with a body that is %s is refused where it is read', async (_, body) => {
    const answer = await call('test.echo', body)
    const issues = [{ path: '', code: 'NOT_JSON' }]
    expect(JSON.parse(answer.body)).toEqual({ ok: false, error: { code: 'INVALID_INPUT', issues } })
  })

  it.each([
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['plain text, which needs no preflight', { 'Content-Type': 'text/plain' }],
    ['packed', { 'Content-Encoding': 'gzip' }],
    ['in another alphabet', { 'Content-Type': 'application/json; charset=utf-16' }],
  ])('that is %s is refused', async (_, headers) => {
    expect((await call('test.echo', '{}', headers)).status).toBe(415)
  })

  it('may be as large as the limit and not a byte larger', async () => {
    const largest = JSON.stringify('x'.repeat(MAX_REQUEST_BYTES - 2))
    expect((await call('test.echo', largest)).status).toBe(200)
    const answer = await call('test.echo', `${largest} `)
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toEqual({ ok: false, error: { code: 'TOO_LARGE' } })
  })

  it('is answered when the core dies under it, and the next one works', async () => {
    const answer = await call('test.crash', '{}')
    expect(answer.status).toBe(503)
    expect(JSON.parse(answer.body)).toEqual({ ok: false, error: { code: 'CORE_RESTARTED' } })
    expect((await call('test.echo', '{}')).status).toBe(200)
  })

  it('to the host itself is answered here', async () => {
    expect(await data('host.info', {})).toEqual({ kind: 'browser', platform: process.platform })
    const refused = JSON.parse((await call('host.info', '{"extra":1}')).body) as unknown
    expect(refused).toMatchObject({ error: { code: 'INVALID_INPUT' } })
    const save = JSON.parse((await call('host.saveFile', '{"ticket":"t"}')).body) as unknown
    expect(save).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
  })
})

describe('files', () => {
  it('go in and come out byte for byte, each ticket once', async () => {
    const bytes = Buffer.from(Uint8Array.from({ length: 70_000 }, (_, index) => index % 256))
    const ticket = String(await data('test.uploadTicket', {}))
    expect(JSON.parse((await upload(bytes, ticket)).body)).toMatchObject({ data: { size: 70_000 } })
    expect(JSON.parse((await upload(bytes, ticket)).body)).toMatchObject({ ok: false })

    const path = `/files/${String(await data('test.downloadTicket', {}))}`
    const response = await fetch(host.origin + path, { headers: { Cookie: client.cookie() } })
    expect(bytes.equals(Buffer.from(await response.arrayBuffer()))).toBe(true)
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="Thu tra loi _Do Thi Hoa_.pdf"; ' +
        "filename*=UTF-8''Th%C6%B0%20tr%E1%BA%A3%20l%E1%BB%9Di%20%22%C4%90%E1%BB%97%20Th%E1%BB%8B%20Ho%C3%A0%22.pdf",
    )
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await ask(path, { headers: signed() })).status).toBe(404)
  })

  it('are shown in place only when asked for', async () => {
    const path = `/files/${String(await data('test.downloadTicket', {}))}?inline=1`
    const answer = await ask(path, { headers: signed() })
    expect(answer.headers['content-disposition']).toMatch(/^inline; /)
  })

  it('are not used up by asking for the head', async () => {
    const path = `/files/${String(await data('test.downloadTicket', {}))}`
    expect((await ask(path, { method: 'HEAD', headers: signed() })).status).toBe(405)
    expect((await ask(path, { headers: signed() })).status).toBe(200)
  })

  it('of no bytes are refused', async () => {
    const answer = await upload(Buffer.alloc(0))
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'FILE_EMPTY' } })
  })

  it('may have the largest size and not a byte more', async () => {
    expect((await upload(Buffer.alloc(MAX_FILE_BYTES, 7))).status).toBe(200)
    const answer = await upload(Buffer.alloc(MAX_FILE_BYTES + 1, 7))
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'FILE_TOO_LARGE' } })
  })

  it.each(['/files/', '/files/a/b', '/files/..', '/files/%00', `/files/${'x'.repeat(101)}`])(
    'are not found at %s',
    async (target) => {
      expect((await ask(target, { headers: signed() })).status).toBe(404)
    },
  )
})

describe('events', () => {
  it('reach the window they are for, with a heartbeat between them', async () => {
    const { windowId } = (await data('test.echo', {})) as { windowId: string }
    const response = await fetch(`${host.origin}/api/events`, { headers: signed() })
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    const lines = readLines(response)
    await data('test.event', windowId)
    await data('test.event', 'another-window')
    expect(await nextLines(lines, 'data: ', 3)).toEqual([
      'data: {"type":"changed","topic":"complaint","id":"to-all"}',
      'data: {"type":"signed-out","reason":"idle"}',
      'data: {"type":"changed","topic":"complaint","id":"to-all"}',
    ])
    expect(await nextLines(lines, ': ', 1)).toEqual([': still here'])
    await lines.return(undefined)
  })
})
