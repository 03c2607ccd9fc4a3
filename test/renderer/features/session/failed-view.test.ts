// @vitest-environment happy-dom
import { createPinia } from 'pinia'
import { createApp, nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterEach, describe, expect, it } from 'vitest'

import type { Result } from '#shared/protocol/envelope.ts'
import type { AppStatus } from '#shared/contract/session.ts'
import { eventually } from '#test/setup/eventually.ts'

/** A shell that answers as a test says, over the real bridge of the window. */
const shell: { kind: 'electron' | 'browser'; asked: string[] } = { kind: 'electron', asked: [] }
Object.defineProperty(window, 'hoiAm', {
  value: {
    request: async (route: string): Promise<Result<unknown>> => {
      shell.asked.push(route)
      switch (route) {
        case 'host.info':
          return { ok: true, data: { kind: shell.kind, platform: 'win32' } }
        case 'host.chooseDataFolder':
          return { ok: true, data: { chosen: false } }
        default:
          return { ok: true, data: { copied: true, opened: true } }
      }
    },
    on: () => () => undefined,
  },
})

const { i18n } = await import('#renderer/i18n/index.ts')
const { useSession } = await import('#renderer/stores/session.store.ts')
const { default: FailedView } = await import('#renderer/features/session/FailedView.vue')

let end: () => void = () => undefined
afterEach(() => end())

/** The page of a program whose data cannot be used. */
async function page(problem: AppStatus['problem'], reason: string | null) {
  shell.asked = []
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', name: 'today', component: { render: () => null } }],
  })
  const app = createApp(FailedView).use(createPinia()).use(i18n).use(router)
  useSession().status = {
    state: 'failed',
    problem,
    reason,
    hasCopies: false,
    engine: 'sqlite',
    version: '0.1.0',
    demo: null,
  }
  const root = document.createElement('div')
  document.body.append(root)
  app.mount(root)
  end = () => {
    app.unmount()
    root.remove()
  }
  await eventually(() => expect(shell.asked.length).toBeGreaterThanOrEqual(2))
  // What the shell answered has reached the page when nothing is left to be done.
  await new Promise((resolve) => setImmediate(resolve))
  await nextTick()
  const buttons = (): readonly string[] =>
    [...root.querySelectorAll('button')].map(({ textContent }) => textContent.trim())
  return { root, buttons, said: () => root.querySelector('[role=alert]')?.textContent ?? '' }
}

const CHOOSE = 'Chọn thư mục khác…'

describe('the page of a data folder that cannot be used', () => {
  it.each([
    ['DATA_FOLDER_UNFIT', 'NETWORK_SHARE', 'máy chủ hoặc ổ đĩa mạng'],
    ['DATA_FOLDER_UNFIT', 'CLOUD_SYNC', 'OneDrive'],
    ['DATA_FOLDER_UNFIT', 'UNREACHABLE', 'ổ đĩa có thể đã bị rút ra'],
    ['READ_ONLY', null, 'không cho ghi'],
    ['DISK_FULL', null, 'đã đầy'],
    ['DATABASE_TOO_NEW', null, 'phiên bản Hồi Âm mới hơn'],
  ] as const)('says of %s %s why, and offers another', async (problem, reason, words) => {
    shell.kind = 'electron'
    const { buttons, said } = await page(problem, reason)
    expect(said()).toContain(words)
    expect(buttons()).toEqual(['Thử lại', CHOOSE, 'Mở tệp nhật ký', 'Sao chép thông tin hỗ trợ'])
  })

  it.each([
    ['NETWORK_SHARE', CHOOSE],
    ['CLOUD_SYNC', CHOOSE],
    ['UNREACHABLE', 'Thử lại'],
  ])('puts first for %s what can help: %s', async (reason, first) => {
    shell.kind = 'electron'
    const { root } = await page('DATA_FOLDER_UNFIT', reason)
    const primary = [...root.querySelectorAll('.n-button--primary-type')]
    expect(primary.map(({ textContent }) => textContent.trim())).toEqual([first])
  })

  it('asks the shell for the folder, once the person presses', async () => {
    shell.kind = 'electron'
    const { root } = await page('READ_ONLY', null)
    const button = [...root.querySelectorAll('button')].find(
      ({ textContent }) => textContent.trim() === CHOOSE,
    )
    button?.click()
    await eventually(() => expect(shell.asked).toContain('host.chooseDataFolder'))
  })

  it('offers no other folder where the data itself is at fault', async () => {
    shell.kind = 'electron'
    const { buttons, said } = await page('KEY_FILE_DAMAGED', null)
    expect(buttons()).not.toContain(CHOOSE)
    expect(said()).toContain('Tệp khóa bị hỏng')
  })

  it('offers in a browser only what a browser can do', async () => {
    shell.kind = 'browser'
    const { buttons } = await page('READ_ONLY', null)
    expect(buttons()).toEqual(['Thử lại'])
  })
})
