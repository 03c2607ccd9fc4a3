import { EventEmitter } from 'node:events'

import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { HostLogEntry } from '#main/host/log/log-entry.ts'

const fake = vi.hoisted(() => ({ ready: true, happened: [] as unknown[][] }))

vi.mock('electron', () => ({
  app: {
    isReady: () => fake.ready,
    getPreferredSystemLanguages() {
      if (!fake.ready) throw new Error('getPreferredSystemLanguages before ready')
      return ['en-GB']
    },
    quit: () => fake.happened.push(['quit']),
    exit: (code: number) => fake.happened.push(['exit', code]),
  },
  dialog: { showErrorBox: (...said: string[]) => fake.happened.push(['box', ...said]) },
}))

const { endOnUncaught } = await import('#main/electron/uncaught.ts')

let process: EventEmitter
let logged: HostLogEntry[]

beforeEach(() => {
  fake.ready = true
  fake.happened.length = 0
  process = new EventEmitter()
  logged = []
  endOnUncaught(() => ({ write: (entry) => void logged.push(entry) }), process as never)
})

const ENGLISH = expect.stringContaining('unexpected error')
const VIETNAMESE = expect.stringContaining('lỗi ngoài dự kiến')

describe.each(['uncaughtException', 'unhandledRejection'])('%s', (event) => {
  it('is said in the person’s language, logged without what it says, and ends in order', () => {
    process.emit(event, new Error('Đỗ Thị Hoà, 0912 345 678'))
    expect(fake.happened).toEqual([['box', 'Hồi Âm', ENGLISH], ['quit']])
    expect(logged).toEqual([{ event: 'uncaught', frames: expect.any(Array) }])
    expect(JSON.stringify(logged)).not.toContain('0912')
  })

  it('before Electron is ready ends at once', () => {
    fake.ready = false
    process.emit(event, 'not even an error')
    expect(fake.happened).toEqual([
      ['box', 'Hồi Âm', VIETNAMESE],
      ['exit', 1],
    ])
  })
})

it('what fails while it ends asks no second time', () => {
  process.emit('uncaughtException', new Error('one'))
  process.emit('uncaughtException', new Error('two'))
  expect(fake.happened.map(([what]) => what)).toEqual(['box', 'quit', 'exit'])
})
