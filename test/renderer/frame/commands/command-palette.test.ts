// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

Object.defineProperty(window, 'hoiAm', {
  value: {
    request: async () => ({ ok: true, data: { items: [], next: null } }),
    on: () => () => undefined,
  },
})

const { default: CommandPalette } = await import('#renderer/frame/commands/CommandPalette.vue')
const { show } = await import('../../kit/component.ts')

let shown: ReturnType<typeof show>
let closed = 0

function open(): HTMLInputElement {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:all(.*)*', name: 'complaints', component: { render: () => null } }],
  })
  const pinia = createPinia()
  setActivePinia(pinia)
  shown = show(CommandPalette, () => ({ onClose: () => (closed += 1) }), {
    plugins: [pinia, router],
  })
  const input = document.querySelector<HTMLInputElement>('dialog input')
  if (input === null) throw new Error('no field')
  return input
}

const offered = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('dialog [role=option]'),
]
const marked = (): number =>
  offered().findIndex((option) => option.getAttribute('aria-selected') === 'true')

/** What an input method has under way is in the field, but not settled. */
async function compose(input: HTMLInputElement, text: string): Promise<void> {
  input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
  input.value = text
  input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }))
  await nextTick()
}

beforeEach(() => (closed = 0))
afterEach(() => {
  shown.unmount()
  vi.restoreAllMocks()
})

it('hears a word while it is composed', async () => {
  const input = open()
  await compose(input, 'Hoà')
  expect(offered().at(-1)?.textContent).toContain('Hoà')
})

it('leaves the keys of an input method to it', async () => {
  const input = open()
  await compose(input, 'Hoà')
  expect(await shown.press(input, 'Enter', { isComposing: true })).toBe(false)
  expect(closed).toBe(0)
  expect(await shown.press(input, 'Enter')).toBe(true)
  expect(closed).toBe(1)
})

it('marks one of what is offered by arrows, round at both ends, and the first again for other words', async () => {
  const input = open()
  await compose(input, 'phím')
  const { length } = offered()
  expect(length).toBeGreaterThan(1)
  expect(marked()).toBe(0)
  await shown.press(input, 'ArrowUp')
  expect(marked()).toBe(length - 1)
  await shown.press(input, 'ArrowDown')
  await shown.press(input, 'ArrowDown')
  expect(marked()).toBe(1)
  expect(input.getAttribute('aria-activedescendant')).toBe(offered()[1]?.id)
  await compose(input, 'phí')
  expect(marked()).toBe(0)
})
