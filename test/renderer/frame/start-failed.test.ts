// @vitest-environment happy-dom
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { afterEach, expect, it } from 'vitest'

import type { ErrorCode } from '#core/kernel/errors.ts'
import { eventually } from '#test/setup/eventually.ts'

Object.defineProperty(window, 'hoiAm', {
  value: {
    request: async () => ({ ok: true, data: { kind: 'electron', platform: 'win32' } }),
    on: () => () => undefined,
  },
})

const { ApiError } = await import('#renderer/api.ts')
const { default: StartFailed } = await import('#renderer/frame/StartFailed.vue')
const { i18n } = await import('#renderer/i18n/index.ts')

let end: () => void = () => undefined
afterEach(() => end())

function page(code: ErrorCode): Readonly<{ root: HTMLElement; retries: () => number }> {
  let retries = 0
  const root = document.createElement('div')
  const error = new ApiError({ code })
  const app = createApp(StartFailed, { error, onRetry: () => (retries += 1) })
  app.use(createPinia()).use(i18n).mount(root)
  end = () => app.unmount()
  return { root, retries: () => retries }
}

const said = (root: HTMLElement): string => root.querySelector('[role=alert]')?.textContent ?? ''

it('speaks of nothing that was typed: nobody has yet', () => {
  const { root } = page('CORE_RESTARTED')
  expect(root.querySelector('h1')?.textContent).toBe('Chưa khởi động được cửa sổ')
  expect(said(root)).toContain('chưa trả lời')
  expect(said(root)).not.toMatch(/anh\/chị\s+nhập/u)
})

it('says of any other failure what it says elsewhere', () => {
  expect(said(page('DATABASE_UNAVAILABLE').root)).toBe(i18n.global.t('errors.DATABASE_UNAVAILABLE'))
})

it('lets it be tried again', () => {
  const { root, retries } = page('CORE_RESTARTED')
  const again = [...root.querySelectorAll('button')].find(
    ({ textContent }) => textContent.trim() === i18n.global.t('common.retry'),
  )
  again?.click()
  expect(retries()).toBe(1)
})

it('offers in the shell what support asks for', async () => {
  const { root } = page('CORE_RESTARTED')
  await eventually(() => expect(root.textContent).toContain(i18n.global.t('support.copy')))
})
