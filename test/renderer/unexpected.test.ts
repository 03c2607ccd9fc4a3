// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, h } from 'vue'

import { ApiError } from '#renderer/api.ts'
import { useToast } from '#renderer/composables/use-toast.ts'
import { translate } from '#renderer/i18n/index.ts'
import { reportUnexpected } from '#renderer/unexpected.ts'
import { eventually } from '#test/setup/eventually.ts'

const { notices, clear } = useToast()
const said = () => notices.value.map(({ kind, text }) => [kind, text])

const reported = vi.fn()

beforeEach(() => void vi.stubGlobal('reportError', reported))
afterEach(() => {
  vi.unstubAllGlobals()
  reported.mockClear()
  clear()
})

/** A window of one button. */
function windowWith(onClick: () => unknown): HTMLElement {
  const app = createApp({ render: () => h('button', { onClick }) })
  reportUnexpected(app)
  const root = document.createElement('div')
  app.mount(root)
  return root.querySelector('button') ?? root
}

it('says once, in words, that an act came to nothing, and keeps the cause for whoever looks', () => {
  const cause = new TypeError('x is undefined')
  const button = windowWith(() => {
    throw cause
  })
  button.click()
  button.click()
  expect(said()).toEqual([['problem', translate('errors.INTERNAL')]])
  expect(reported).toHaveBeenCalledWith(cause)
})

it('says a refusal that nobody waited for in its own words', async () => {
  const button = windowWith(() => Promise.reject(new ApiError({ code: 'CORE_RESTARTED' })))
  button.click()
  await eventually(() => expect(said()).toEqual([['problem', translate('errors.CORE_RESTARTED')]]))
})

it('leaves it to the sign-in page to say that nobody is signed in', async () => {
  const button = windowWith(() => Promise.reject(new ApiError({ code: 'UNAUTHENTICATED' })))
  button.click()
  await eventually(() => expect(reported).toHaveBeenCalled())
  expect(said()).toEqual([])
})

it('hears a promise that was broken outside any component', () => {
  windowWith(() => undefined)
  const event = Object.assign(new Event('unhandledrejection'), { reason: new Error('lost') })
  window.dispatchEvent(event)
  expect(said()).toEqual([['problem', translate('errors.INTERNAL')]])
})
