// @vitest-environment happy-dom
import { nextTick, reactive } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { useClosing } from '#renderer/frame/life/use-closing.ts'
import { useDraft } from '#renderer/composables/use-draft.ts'
import type { AppEvent } from '#shared/protocol/events.ts'
import { mounted } from '../../mounted.ts'

const core = vi.hoisted(() => ({
  calls: [] as string[],
  /** Answers of `drafts.save` held back by the test. */
  held: null as Promise<undefined> | null,
  refuses: false,
  listeners: new Set<(event: AppEvent) => void>(),
}))

vi.mock('#renderer/api.ts', () => ({
  async call(route: string, input: { form?: string; body?: string }) {
    core.calls.push(route === 'drafts.save' ? `save ${input.form} ${input.body}` : route)
    if (route === 'drafts.load') return { bodies: {} }
    if (route === 'drafts.save') {
      await core.held
      if (core.refuses) throw new Error('UNAUTHENTICATED')
      core.calls.push(`saved ${input.form}`)
    }
    return {}
  },
  onEvent(listener: (event: AppEvent) => void) {
    core.listeners.add(listener)
    return () => core.listeners.delete(listener)
  },
}))

const open: (() => void)[] = []

function tell(event: AppEvent): void {
  for (const listener of core.listeners) listener(event)
}

async function form(name: string): Promise<{ subject: string }> {
  const state = reactive({ subject: '' })
  const { used, unmount } = mounted(() => useDraft(name, state))
  open.push(unmount)
  await used.loaded
  return state
}

/** Lets what was set off run, without the pause after which a draft is saved anyway. */
const settle = () => vi.advanceTimersByTimeAsync(0)

let window: ReturnType<typeof useClosing>

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(core, { held: null, refuses: false })
  const { used, unmount } = mounted(useClosing)
  window = used
  open.push(unmount)
})
afterEach(() => {
  for (const unmount of open.splice(0)) unmount()
  core.calls.length = 0
  vi.useRealTimers()
})

describe('a window that is about to close', () => {
  it('keeps what is half typed in every open form, and only then says that it is ready', async () => {
    const [intake, cause] = [await form('intake'), await form('case:1:cause')]
    core.calls.length = 0
    const held = Promise.withResolvers<undefined>()
    core.held = held.promise
    intake.subject = 'Lộ số điện thoại'
    cause.subject = 'Nhân viên tải tệp'
    await nextTick()
    tell({ type: 'closing' })
    await settle()
    expect(core.calls).toEqual([
      'save intake {"subject":"Lộ số điện thoại"}',
      'save case:1:cause {"subject":"Nhân viên tải tệp"}',
    ])
    held.resolve(undefined)
    await settle()
    expect(core.calls.slice(2)).toEqual(['saved intake', 'saved case:1:cause', 'host.readyToClose'])
  })

  it('is ready at once when nothing is open, or nothing was typed, or the form is gone', async () => {
    await form('intake')
    core.calls.length = 0
    open.pop()?.()
    tell({ type: 'closing' })
    await settle()
    expect(core.calls).toEqual(['host.readyToClose'])
  })

  it('is ready although a draft could not be kept', async () => {
    const intake = await form('intake')
    core.refuses = true
    intake.subject = 'Lộ'
    await nextTick()
    tell({ type: 'closing' })
    await settle()
    expect(core.calls.at(-1)).toBe('host.readyToClose')
  })
})

it('shows the copy that is being made, which may be left', async () => {
  expect(window.copying.value).toBeNull()
  const progress = { step: 'copying', done: 1, total: 4 } as const
  tell({ type: 'copying', progress })
  expect(window.copying.value).toEqual(progress)
  core.calls.length = 0
  await window.leave()
  expect(core.calls).toEqual(['host.leaveCopy'])
})
