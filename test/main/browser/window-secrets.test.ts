import { rmSync } from 'node:fs'
import { dirname } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type BrowserHost, startBrowserHost } from '#main/browser/server.ts'
import type { CoreClient } from '#main/host/core-client.ts'
import { makeBuiltWindow } from '#test/fixtures/built-window.ts'
import { startEchoCore } from '#test/fixtures/core-child/start.ts'
import { clientOf, readLines } from './host-client.ts'

const root = makeBuiltWindow()
let core: CoreClient
let host: BrowserHost
const client = clientOf(() => host)
const { ask, signed, call, data, upload } = client

beforeAll(async () => {
  core = startEchoCore()
  host = await startBrowserHost({ core, rendererDir: root, port: 0 })
  await core.whenReady()
  const { pathname, search } = new URL(host.launchUrl)
  client.take(await ask(pathname + search))
})
afterAll(async () => {
  await host.close()
  await core.close()
  rmSync(dirname(root), { recursive: true })
})

describe('somebody who has the cookie alone, as every port of the machine gets it', () => {
  it.each([
    ['no secret', undefined],
    ['a guess', 'x'.repeat(43)],
    ['an empty one', ''],
  ])('and %s can ask for nothing and hear nothing', async (_, guess) => {
    const headers = {
      Cookie: client.cookie(),
      Origin: host.origin,
      'Content-Type': 'application/json',
      ...(guess === undefined ? {} : { 'X-Hoi-Am-Window': guess }),
    }
    const ticket = String(await data('test.uploadTicket', {}))
    const answers = await Promise.all([
      ask('/api/test.echo', { method: 'POST', headers, body: '{}' }),
      ask('/api/events', { headers }),
      ask(`/files/${ticket}`, { method: 'POST', headers, body: 'x' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
    // Nothing was used up.
    expect((await upload(Buffer.from('x'), ticket)).status).toBe(200)
  })
})

describe('signing in', () => {
  it.each(['session.signIn', 'session.secondStep'])(
    'by %s brings new secrets, ends the streams that were open, and what was known before is worth nothing',
    async (route) => {
      const before = signed()
      const { windowId } = (await data('test.echo', {})) as { windowId: string }
      const stream = await fetch(`${host.origin}/api/events`, { headers: before })
      const ended = (async () => {
        const heard: string[] = []
        for await (const line of readLines(stream)) heard.push(line)
        return heard
      })()
      const answer = await call(route, '{}')
      await ended
      client.take(answer)
      expect(client.cookie()).not.toBe(before['Cookie'])
      expect(client.secret()).not.toBe(before['X-Hoi-Am-Window'])

      const post = { method: 'POST', body: '{}' }
      const json = { 'Content-Type': 'application/json' }
      // On its way while the answer was: still let in.
      expect(
        (await ask('/api/test.echo', { ...post, headers: { ...before, ...json } })).status,
      ).toBe(200)
      // The same window to the core, which has its session.
      expect(await data('test.echo', {})).toMatchObject({ windowId })
      const mixed = { ...signed(), 'X-Hoi-Am-Window': String(before['X-Hoi-Am-Window']) }
      for (const headers of [before, mixed]) {
        expect(
          (await ask('/api/test.echo', { ...post, headers: { ...headers, ...json } })).status,
        ).toBe(401)
      }
    },
  )

  it('that is refused changes nothing', async () => {
    const answer = await call('session.signIn', '{"refused":true}')
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['x-hoi-am-window']).toBeUndefined()
    expect((await call('test.echo', '{}')).status).toBe(200)
  })
})
