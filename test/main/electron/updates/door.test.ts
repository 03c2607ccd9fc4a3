/** The door over a fake `net`: what Electron is told, and what becomes of its answers. */
import type { EventEmitter } from 'node:events'
import { Readable } from 'node:stream'

import { beforeEach, expect, it, vi } from 'vitest'

type Request = EventEmitter & { options: Record<string, unknown>; abort: () => void }
type Guard = (details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void

const fake = vi.hoisted(() => ({
  requests: [] as unknown[],
  calls: [] as [string, ...unknown[]][],
}))
vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  const note =
    (name: string) =>
    (...args: unknown[]): void => {
      fake.calls.push([name, ...args])
    }
  class FakeRequest extends Emitter {
    readonly options: unknown
    constructor(options: unknown) {
      super()
      this.options = options
      fake.requests.push(this)
    }
    end = note('end')
    abort = (): void => {
      this.emit('abort')
      this.emit('close')
    }
  }
  return {
    net: { request: (options: unknown) => new FakeRequest(options) },
    session: {
      fromPartition: (...args: unknown[]) => {
        note('fromPartition')(...args)
        return {
          setUserAgent: note('setUserAgent'),
          setPermissionRequestHandler: note('setPermissionRequestHandler'),
          setPermissionCheckHandler: note('setPermissionCheckHandler'),
          webRequest: { onBeforeRequest: note('onBeforeRequest') },
        }
      },
    },
  }
})
const { createDoor } = await import('#main/electron/updates/door.ts')

const url = new URL('https://updates.example/hoi-am-update.json')
beforeEach(() => {
  fake.calls.length = 0
  fake.requests.length = 0
})

function open(signal = new AbortController().signal) {
  const answer = createDoor()(url, signal)
  return { answer, request: fake.requests.at(-1) as Request }
}

it('asks without cookies, cache, referrer or redirects, in a session kept in memory', () => {
  const { request } = open()
  expect(request.options).toMatchObject({
    url: url.href,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  })
  expect(fake.calls).toContainEqual(['fromPartition', 'hoi-am-updates', { cache: false }])
  expect(fake.calls).toContainEqual(['setUserAgent', 'HoiAm', 'vi'])
})

it('lets its session reach what is being asked for and nothing else, and that only meanwhile', () => {
  const { request, answer } = open()
  answer.catch(() => undefined)
  const [, guard] = fake.calls.find(([name]) => name === 'onBeforeRequest') ?? []
  const verdicts: boolean[] = []
  const judge = (asked: string): void =>
    (guard as Guard)({ url: asked }, ({ cancel }) => verdicts.push(cancel))
  judge(url.href)
  judge('https://evil.example/')
  request.emit('close')
  judge(url.href)
  expect(verdicts).toEqual([false, true, true])
})

it('answers status and body', async () => {
  const { answer, request } = open()
  const response = Object.assign(Readable.from([Buffer.from('ab'), Buffer.from('c')]), {
    statusCode: 200,
  })
  request.emit('response', response)
  const { status, body } = await answer
  expect(status).toBe(200)
  const parts: Uint8Array[] = []
  for await (const part of body) parts.push(part)
  expect(Buffer.concat(parts).toString()).toBe('abc')
})

it('refuses a redirect and does not follow it', async () => {
  const { answer, request } = open()
  request.emit('redirect', 302, 'GET', 'https://evil.example/')
  await expect(answer).rejects.toMatchObject({ problem: 'UPDATE_REDIRECTED' })
})

it('ends when it is told to, and when the network fails', async () => {
  const control = new AbortController()
  const stopped = open(control.signal)
  control.abort()
  await expect(stopped.answer).rejects.toThrow('stopped')
  const broken = open()
  broken.request.emit('error', new Error('net::ERR_FAILED'))
  await expect(broken.answer).rejects.toThrow('net::ERR_FAILED')
})
