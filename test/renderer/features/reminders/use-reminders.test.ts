// @vitest-environment happy-dom
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'

import { useReminders } from '#renderer/features/reminders/use-reminders.ts'
import { i18n } from '#renderer/i18n/index.ts'
import { eventually } from '#test/setup/eventually.ts'
import { mountedWith } from '../../mounted.ts'

const core = vi.hoisted(() => ({
  kind: 'electron',
  overdue: 0,
  calls: [] as string[],
  counted: Promise.resolve(),
}))
vi.mock('#renderer/api.ts', () => ({
  call: async (route: string) => {
    core.calls.push(route)
    if (route === 'host.info') return { kind: core.kind, platform: 'win32' }
    if (route === 'complaints.counts') await core.counted
    if (route === 'complaints.counts') return { overdue: core.overdue, today: 0, week: 0 }
    if (route !== 'reminders.pending') return {}
    const reminders = [1, 2, 3, 4].map((id) => ({
      complaintId: String(id),
      clock: 'reply',
      kind: 'due',
      dueAt: '2026-11-29T00:00:00.000Z',
    }))
    return { reminders, firstToday: false }
  },
  onEvent: () => () => undefined,
}))
vi.mock('#renderer/features/reminders/reminders.store.ts', () => ({
  useReminded: () => ({
    take: async ({ reminders }: { reminders: unknown[] }) => reminders,
    clear: () => undefined,
  }),
}))

const badge: (number | 'cleared')[] = []
const shown: { onclick: () => void }[] = []

class FakeNotification {
  static readonly permission = 'granted'
  onclick = (): void => undefined
  constructor() {
    shown.push(this)
  }
}

async function window() {
  const component = { template: '<i />' }
  const routes = [
    { path: '/', component },
    { path: '/hom-nay', name: 'today', component },
    { path: '/khieu-nai/:id', name: 'case', component },
  ]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push('/')
  return { router, ...mountedWith(useReminders, createPinia(), i18n, router) }
}

beforeEach(() => {
  Object.assign(core, { kind: 'electron', overdue: 0, calls: [], counted: Promise.resolve() })
  badge.length = 0
  shown.length = 0
  vi.stubGlobal('Notification', FakeNotification)
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  Object.assign(navigator, {
    setAppBadge: async (count: number) => badge.push(count),
    clearAppBadge: async () => badge.push('cleared'),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the badge', () => {
  it.each([
    [3, [3, 'cleared']],
    // Electron takes a badge of zero for a broken message.
    [0, ['cleared', 'cleared']],
  ])(
    'counts %i overdue cases while somebody is signed in, and none after',
    async (overdue, seen) => {
      core.overdue = overdue
      const { unmount } = await window()
      await eventually(() => expect(badge).toHaveLength(1))
      unmount()
      expect(badge).toEqual(seen)
    },
  )
})

it('leaves no badge behind when the count comes after the sign-out', async () => {
  let count: () => void = () => undefined
  core.counted = new Promise((resolve) => (count = resolve))
  core.overdue = 3
  const { unmount } = await window()
  unmount()
  count()
  await core.counted
  await Promise.resolve()
  await Promise.resolve()
  expect(badge).toEqual(['cleared'])
})

describe('a notification that is clicked', () => {
  it.each([
    ['electron', 1],
    ['browser', 0],
  ])('in %s asks the shell %i times to bring the window back', async (kind, times) => {
    core.kind = kind
    const { unmount, router } = await window()
    await eventually(() => expect(shown).toHaveLength(1))
    shown[0]?.onclick()
    await eventually(() => expect(router.currentRoute.value.path).toBe('/hom-nay'))
    await eventually(() => expect(core.calls).toContain('host.info'))
    await eventually(() =>
      expect(core.calls.filter((route) => route === 'host.focus')).toHaveLength(times),
    )
    unmount()
  })
})
