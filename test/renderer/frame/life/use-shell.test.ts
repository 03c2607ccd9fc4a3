// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

import type { Role } from '#core/people/permissions.ts'
import { MENU_COMMANDS, type MenuCommand } from '#shared/commands.ts'
import type { AppEvent } from '#shared/protocol/events.ts'
import type { Appearance } from '#shared/contract/host.ts'
import type { SessionPerson } from '#shared/contract/session.ts'
import { useFind } from '#renderer/frame/find/use-find.ts'
import { useToast } from '#renderer/composables/use-toast.ts'
import { usePalette } from '#renderer/frame/commands/use-palette.ts'
import { useShell } from '#renderer/frame/life/use-shell.ts'
import { useShortcutHelp } from '#renderer/frame/commands/use-shortcut-help.ts'
import { i18n } from '#renderer/i18n/index.ts'
import { usePreferences } from '#renderer/stores/preferences.store.ts'
import { useSession } from '#renderer/stores/session.store.ts'
import { mountedWith } from '../../mounted.ts'

const host = vi.hoisted(() => ({
  kind: 'electron',
  appearance: undefined as Appearance | undefined,
  calls: [] as [route: string, input: unknown][],
  listeners: new Set<(event: AppEvent) => void>(),
}))
vi.mock('#renderer/api.ts', () => ({
  ApiError: Error,
  call: async (route: string, input: unknown) => {
    if (route !== 'host.info') host.calls.push([route, input])
    const { kind, appearance } = host
    return { kind, platform: 'win32', ...(appearance === undefined ? {} : { appearance }) }
  },
  leaveBy: async (route: string) => void host.calls.push([route, {}]),
  onEvent: (listener: (event: AppEvent) => void) => {
    host.listeners.add(listener)
    return () => host.listeners.delete(listener)
  },
}))

const component = { template: '<i />' }
const names = ['today', 'intake', 'verify', 'complaints', 'steps', 'letters', 'firms', 'figures']
const routes = [...names, 'audit', 'settings'].map((name) => ({
  path: `/${name}`,
  name,
  component,
}))

async function shell() {
  const pinia = createPinia()
  setActivePinia(pinia)
  localStorage.clear()
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push('/today')
  const { unmount } = mountedWith(useShell, pinia, i18n, router)
  await settled()
  const place = (): unknown => router.currentRoute.value.name
  return { unmount, router, place, session: useSession(), preferences: usePreferences() }
}

/** When what was asked has been answered and what follows from it was told. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await nextTick()
}

function person(role: Role, recoveryPending = false): SessionPerson {
  return { role, recoveryPending } as SessionPerson
}

function choose(command: MenuCommand): void {
  for (const listener of host.listeners) listener({ type: 'menu', command })
}

function told(route: string): unknown[] {
  return host.calls.flatMap(([called, input]) => (called === route ? [input] : []))
}

beforeEach(() => {
  host.kind = 'electron'
  host.appearance = undefined
  host.calls = []
  useShortcutHelp().open.value = false
  usePalette().open.value = false
  useFind().close()
  useToast().clear()
})

describe('the menu bar', () => {
  it('greys everything until somebody signs in, and again when they leave', async () => {
    const { unmount, session } = await shell()
    session.person = person('auditor')
    await settled()
    session.person = null
    await settled()
    unmount()
    const enabled = told('host.menu').map((input) => (input as { enabled: string[] }).enabled)
    expect(enabled.map(({ length }) => length > 0)).toEqual([false, true, false])
    expect(enabled[1]).toContain('audit')
    expect(enabled[1]).not.toContain('intake')
  })

  it('offers nothing before the recovery key is confirmed', async () => {
    const { unmount, session } = await shell()
    session.person = person('chair', true)
    await settled()
    unmount()
    expect(told('host.menu')).toEqual([{ enabled: [] }])
  })

  it.each(routes.map(({ name }) => name))('goes to %s', async (name) => {
    const { unmount, session, router, place } = await shell()
    session.person = person('chair')
    if (name === 'today') await router.push('/letters')
    const gone = new Promise((resolve) => router.afterEach(resolve))
    choose(name as MenuCommand)
    await gone
    await settled()
    // The router forgets its place with the app.
    const reached = place()
    unmount()
    expect(reached).toBe(name)
  })

  it('opens the keys, the palette and the find bar', async () => {
    const { unmount, session } = await shell()
    session.person = person('intake')
    for (const command of ['keys', 'palette', 'find'] as const) choose(command)
    unmount()
    const opened = [useShortcutHelp().open.value, usePalette().open.value, useFind().open.value]
    expect(opened).toEqual([true, true, true])
  })

  it.each([
    ['findNext', 'next'],
    ['findPrevious', 'previous'],
  ] as const)('finds on by %s', async (command, what) => {
    const { unmount, session } = await shell()
    session.person = person('intake')
    choose(command)
    unmount()
    expect(useFind().wish.value).toEqual({ what })
  })

  it('prints, and locks', async () => {
    const { unmount, session } = await shell()
    session.person = person('chair')
    choose('print')
    choose('lock')
    await settled()
    unmount()
    expect(useToast().notices.value).toHaveLength(1)
    expect([session.person, told('session.signOut')]).toEqual([null, [{}]])
  })

  it.each(MENU_COMMANDS)(
    'does nothing for nobody, though its item may fire: %s',
    async (command) => {
      const { unmount, place } = await shell()
      const before = host.calls.length
      choose(command)
      await settled()
      const reached = place()
      unmount()
      const opened = [useShortcutHelp().open.value, usePalette().open.value, useFind().open.value]
      expect(opened).toEqual([false, false, false])
      expect(reached).toBe('today')
      expect(host.calls).toHaveLength(before)
      expect(useToast().notices.value).toEqual([])
    },
  )

  it('does not take an auditor where the table lets no auditor', async () => {
    const { unmount, session, place } = await shell()
    session.person = person('auditor')
    choose('intake')
    await settled()
    const reached = place()
    unmount()
    expect(reached).toBe('today')
  })

  it('is heard no longer when the window is gone', async () => {
    const { unmount } = await shell()
    unmount()
    expect(host.listeners.size).toBe(0)
  })
})

describe('language and colours', () => {
  it('begin as this machine last showed them, and are the shell’s at once', async () => {
    host.appearance = { language: 'en', theme: 'dark' }
    const { unmount, preferences } = await shell()
    unmount()
    expect([preferences.language, preferences.theme]).toEqual(['en', 'dark'])
    expect(told('host.appearance')).toEqual([{ language: 'en', theme: 'dark' }])
  })

  it('are told to the shell whenever somebody chooses', async () => {
    const { unmount, preferences } = await shell()
    preferences.theme = 'light'
    await settled()
    preferences.language = 'en'
    await settled()
    unmount()
    expect(told('host.appearance')).toEqual([
      { language: 'vi', theme: 'system' },
      { language: 'vi', theme: 'light' },
      { language: 'en', theme: 'light' },
    ])
  })
})

it('tells the browser host nothing', async () => {
  host.kind = 'browser'
  const { unmount, preferences, session } = await shell()
  session.person = person('chair')
  preferences.theme = 'dark'
  await settled()
  unmount()
  expect(host.calls).toEqual([])
})
