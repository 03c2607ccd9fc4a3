import { EventEmitter } from 'node:events'

import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { Closing } from '#main/electron/closing.ts'
import { shellMessages } from '#main/electron/messages.ts'

const fake = vi.hoisted(() => ({ asked: 0, response: 0 }))

vi.mock('electron', () => ({
  dialog: {
    showMessageBox() {
      fake.asked += 1
      return Promise.resolve({ response: fake.response })
    },
  },
}))

const { closeThrough, quitThrough } = await import('#main/electron/ending.ts')

let app: EventEmitter
let window: EventEmitter
let state: ReturnType<Closing['state']>
let happened: string[]
const preventDefault = (): void => void happened.push('prevented')

beforeEach(() => {
  ;[app, window] = [new EventEmitter(), new EventEmitter()]
  ;[state, happened, fake.asked, fake.response] = ['open', [], 0, 0]
  const closing: Closing = {
    begin: () => happened.push('begins'),
    beginQuickly: () => happened.push('begins quickly'),
    leaveCopy: () => happened.push('leaves the copy'),
    startAgain: () => happened.push('starts again'),
    state: () => state,
  }
  const quit = (): void => void happened.push('quits')
  quitThrough(Object.assign(app, { quit }) as never, closing)
  closeThrough(window as never, closing, () => shellMessages('vi'))
})

it.each([
  ['its X', () => window.emit('close', { preventDefault }), ['prevented', 'begins']],
  ['the end of Electron', () => app.emit('will-quit', { preventDefault }), ['prevented', 'begins']],
  ['a window that is gone', () => app.emit('window-all-closed'), ['quits']],
])('%s leads to the one end', (_what, happens, expected) => {
  happens()
  expect(happened).toEqual(expected)
})

describe('the X a second time', () => {
  const press = async (): Promise<void> => {
    window.emit('close', { preventDefault })
    await Promise.resolve()
  }

  it('means nothing while there is no copy to wait for', async () => {
    state = 'closing'
    await press()
    expect([happened, fake.asked]).toEqual([['prevented'], 0])
  })

  it.each([
    [0, ['prevented']],
    [1, ['prevented', 'leaves the copy']],
  ])('asks whether to wait for the copy: answer %i', async (response, expected) => {
    ;[state, fake.response] = ['copying', response]
    await press()
    await Promise.resolve()
    expect([happened, fake.asked]).toEqual([expected, 1])
  })

  it('asks once at a time', async () => {
    state = 'copying'
    window.emit('close', { preventDefault })
    await press()
    expect(fake.asked).toBe(1)
  })
})
