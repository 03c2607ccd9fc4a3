import { EventEmitter } from 'node:events'

import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { keepPageAlive, type PageFailure } from '#main/electron/revive.ts'
import { RESTART_POLICY } from '#main/host/restart-policy.ts'

const TRIES = RESTART_POLICY.delaysMs.length - 1

let page: EventEmitter
let destroyed: boolean
let loads: number
let failures: PageFailure[]

beforeEach(() => {
  vi.useFakeTimers()
  page = new EventEmitter()
  ;[destroyed, loads, failures] = [false, 0, []]
  keepPageAlive(
    { webContents: page, isDestroyed: () => destroyed } as never,
    () => void (loads += 1),
    (failure) => failures.push(failure),
  )
})
afterEach(() => void vi.useRealTimers())

const notLoaded = (code: number, description: string, isMainFrame = true) =>
  page.emit('did-fail-load', {}, code, description, 'app://hoi-am/', isMainFrame)
const died = (reason: string) => page.emit('render-process-gone', {}, { reason, exitCode: 5 })

it.each<[what: string, happens: () => boolean, failure: PageFailure]>([
  [
    'does not load',
    () => notLoaded(-6, 'ERR_FILE_NOT_FOUND'),
    { kind: 'not-loaded', reason: 'ERR_FILE_NOT_FOUND' },
  ],
  [
    'does not load and nobody knows why',
    () => notLoaded(-2, ''),
    { kind: 'not-loaded', reason: '-2' },
  ],
  ['dies', () => died('oom'), { kind: 'died', reason: 'oom' }],
])('a page that %s is loaded again, but not for ever', (_what, happens, failure) => {
  for (let time = 1; time <= TRIES; time += 1) {
    happens()
    vi.runAllTimers()
    expect([loads, failures]).toEqual([time, []])
  }
  happens()
  vi.runAllTimers()
  expect([loads, failures]).toEqual([TRIES, [failure]])
})

it('both kinds of failure are counted together', () => {
  for (let time = 1; time <= TRIES; time += 1) {
    if (time % 2 === 0) died('crashed')
    else notLoaded(-6, 'ERR_FILE_NOT_FOUND')
    vi.runAllTimers()
  }
  died('crashed')
  expect(failures).toHaveLength(1)
})

it('a page that fails in two ways at once is loaded once', () => {
  notLoaded(-6, 'ERR_FAILED')
  died('crashed')
  vi.runAllTimers()
  expect(loads).toBe(1)
})

it.each<[what: string, happens: () => boolean]>([
  ['a load that a newer one replaced', () => notLoaded(-3, 'ERR_ABORTED')],
  ['a frame inside the page', () => notLoaded(-6, 'ERR_FILE_NOT_FOUND', false)],
  ['an orderly end of its process', () => died('clean-exit')],
])('%s is no failure', (_what, happens) => {
  happens()
  vi.runAllTimers()
  expect([loads, failures]).toEqual([0, []])
})

it('a window that is gone meanwhile is left alone', () => {
  died('crashed')
  destroyed = true
  vi.runAllTimers()
  expect(loads).toBe(0)
})
