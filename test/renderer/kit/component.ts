import { createApp, h, nextTick, type Component, type Plugin, type Slots } from 'vue'

import { i18n } from '#renderer/i18n/index.ts'
import { guardWriting } from '#renderer/kit/behaviour/writing-keys.ts'

export type Shown = Readonly<{
  root: HTMLElement
  /** One element by a selector; raises where there is none. */
  one: (selector: string) => HTMLElement
  all: (selector: string) => readonly HTMLElement[]
  /** Presses a key on an element and waits for what follows. Answers whether the key was used up. */
  press: (on: HTMLElement, key: string, init?: KeyboardEventInit) => Promise<boolean>
  unmount: () => void
}>

/**
 * Shows a component in the page; `props` is read anew with every drawing, so reactive state may stand in it. What is
 * above the kit needs `plugins`, such as the stores. Keys and forms are guarded as in the whole window.
 */
export function show(
  component: Component,
  props: () => Record<string, unknown>,
  {
    slots = {},
    plugins = [],
  }: Readonly<{ slots?: Partial<Slots>; plugins?: readonly Plugin[] }> = {},
): Shown {
  const root = document.createElement('div')
  document.body.append(root)
  const app = createApp({ render: () => h(component, props(), slots) })
  app.use(i18n)
  for (const plugin of plugins) app.use(plugin)
  app.mount(root)
  const endGuard = guardWriting(window)
  return {
    root,
    one: (selector) => {
      const found = root.querySelector<HTMLElement>(selector)
      if (found === null) throw new Error(`nothing is ${selector}`)
      return found
    },
    all: (selector) => [...root.querySelectorAll<HTMLElement>(selector)],
    press: async (on, key, init = {}) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
      on.dispatchEvent(event)
      await nextTick()
      await nextTick()
      return event.defaultPrevented
    },
    unmount: () => {
      endGuard()
      app.unmount()
      root.remove()
    },
  }
}
