import { EventEmitter } from 'node:events'

import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { logElectronEvents } from '#main/electron/log-events.ts'
import { keepPageAlive, type PageFailure, type PageLife } from '#main/electron/revive.ts'
import { RESTART_POLICY } from '#main/host/restart-policy.ts'

const TRIES = RESTART_POLICY.delaysMs.length - 1

let page: EventEmitter & { getURL(): string; forcefullyCrashRenderer(): void }
let life: PageLife
let crashes: number
let destroyed: boolean
let loads: number
let loaded: (string | undefined)[]
let failures: PageFailure[]

beforeEach(() => {
  vi.useFakeTimers()
  page = Object.assign(new EventEmitter(), {
    getURL: () => 'app://hoi-am/#/dang-nhap?ended=idle',
    forcefullyCrashRenderer: () => void (crashes += 1),
  })
  ;[destroyed, loads, failures, loaded, crashes] = [false, 0, [], [], 0]
  life = keepPageAlive(
    { webContents: page, isDestroyed: () => destroyed } as never,
    (address) => {
      loads += 1
      loaded.push(address)
    },
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

it('a page that is renewed loses its process and comes back at the same place at once, however often', () => {
  for (let time = 1; time <= TRIES + 3; time += 1) {
    life.renew()
    expect(crashes).toBe(time)
    died('crashed')
    expect(loaded.at(-1)).toBe('app://hoi-am/#/dang-nhap?ended=idle')
    expect(loads).toBe(time)
  }
  vi.runAllTimers()
  expect([loads, failures]).toEqual([TRIES + 3, []])
})

it('a page that is renewed is no fault in the log; one that dies is, also afterwards', () => {
  const program = new EventEmitter()
  const written: unknown[] = []
  logElectronEvents(program as never, { write: (entry) => void written.push(entry) })
  const endsOf = (reason: string): void => {
    program.emit('render-process-gone', {}, page, { reason, exitCode: 5 })
    died(reason)
  }
  life.renew()
  endsOf('crashed')
  endsOf('oom')
  expect(written).toEqual([
    { process: 'page', event: 'renewed' },
    { process: 'page', event: 'gone', code: 'oom', facts: { exitCode: 5 } },
  ])
})

it('a page is renewed once at a time, and not while it is being shown again after a death', () => {
  life.renew()
  life.renew()
  died('crashed')
  died('crashed')
  life.renew()
  vi.runAllTimers()
  expect([crashes, loaded]).toEqual([1, ['app://hoi-am/#/dang-nhap?ended=idle', undefined]])
})
