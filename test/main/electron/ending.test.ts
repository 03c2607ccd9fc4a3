import { EventEmitter } from 'node:events'

import { beforeEach, expect, it, vi } from 'vitest'

import type { CoreClient } from '#main/core-client.ts'

const fake = vi.hoisted(() => ({
  app: undefined as unknown as EventEmitter & { exit: (code: number) => void },
}))
vi.mock('electron', () => ({
  get app() {
    return fake.app
  },
}))
const { closeCoreBeforeQuit } = await import('#main/electron/ending.ts')

let order: string[] = []
let exited = Promise.resolve(-1)

beforeEach(() => {
  order = []
  const exit = Promise.withResolvers<number>()
  exited = exit.promise
  fake.app = Object.assign(new EventEmitter(), { exit: exit.resolve })
})

function end(lastAct: (() => Promise<void>) | null): void {
  const close = async (): Promise<void> => void order.push('core closed')
  closeCoreBeforeQuit({
    core: { close } as unknown as CoreClient,
    discard: async () => void order.push('discarded'),
    takeLastAct: () => {
      order.push('asked')
      return lastAct
    },
    onLastActFailed: () => void order.push('said'),
  })
  fake.app.emit('will-quit', { preventDefault: () => undefined })
  fake.app.emit('will-quit', { preventDefault: () => undefined })
}

it('does the last act when all is closed, once', async () => {
  end(async () => void order.push('installer started'))
  expect(await exited).toBe(0)
  expect(order).toEqual(['asked', 'core closed', 'discarded', 'installer started'])
})

it('says when it could not, and ends all the same', async () => {
  end(() => Promise.reject(new Error('altered')))
  expect(await exited).toBe(0)
  expect(order.at(-1)).toBe('said')
})

it('ends without one', async () => {
  end(null)
  expect(await exited).toBe(0)
  expect(order).toEqual(['asked', 'core closed', 'discarded'])
})
