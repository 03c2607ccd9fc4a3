import { createServer, type Server } from 'node:http'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { requestAllowed } from '#main/electron/permissions.ts'
import { CONTENT_SECURITY_POLICY } from '#main/host/security-policy.ts'
import { gatherRestarts, type Restart, restartFor } from '../../scripts/dev/changes.ts'
import { restrictSession } from '../../scripts/dev/instead/electron-permissions.ts'
import { createAppProtocol } from '../../scripts/dev/instead/electron-protocol.ts'
import { REPLACED_PATHS, replacementOf } from '../../scripts/dev/replacements.ts'
import { WINDOW_ORIGIN_VARIABLE } from '../../scripts/dev/variables.ts'

describe('a changed source', () => {
  it.each<[string, Restart | null]>([
    ['src/core/kernel/errors.ts', 'core'],
    ['src/shared/contract/host.ts', 'core'],
    ['src/main/workspace/workspace.ts', 'core'],
    ['src/main/core-process/composition.ts', 'core'],
    ['src/main/db/migrations/all.ts', 'core'],
    ['resources/letters/letter.typ', 'core'],
    ['src/main/common/core-config.ts', 'host'],
    ['src/main/host/core-client.ts', 'host'],
    ['src/main/serve.ts', 'host'],
    ['src/main/electron/menu.ts', 'host'],
    ['src/main/browser/server.ts', 'host'],
    ['src/preload/index.ts', 'host'],
    ['src/renderer/App.vue', null],
    ['test/main/app/session/locks.test.ts', null],
    ['docs/architecture.md', null],
    ['../elsewhere/src/core/a.ts', null],
  ])('%s starts anew: %s', (path, restart) => {
    expect(restartFor(path)).toBe(restart)
  })

  it.each<[string[], Restart[]]>([
    [['src/core/a.ts', 'src/core/b.ts'], ['core']],
    [['src/core/a.ts', 'src/main/electron/menu.ts'], ['host']],
    [['src/main/electron/menu.ts', 'src/core/a.ts'], ['host']],
    [['src/renderer/App.vue'], []],
  ])('%j together: %j', async (paths, restarts) => {
    vi.useFakeTimers()
    try {
      const acts: Restart[] = []
      const changed = gatherRestarts(async (restart) => void acts.push(restart))
      for (const path of paths) changed(path)
      await vi.runAllTimersAsync()
      expect(acts).toEqual(restarts)
    } finally {
      vi.useRealTimers()
    }
  })

  it('waits until the act before it is done', async () => {
    vi.useFakeTimers()
    try {
      const acts: Restart[] = []
      const first = Promise.withResolvers<undefined>()
      const changed = gatherRestarts(async (restart) => {
        acts.push(restart)
        if (acts.length === 1) await first.promise
      })
      changed('src/core/a.ts')
      await vi.runAllTimersAsync()
      changed('src/main/serve.ts')
      await vi.runAllTimersAsync()
      expect(acts).toEqual(['core'])
      first.resolve(undefined)
      await vi.runAllTimersAsync()
      expect(acts).toEqual(['core', 'host'])
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('the replacements', () => {
  const root = join(import.meta.dirname, '../..')

  it.each(REPLACED_PATHS)('have every name of %s', async (path) => {
    const instead = replacementOf(path, join(root, 'src/main/index.ts'))
    expect(instead).toMatch(/scripts[/\\]dev[/\\]instead/)
    // The core's entry has no names, and running it is all it does.
    if (path.endsWith('core-process.ts')) return
    const [real, other]: object[] = await Promise.all([import(path), import(instead ?? '')])
    expect(Object.keys(other ?? {}).sort()).toEqual(Object.keys(real ?? {}).sort())
  })

  it('are not put in where they stand on the real one, nor anywhere else', () => {
    const [real = ''] = REPLACED_PATHS
    expect(replacementOf(real, join(root, 'scripts/dev/instead/core-process.ts'))).toBeUndefined()
    expect(replacementOf(join(root, 'src/main/serve.ts'), undefined)).toBeUndefined()
  })
})

describe('the window in Electron, while it is developed', () => {
  let vite: Server
  let asked: (string | undefined)[]
  let port: number

  beforeEach(async () => {
    asked = []
    vite = createServer((request, response) => {
      asked.push(request.url)
      response.writeHead(request.url === '/none' ? 404 : 200, { 'Content-Type': 'text/javascript' })
      response.end('let fromVite')
    })
    await new Promise<void>((done) => vite.listen(0, '127.0.0.1', done))
    const address = vite.address()
    port = typeof address === 'object' && address !== null ? address.port : 0
    vi.stubEnv(WINDOW_ORIGIN_VARIABLE, `http://127.0.0.1:${port}`)
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await new Promise((done) => vite.close(done))
  })

  const answer = (url: string, init?: RequestInit): Promise<Response> =>
    createAppProtocol({
      staticFiles: new Map(),
      core: {
        upload: () => Promise.resolve({ ok: true, data: 'stored' }),
        download: () => Promise.resolve({ ok: false, error: { code: 'NOT_FOUND' } }),
      },
      windowId: () => 'window',
    })(new Request(url, init))

  it('comes from Vite, under the strict policy and its one socket', async () => {
    const response = await answer('app://hoi-am/features/a.ts?t=1')
    expect(await response.text()).toBe('let fromVite')
    expect(asked).toEqual(['/features/a.ts?t=1'])
    expect(response.headers.get('content-type')).toBe('text/javascript')
    expect(response.headers.get('content-security-policy')).toBe(
      CONTENT_SECURITY_POLICY.replace(
        "connect-src 'self'",
        `connect-src 'self' ws://127.0.0.1:${port}`,
      ),
    )
    expect((await answer('app://hoi-am/none')).status).toBe(404)
  })

  it.each([
    ['a file by its ticket', 'app://hoi-am/files/aaaaaaaaaaaaaaaaaaaaaa', {}],
    ['a foreign origin', 'app://elsewhere/', {}],
    ['a page that is posted to', 'app://hoi-am/', { method: 'POST' }],
  ])('never comes from Vite for %s', async (_name, url, init) => {
    expect((await answer(url, init)).ok).toBe(false)
    expect(asked).toEqual([])
  })

  it('may reach Vite’s socket and nothing else that a built one may not', () => {
    const { session, cancelled } = fakeSession()
    restrictSession(session, false)
    const addresses = [
      `ws://127.0.0.1:${port}/?token=x`,
      `http://127.0.0.1:${port}/`,
      `ws://127.0.0.1:${port + 1}/`,
      `ws://localhost:${port}/`,
      'https://example.org/',
      'app://hoi-am/',
      'devtools://devtools/bundled/x.html',
    ]
    expect(addresses.filter((url) => !cancelled(url))).toEqual([
      `ws://127.0.0.1:${port}/?token=x`,
      'app://hoi-am/',
      'devtools://devtools/bundled/x.html',
    ])
    expect(requestAllowed(`ws://127.0.0.1:${port}/?token=x`, false)).toBe(false)
  })

  it('is refused in a packaged program', () => {
    expect(() => restrictSession(fakeSession().session, true)).toThrow('packaged')
  })

  it('needs to be told where Vite is', () => {
    vi.stubEnv(WINDOW_ORIGIN_VARIABLE, '')
    expect(() => restrictSession(fakeSession().session, false)).toThrow('npm run dev')
  })
})

type Listener = (details: { url: string }, answer: (given: { cancel?: boolean }) => void) => void

/** A session that keeps, as Electron's does, only the last listener for requests. */
function fakeSession() {
  let listener: Listener | undefined
  const session = {
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
    setSpellCheckerEnabled: () => undefined,
    webRequest: { onBeforeRequest: (given: Listener) => (listener = given) },
    on: () => undefined,
  } as unknown as Parameters<typeof restrictSession>[0]
  return {
    session,
    cancelled: (url: string): boolean => {
      let cancel = true
      listener?.({ url }, (given) => (cancel = given.cancel === true))
      return cancel
    },
  }
}
