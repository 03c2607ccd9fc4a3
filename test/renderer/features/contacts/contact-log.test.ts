// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type { LogEntry } from '#core/contacts/model.ts'
import ContactLog from '#renderer/features/contacts/ContactLog.vue'
import { useNames } from '#renderer/stores/names.store.ts'
import { useSession } from '#renderer/stores/session.store.ts'
import { complaint, emptyFile } from '#test/core/case/case-facts.ts'
import { show, type Shown } from '../../kit/component.ts'

const sent = vi.hoisted(() => [] as unknown[])
vi.mock('#renderer/api.ts', async (original) => ({
  ...(await original<object>()),
  call: async (route: string, input: unknown) => {
    if (route !== 'drafts.load') sent.push([route, input])
    return route === 'drafts.load' ? [] : {}
  },
}))

const PEOPLE = [
  ['clerk', 'Võ Hoài An', 'intake'],
  ['chair', 'Trần Ngọc Lan', 'chair'],
].map(([id = '', fullName = '', role = '']) => ({ id, fullName, role, title: '', active: true }))
let shown: Shown

function entry(id: string, change: Partial<LogEntry> = {}): LogEntry {
  const at = `2026-11-22T0${id}:00:00.000Z`
  return {
    ...{ id, complaintId: complaint.id, version: 1, kind: 'call', direction: 'in', contact: null },
    ...{ happenedAt: at, spokenBy: 'clerk', body: `lời ${id}`, mentions: [], unread: [] },
    ...{ recordedBy: 'clerk', recordedAt: at, changedAt: at, withdrawnReason: null },
    ...change,
  }
}

function open(log: readonly LogEntry[], person: string, identity = 'clear'): void {
  const pinia = createPinia()
  setActivePinia(pinia)
  useNames().people = PEOPLE as never
  useSession().person = PEOPLE.find(({ id }) => id === person) as never
  const file = { ...emptyFile, complaint: { ...complaint, identity }, log }
  shown = show(ContactLog, () => ({ file }), { plugins: [pinia] })
}

const texts = (): readonly string[] => shown.all('.entry .text').map((p) => p.textContent)
const buttons = (): readonly string[] =>
  shown.all('button').map((b) => b.getAttribute('aria-label') ?? b.textContent.trim())

beforeEach(() => sent.splice(0))
afterEach(() => shown.unmount())

it('says that there is nothing yet, and lets whoever may put something down', () => {
  open([], 'clerk')
  expect(shown.root.textContent).toContain('Chưa có cuộc gọi')
  expect(buttons()).toEqual(['Ghi lần liên lạc hoặc ghi chú'])
})

it('has the latest first, a few at once, and all when they are asked for', async () => {
  open(
    ['1', '2', '3', '4', '5'].map((id) => entry(id)),
    'chair',
  )
  expect(texts()).toEqual(['lời 5', 'lời 4', 'lời 3'])
  shown.all('button').at(-1)?.click()
  await nextTick()
  expect(texts()).toHaveLength(5)
})

it('is changed by its author alone, and not once it was taken back', () => {
  const gone = entry('2', { withdrawnReason: 'Nhầm hồ sơ' })
  open([entry('1'), gone], 'clerk')
  expect(buttons().filter((each) => each.startsWith('Sửa'))).toHaveLength(1)
  expect(shown.root.textContent).toContain('Đã rút lại: Nhầm hồ sơ')
  shown.unmount()
  open([entry('1'), gone], 'chair')
  expect(buttons().filter((each) => each.startsWith('Sửa'))).toEqual([])
})

it('waits for whom it names, however old it is, until they say that they read it', async () => {
  const old = entry('1', { mentions: ['chair'], unread: ['chair'] })
  open([old, ...['2', '3', '4', '5'].map((id) => entry(id))], 'chair')
  expect(texts()).toEqual(['lời 5', 'lời 4', 'lời 3', 'lời 1'])
  expect(shown.root.textContent).toContain('Nhắc đến Trần Ngọc Lan')
  const read = shown.all('button').find((each) => each.textContent.includes('Đã đọc'))
  read?.click()
  await nextTick()
  expect(sent).toContainEqual(['contacts.markRead', { id: '1' }])
})

it('is only read where whose case it is is covered', () => {
  open([entry('1', { mentions: ['chair'], unread: ['chair'] })], 'chair', 'covered')
  expect(texts()).toEqual(['lời 1'])
  expect(buttons()).toEqual([])
})
