// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterEach, expect, it, vi } from 'vitest'

import { LATER_SETTINGS } from '#core/settings/model.ts'
import FirstSteps from '#renderer/features/today/FirstSteps.vue'
import { useNames } from '#renderer/stores/names.store.ts'
import { useSession } from '#renderer/stores/session.store.ts'
import { useSettings } from '#renderer/stores/settings.store.ts'
import { show, type Shown } from '../../kit/component.ts'

const place = vi.hoisted(() => ({ known: null as object | null }))
vi.mock('#renderer/api.ts', async (original) => ({
  ...(await original<object>()),
  call: async () => ({ place: place.known }),
  onEvent: () => () => undefined,
}))

let shown: Shown
afterEach(() => shown.unmount())

async function open(roles: readonly string[], officerName: string): Promise<void> {
  const pinia = createPinia()
  setActivePinia(pinia)
  useNames().people = roles.map((role) => ({ id: role, role, active: true })) as never
  useSession().status = { engine: 'sqlite' } as never
  const notices = { ...LATER_SETTINGS.notices, officerName, signerName: officerName }
  useSettings().settings = { ...LATER_SETTINGS, holidays: [], restDays: [0, 6], notices } as never
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/cai-dat/:section', name: 'settings', component: FirstSteps }],
  })
  shown = show(FirstSteps, () => ({}), { plugins: [pinia, router] })
  await nextTick()
  await nextTick()
  await nextTick()
}

it('tells a new board what it lacks, each a way to its place, and what it has', async () => {
  place.known = null
  await open(['chair'], '')
  expect(shown.all('li').length).toBe(4)
  const links = shown.all('a')
  expect(links.map((link) => link.textContent)).toContain('Thêm người thứ hai có quyền duyệt')
  expect(links.every((link) => (link.getAttribute('href') ?? '').startsWith('/cai-dat/'))).toBe(
    true,
  )
  expect(shown.root.textContent).toContain('hỏng ổ đĩa là mất hết')
})

it('goes on until all of it is done, and is gone then', async () => {
  place.known = { folder: 'E:' }
  await open(['chair', 'board'], '')
  expect(shown.one('.done').textContent).toContain('đã xong')
  expect(shown.all('a').map((link) => link.textContent)).toContain(
    'Ghi người phụ trách bảo vệ dữ liệu và người ký Mẫu số 08',
  )
  shown.unmount()
  await open(['chair', 'board'], 'Lê Minh')
  // Whatever year it is: its days off may not be decided yet.
  expect(shown.all('a').length).toBeLessThan(2)
})
