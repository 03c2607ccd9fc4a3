// @vitest-environment happy-dom
import { createApp, h, nextTick, shallowRef } from 'vue'
import { expect, it } from 'vitest'

import type { CopyProgress } from '#shared/protocol/copy-progress.ts'
import ClosingScreen from '#renderer/frame/life/ClosingScreen.vue'
import { i18n } from '#renderer/i18n/index.ts'

it('says how far the copy is, and leaves it once when told to', async () => {
  const progress = shallowRef<CopyProgress>({ step: 'copying', done: 30, total: 120 })
  let left = 0
  const leave = async (): Promise<void> => void (left += 1)
  const app = createApp(() => h(ClosingScreen, { progress: progress.value, leave })).use(i18n)
  const root = document.createElement('div')
  app.mount(root)
  expect(root.textContent).toContain('Đang sao lưu dữ liệu')
  expect(root.textContent).toContain('25 %')

  progress.value = { step: 'checking', done: 120, total: 120 }
  await nextTick()
  expect(root.textContent).toContain('đang kiểm tra bản sao')

  const button = root.querySelector('button')
  button?.click()
  await nextTick()
  await nextTick()
  button?.click()
  expect(left).toBe(1)
  await nextTick()
  expect(root.textContent).toContain('Đang thoát')
  expect(root.textContent).not.toContain('Đang sao lưu')
  expect(root.querySelector('button')).toBeNull()
  app.unmount()
})
