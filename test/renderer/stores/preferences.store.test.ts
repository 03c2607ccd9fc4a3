// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { usePreferences } from '#renderer/stores/preferences.store.ts'

const core = vi.hoisted(() => ({ body: null as string | null, calls: [] as string[] }))
vi.mock('#renderer/api.ts', () => ({
  call: (route: string, input: { body?: string }) => {
    core.calls.push(route)
    if (route === 'drafts.save') core.body = input.body ?? null
    return Promise.resolve({ bodies: core.body === null ? {} : { preferences: core.body } })
  },
}))

/** The program started anew: the window's own storage is gone, the core's is not. */
function restarted() {
  localStorage.clear()
  setActivePinia(createPinia())
  return usePreferences()
}

beforeEach(() => {
  core.body = null
  core.calls = []
})

describe('preferences', () => {
  it('come back with the person after a restart', async () => {
    const before = restarted()
    await before.recall()
    before.language = 'en'
    before.theme = 'dark'
    await nextTick()
    const after = restarted()
    expect(after.language).toBe('vi')
    await after.recall()
    expect([after.language, after.theme, document.documentElement.lang]).toEqual([
      'en',
      'dark',
      'en',
    ])
  })

  it('chosen at the sign-in page go before what was chosen earlier', async () => {
    core.body = JSON.stringify({ language: 'en', theme: 'dark' })
    const preferences = restarted()
    preferences.theme = 'light'
    await nextTick()
    await preferences.recall()
    expect([preferences.language, preferences.theme]).toEqual(['vi', 'light'])
  })

  it('are kept for nobody while nobody is signed in', async () => {
    const preferences = restarted()
    await preferences.recall()
    preferences.forget()
    preferences.language = 'en'
    await nextTick()
    expect(core.calls).toEqual(['drafts.load'])
  })

  it('begin as this machine last showed them, which is nobody’s choice', async () => {
    core.body = JSON.stringify({ language: 'vi', theme: 'light' })
    const preferences = restarted()
    preferences.startIn({ language: 'en', theme: 'dark' })
    await nextTick()
    expect([preferences.language, preferences.theme]).toEqual(['en', 'dark'])
    expect(localStorage).toHaveLength(0)
    await preferences.recall()
    expect([preferences.language, preferences.theme]).toEqual(['vi', 'light'])
  })

  it('chosen already are not put back to what the machine last showed', async () => {
    const preferences = restarted()
    preferences.theme = 'light'
    await nextTick()
    preferences.startIn({ language: 'en', theme: 'dark' })
    expect([preferences.language, preferences.theme]).toEqual(['vi', 'light'])
  })

  it('chosen after that are a choice again', async () => {
    core.body = JSON.stringify({ language: 'vi', theme: 'light' })
    const preferences = restarted()
    preferences.startIn({ language: 'en', theme: 'dark' })
    await nextTick()
    await nextTick()
    preferences.theme = 'system'
    await nextTick()
    await preferences.recall()
    expect([preferences.language, preferences.theme]).toEqual(['en', 'system'])
  })

  it('that cannot be read cost nothing else', async () => {
    core.body = '{broken'
    const preferences = restarted()
    await preferences.recall()
    expect([preferences.language, preferences.theme]).toEqual(['vi', 'system'])
  })
})
