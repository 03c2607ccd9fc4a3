// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, nextTick } from 'vue'

import type { UpdateState } from '#shared/contract/host.ts'
import type { AppEvent } from '#shared/protocol/events.ts'
import type { IssueCode } from '#core/kernel/issue-codes.ts'
import { i18n } from '#renderer/i18n/index.ts'

/** The shell as the window sees it: every question waits until the test answers it. */
const shell = vi.hoisted(() => ({
  asked: [] as { route: string; answer: (data: unknown) => void; refuse: (e: unknown) => void }[],
  listeners: new Set<(event: AppEvent) => void>(),
}))
vi.mock('#renderer/api.ts', async (original) => ({
  ApiError: (await original<{ ApiError: unknown }>()).ApiError,
  call: (route: string) =>
    new Promise((answer, refuse) => shell.asked.push({ route, answer, refuse })),
  onEvent: (listener: (event: AppEvent) => void) => {
    shell.listeners.add(listener)
    return () => shell.listeners.delete(listener)
  },
}))
const { default: UpdateBlock } = await import('#renderer/features/updates/UpdateBlock.vue')
const { ApiError } = await import('#renderer/api.ts')
const { useOpenQuestion } = await import('#renderer/composables/use-confirm.ts')

const OFFER = {
  version: '1.2.0',
  created: '2026-11-01T03:00:00.000Z',
  notes: { vi: '<b>Sửa</b> lỗi in thư.', en: 'Printing repaired.' },
  size: 92_400_000,
}

let page: HTMLElement
let unmount = (): void => undefined

function show(state: Partial<UpdateState> = {}, address = 'https://updates.example/'): void {
  page = document.createElement('div')
  document.body.append(page)
  const full = { updates: 'possible', version: '1.1.0', ...state }
  const app = createApp(UpdateBlock, { state: full, address })
  app.use(i18n)
  app.mount(page)
  unmount = () => app.unmount()
}

beforeEach(() => {
  shell.asked.length = 0
  i18n.global.locale.value = 'vi'
  return () => {
    unmount()
    page.remove()
  }
})

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await nextTick()
}
const buttons = (): readonly string[] =>
  [...page.querySelectorAll('button')].map((button) => button.textContent.trim())
async function press(words: string): Promise<void> {
  const found = [...page.querySelectorAll('button')].find(
    (each) => each.textContent.trim() === words,
  )
  if (found === undefined) throw new Error(`no button ${words}: ${buttons().join(', ')}`)
  found.click()
  await settle()
}
async function answer(data: unknown): Promise<void> {
  shell.asked.at(-1)?.answer(data)
  await settle()
}
async function refuse(issue: IssueCode): Promise<void> {
  const issues = [{ path: '', code: issue }]
  shell.asked.at(-1)?.refuse(new ApiError({ code: 'UPDATE_REFUSED', issues }))
  await settle()
}
const text = (): string => page.textContent

describe('where nothing can be updated', () => {
  it.each([
    [{ updates: 'no-key' as const }, 'https://updates.example/', 'không kèm khóa kiểm chữ ký'],
    [{ updates: 'not-installed' as const }, 'https://updates.example/', 'từ một thư mục'],
    [{}, '', 'Chưa có địa chỉ cập nhật'],
  ])('%j with address "%s" says so and offers no act', (state, address, words) => {
    show(state, address)
    expect(text()).toContain(words)
    expect(buttons()).toEqual([])
    expect(shell.asked).toEqual([])
  })
})

describe('step by step', () => {
  it('asks nobody by itself', async () => {
    show()
    await settle()
    expect(shell.asked).toEqual([])
    expect(buttons()).toEqual(['Kiểm tra bản mới'])
  })

  it('offers what is new as plain text, downloads with its share, and installs after a question', async () => {
    show()
    await press('Kiểm tra bản mới')
    expect(text()).toContain('Đang kiểm tra')
    await answer({ offered: OFFER })
    expect(page.querySelector('.notes')?.textContent).toBe(OFFER.notes.vi)
    expect(page.querySelector('.notes b')).toBeNull()
    expect(text()).toContain('Có bản 1.2.0')
    expect(text()).toContain('92,4')

    await press('Tải bản mới')
    for (const listener of shell.listeners) {
      listener({ type: 'progress', job: 'another', done: 9, total: 10 })
      listener({ type: 'progress', job: 'update', done: 1, total: 4 })
    }
    await settle()
    expect(text()).toContain('25 %')
    expect(buttons()).toEqual(['Dừng tải'])
    await answer({ version: '1.2.0' })
    expect(text()).toContain('kiểm tra đúng')

    await press('Đóng và cài bản mới')
    expect(shell.asked.map(({ route }) => route)).toEqual([
      'host.updateCheck',
      'host.updateDownload',
    ])
    useOpenQuestion().value?.answer(true)
    await settle()
    expect(shell.asked.at(-1)?.route).toBe('host.updateInstall')
    await answer({ closing: true })
    expect(text()).toContain('Đang đóng để cài bản mới')
    expect(buttons()).toEqual([])
  })

  it('says why it was refused, and lets it be tried again', async () => {
    show()
    await press('Kiểm tra bản mới')
    await refuse('UPDATE_EXPIRED')
    expect(text()).toContain('Bản cập nhật bị từ chối')
    expect(text()).toContain('đã hết hạn')
    await press('Kiểm tra bản mới')
    expect(text()).not.toContain('đã hết hạn')
    await answer({ offered: null })
    expect(text()).toContain('Đang dùng bản mới nhất')
  })

  it('stops a check on a press, says so, and lets it be tried again', async () => {
    show()
    await press('Kiểm tra bản mới')
    const [check] = shell.asked
    await press('Dừng kiểm tra')
    expect(shell.asked.map(({ route }) => route)).toEqual(['host.updateCheck', 'host.updateStop'])
    check?.refuse(new ApiError({ code: 'CANCELLED' }))
    await settle()
    expect(text()).toContain('Đã dừng theo yêu cầu')
    expect(buttons()).toEqual(['Kiểm tra bản mới'])
  })

  it('keeps the offer when a download is refused', async () => {
    show()
    await press('Kiểm tra bản mới')
    await answer({ offered: OFFER })
    await press('Tải bản mới')
    await refuse('UPDATE_ALTERED')
    expect(text()).toContain('không khớp với bản đã ký')
    expect(buttons()).toContain('Tải bản mới')
  })

  it('speaks English to whoever reads it', async () => {
    i18n.global.locale.value = 'en'
    show()
    await press('Check for a new version')
    await answer({ offered: OFFER })
    expect(page.querySelector('.notes')?.textContent).toBe(OFFER.notes.en)
  })
})
