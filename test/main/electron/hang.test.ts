import { EventEmitter } from 'node:events'

import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { shellMessages } from '#main/electron/messages.ts'

type Asked = Readonly<{ buttons: string[]; signal: AbortSignal }>

const { boxes } = vi.hoisted(() => ({
  boxes: [] as { asked: Asked; answer: (response: number) => void }[],
}))

vi.mock('electron', () => ({
  dialog: {
    showMessageBox: (_window: unknown, asked: Asked) =>
      new Promise((resolve) => {
        const answer = (response: number): void => resolve({ response })
        boxes.push({ asked, answer })
        // As Electron does: a box taken away was cancelled.
        asked.signal.addEventListener('abort', () => answer(0))
      }),
  },
}))

const { askWhenHanging } = await import('#main/electron/hang.ts')

let window: EventEmitter & { webContents: EventEmitter }
let crashed: number

beforeEach(() => {
  vi.useFakeTimers()
  boxes.length = 0
  crashed = 0
  const forcefullyCrashRenderer = (): void => {
    crashed += 1
    window.webContents.emit('render-process-gone', {}, { reason: 'killed' })
  }
  const webContents = Object.assign(new EventEmitter(), { forcefullyCrashRenderer })
  window = Object.assign(new EventEmitter(), { webContents, isDestroyed: () => false })
  askWhenHanging(window as never, () => shellMessages('vi'))
})
afterEach(() => void vi.useRealTimers())

async function hang(): Promise<void> {
  window.emit('unresponsive')
  await vi.runAllTimersAsync()
}

async function answer(response: number): Promise<void> {
  boxes.at(-1)?.answer(response)
  await vi.advanceTimersByTimeAsync(0)
}

it('asks in the person’s language, and waits when told to, until it hangs again', async () => {
  await hang()
  expect(boxes[0]?.asked.buttons).toEqual(['Chờ thêm', 'Tải lại cửa sổ'])
  await answer(0)
  expect(crashed).toBe(0)
  await hang()
  expect(boxes).toHaveLength(2)
})

it('loads the page again by ending its process', async () => {
  await hang()
  await answer(1)
  expect(crashed).toBe(1)
})

it('asks once, however often it is told', async () => {
  await hang()
  await hang()
  expect(boxes).toHaveLength(1)
})

it('asks nothing when the page answers in time', async () => {
  window.emit('unresponsive')
  window.emit('responsive')
  await vi.runAllTimersAsync()
  expect(boxes).toEqual([])
})

it('takes the question back when the page answers after all', async () => {
  await hang()
  window.emit('responsive')
  await vi.runAllTimersAsync()
  expect([boxes[0]?.asked.signal.aborted, crashed]).toEqual([true, 0])
})
