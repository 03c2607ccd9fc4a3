import { rmSync } from 'node:fs'
import { dirname } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CoreClient } from '#main/host/core-client.ts'
import { createAppProtocol } from '#main/electron/protocol.ts'
import { CONTENT_SECURITY_POLICY } from '#main/host/security-policy.ts'
import { listStaticFiles } from '#main/host/static-files.ts'
import { MAX_FILE_BYTES } from '#shared/protocol/envelope.ts'
import { encodeInput } from '#shared/protocol/wire.ts'
import { makeBuiltWindow, SECRET } from '#test/fixtures/built-window.ts'
import { startEchoCore } from '#test/fixtures/core-child/start.ts'
import { TRAVERSAL_PATHS } from '#test/fixtures/traversal-paths.ts'

const root = makeBuiltWindow()
let core: CoreClient
let windowId: string | null = 'window-1'
let answer: (request: Request) => Promise<Response>

beforeAll(() => {
  core = startEchoCore()
  const staticFiles = listStaticFiles(root)
  answer = createAppProtocol({ staticFiles, core, windowId: () => windowId })
})

afterAll(async () => {
  await core.close()
  rmSync(dirname(root), { recursive: true })
})

function ask(path: string, init?: RequestInit): Promise<Response> {
  return answer(new Request(`app://hoi-am${path}`, init))
}

async function ticket(route: 'test.uploadTicket' | 'test.downloadTicket'): Promise<string> {
  const result = await core.request('window-1', route, encodeInput({}))
  return result.ok ? String(result.data) : ''
}

async function codeOf(response: Response): Promise<unknown> {
  const result = (await response.json()) as { error?: { code: string } }
  return result.error?.code
}

describe('the window under app://', () => {
  it('is served with the policy of the browser host', async () => {
    const response = await ask('/')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toContain('Hồi Âm')
  })

  // `new Request` resolves dots as Chromium does, so what is left is a screen or nothing.
  it.each(TRAVERSAL_PATHS)('holds nothing outside at %s', async (path) => {
    const response = await ask(path)
    expect(await response.text()).not.toContain(SECRET)
    expect([200, 404]).toContain(response.status)
    if (response.status === 200) expect(response.headers.get('content-type')).toMatch(/^text\/html/)
  })

  it.each([
    ['another host', 'app://other/', {}, 403],
    ['another scheme', 'https://hoi-am/', {}, 403],
    ['a foreign page', 'app://hoi-am/', { headers: { Origin: 'https://evil.example' } }, 403],
    ['a write', 'app://hoi-am/', { method: 'POST' }, 405],
    ['a deletion of a file', 'app://hoi-am/files/ticket', { method: 'DELETE' }, 405],
  ])('refuses %s', async (_, url, init, status) => {
    expect((await answer(new Request(url, init))).status).toBe(status)
  })
})

describe('files under app://', () => {
  it('go in and come out byte for byte, each ticket once', async () => {
    const bytes = Buffer.from('Thư của công ty an ninh mạng 🌸'.repeat(5_000))
    const given = await ticket('test.uploadTicket')
    const stored = await ask(`/files/${given}`, { method: 'POST', body: bytes })
    expect(await stored.json()).toEqual({ ok: true, data: { size: bytes.length } })

    const path = `/files/${await ticket('test.downloadTicket')}?inline=1`
    const response = await ask(path)
    expect(bytes.equals(Buffer.from(await response.arrayBuffer()))).toBe(true)
    expect(response.headers.get('content-disposition')).toMatch(/^inline; /)
    expect((await ask(path)).status).toBe(404)
  })

  it('of no bytes are refused', async () => {
    const path = `/files/${await ticket('test.uploadTicket')}`
    expect(await codeOf(await ask(path, { method: 'POST', body: '' }))).toBe('FILE_EMPTY')
  })

  it('above the largest size are dropped while they stream in', async () => {
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        sent += 1024 * 1024
        controller.enqueue(new Uint8Array(1024 * 1024))
      },
    })
    const path = `/files/${await ticket('test.uploadTicket')}`
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' }
    expect(await codeOf(await ask(path, init))).toBe('FILE_TOO_LARGE')
    expect(sent).toBeLessThan(MAX_FILE_BYTES + 4 * 1024 * 1024)
  })

  it('are not there while no window is', async () => {
    const path = `/files/${await ticket('test.downloadTicket')}`
    windowId = null
    expect((await ask(path)).status).toBe(404)
    windowId = 'window-1'
    expect((await ask(path)).status).toBe(200)
  })
})
