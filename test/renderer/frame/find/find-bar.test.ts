// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, nextTick, type App } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'

import type { FoundInPage } from '#shared/contract/host.ts'
import { useFind } from '#renderer/frame/find/use-find.ts'
import FindBar from '#renderer/frame/find/FindBar.vue'
import { i18n } from '#renderer/i18n/index.ts'
import { guardWriting } from '#renderer/kit/behaviour/writing-keys.ts'

type Search = Readonly<{
  text: string
  step: string
  /** Whether the bar was out of sight when Chromium was asked. */
  hidden: boolean
  answer: (found: FoundInPage) => Promise<void>
}>

const shell = vi.hoisted(() => ({ searches: [] as Search[], ended: 0 }))
vi.mock('#renderer/api.ts', () => ({
  call: (route: string, input: { text: string; step: string }) => {
    if (route === 'host.findEnd') {
      shell.ended += 1
      return Promise.resolve(null)
    }
    return new Promise((resolve) => {
      shell.searches.push({
        ...input,
        hidden: bar().inert,
        answer: async (found) => {
          resolve(found)
          await vi.advanceTimersByTimeAsync(0)
        },
      })
    })
  },
}))

let app: App
let router: Router
let before: HTMLButtonElement
const find = useFind()

let endGuard: () => void

beforeEach(async () => {
  vi.useFakeTimers()
  shell.searches = []
  shell.ended = 0
  document.body.innerHTML = '<button>before</button><div id="at"></div>'
  before = document.querySelector('button') ?? document.createElement('button')
  before.focus()
  const component = { template: '<i />' }
  const routes = ['/', '/elsewhere'].map((path) => ({ path, component }))
  router = createRouter({ history: createMemoryHistory(), routes })
  await router.push('/')
  find.ask('open')
  app = createApp(FindBar).use(i18n).use(router)
  app.mount('#at')
  endGuard = guardWriting(window)
  await nextTick()
  await nextTick()
})
afterEach(() => {
  endGuard()
  app.unmount()
  find.close()
  i18n.global.locale.value = 'vi'
  vi.useRealTimers()
})

function bar(): HTMLElement {
  return document.querySelector<HTMLElement>('.find') ?? document.createElement('div')
}

function input(): HTMLInputElement {
  return bar().querySelector('input') ?? document.createElement('input')
}

async function type(text: string): Promise<void> {
  input().value = text
  input().setSelectionRange(text.length, text.length)
  input().dispatchEvent(new Event('input'))
  await vi.advanceTimersByTimeAsync(200)
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
  await nextTick()
}

async function answer(found: FoundInPage): Promise<void> {
  await shell.searches.at(-1)?.answer(found)
}

const steps = (): string[] => shell.searches.map(({ text, step }) => `${step} ${text}`)
const shown = (): string => bar().querySelector('.count')?.textContent ?? ''
const spoken = (): string => bar().querySelector('[role=status]')?.textContent ?? ''

describe('the find bar', () => {
  it('takes the focus, says nothing yet, and offers no next place', () => {
    expect(document.activeElement).toBe(input())
    expect([shown(), spoken()]).toEqual(['', ''])
    expect(input().placeholder).toBe('Tìm trong trang này')
    expect(bar().querySelectorAll('button:disabled')).toHaveLength(2)
  })

  it('looks when the typing pauses, once', async () => {
    input().value = 'th'
    input().dispatchEvent(new Event('input'))
    await vi.advanceTimersByTimeAsync(100)
    await type('thư')
    expect(steps()).toEqual(['first thư'])
  })

  it('says which of how many, to the eye and to the ear, in both languages', async () => {
    await type('thư')
    await answer({ current: 2, count: 7 })
    expect([shown(), spoken()]).toEqual(['2 trên 7', 'Chỗ thứ 2 trong 7 chỗ tìm thấy'])
    i18n.global.locale.value = 'en'
    await nextTick()
    expect([shown(), spoken()]).toEqual(['2 of 7', 'Place 2 of 7 found'])
  })

  it('says that there is none', async () => {
    await type('xyz')
    await answer({ current: 0, count: 0 })
    expect([shown(), spoken()]).toEqual(['Không tìm thấy', 'Không tìm thấy'])
    expect(bar().querySelectorAll('button:disabled')).toHaveLength(2)
  })

  it('goes on with Enter and back with Shift Enter', async () => {
    await type('thư')
    await answer({ current: 1, count: 3 })
    await press('Enter')
    await answer({ current: 2, count: 3 })
    await press('Enter', { shiftKey: true })
    expect(steps()).toEqual(['first thư', 'next thư', 'previous thư'])
  })

  it('does not look for an Enter that ends composing', async () => {
    await type('thư')
    await answer({ current: 1, count: 3 })
    await press('Enter', { isComposing: true })
    expect(steps()).toEqual(['first thư'])
  })

  it('goes on and back from the menu bar', async () => {
    await type('thư')
    await answer({ current: 1, count: 3 })
    find.ask('next')
    await nextTick()
    await answer({ current: 2, count: 3 })
    find.ask('next')
    await nextTick()
    await answer({ current: 3, count: 3 })
    find.ask('previous')
    await nextTick()
    expect(steps()).toEqual(['first thư', 'next thư', 'next thư', 'previous thư'])
  })

  it('is out of sight while Chromium looks, then has its focus and caret back', async () => {
    await type('thư trả lời')
    expect(shell.searches[0]?.hidden).toBe(true)
    // What a browser does to whatever has become inert.
    input().blur()
    await answer({ current: 1, count: 3 })
    expect(bar().inert).toBe(false)
    expect(document.activeElement).toBe(input())
    expect(input().selectionStart).toBe(11)
  })

  it('is back with the next key, so that nothing typed is lost', async () => {
    await type('th')
    input().blur()
    await press('Shift')
    expect(bar().inert).toBe(true)
    await press('ư')
    expect(bar().inert).toBe(false)
    expect(document.activeElement).toBe(input())
  })

  it('hears of the newest search alone', async () => {
    await type('th')
    await type('thư')
    await shell.searches[0]?.answer({ current: 1, count: 90 })
    expect(shown()).toBe('')
    await answer({ current: 1, count: 4 })
    expect(shown()).toBe('1 trên 4')
  })

  it('begins anew on another page', async () => {
    await type('thư')
    await answer({ current: 2, count: 4 })
    await router.push('/elsewhere')
    await nextTick()
    expect(shown()).toBe('')
    await press('Enter')
    expect(steps()).toEqual(['first thư', 'first thư'])
  })

  it('takes the marks away when it is emptied', async () => {
    await type('thư')
    await answer({ current: 2, count: 4 })
    await type('')
    expect([shown(), shell.ended]).toEqual(['', 1])
  })

  it.each([
    ['while it is there', false],
    ['while it is out of sight', true],
  ])('closes with Esc %s, and gives the focus back', async (_, looking) => {
    await type('thư')
    if (!looking) await answer({ current: 1, count: 1 })
    else input().blur()
    await press('Escape')
    expect(find.open.value).toBe(false)
    expect(document.activeElement).toBe(before)
  })

  it('takes the marks away when it goes', () => {
    app.unmount()
    expect(shell.ended).toBe(1)
  })
})

it('does not open behind a dialog, which would keep it from being reached', () => {
  find.close()
  document.body.append(Object.assign(document.createElement('dialog'), { open: true }))
  find.ask('open')
  expect(find.open.value).toBe(false)
})
