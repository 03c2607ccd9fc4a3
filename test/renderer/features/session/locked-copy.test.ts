// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'

import { useLockedCopy } from '#renderer/features/session/use-locked-copy.ts'
import type { AppEvent } from '#shared/protocol/events.ts'
import { mounted } from '../../mounted.ts'

const listeners = vi.hoisted(() => new Set<(event: AppEvent) => void>())

vi.mock('#renderer/api.ts', () => ({
  onEvent(listener: (event: AppEvent) => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}))

afterEach(() => listeners.clear())

it('says how far the copy after the last sign-out is, that it is being checked, and nothing when it is over', () => {
  const { used, unmount } = mounted(useLockedCopy)
  const tell = (event: AppEvent): void => {
    for (const listener of listeners) listener(event)
  }
  expect(used.value).toBe('')
  tell({ type: 'locked-copy', progress: { step: 'copying', done: 1, total: 4 } })
  expect(used.value).toContain('25 %')
  tell({ type: 'locked-copy', progress: { step: 'checking', done: 4, total: 4 } })
  expect(used.value).toContain('đang kiểm tra bản sao')
  tell({ type: 'locked-copy', progress: null })
  expect(used.value).toBe('')
  unmount()
  expect(listeners.size).toBe(0)
})
