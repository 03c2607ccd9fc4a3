// @vitest-environment happy-dom
import { nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { useConfirm } from '#renderer/composables/use-confirm.ts'
import ConfirmHost from '#renderer/frame/ConfirmHost.vue'
import { show, type Shown } from '../kit/component.ts'

const core = vi.hoisted(() => ({ bodies: new Map<string, string>() }))
vi.mock('#renderer/api.ts', async (original) => ({
  ...(await original<object>()),
  async call(route: string, input: { form: string; body: string }) {
    if (route === 'drafts.load') return { bodies: Object.fromEntries(core.bodies) }
    if (route === 'drafts.save') core.bodies.set(input.form, input.body)
    if (route === 'drafts.remove') core.bodies.delete(input.form)
    return {}
  },
}))
const { ApiError } = await import('#renderer/api.ts')

const QUESTION = {
  title: 'Gạch bỏ lần gửi này?',
  about: 'Email · 20/11/2026',
  act: 'Gạch bỏ',
  reason: { label: 'Lý do', draft: 'letter:1:strike' },
}

let shown: Shown
const router = createRouter({
  history: createMemoryHistory(),
  routes: [{ path: '/:all(.*)*', component: { render: () => null } }],
})
const settle = async () => {
  await vi.advanceTimersByTimeAsync(1_000)
  await nextTick()
}
const dialog = () => document.querySelector('dialog')
const reason = () => document.querySelector<HTMLTextAreaElement>('dialog textarea')
async function type(words: string): Promise<void> {
  const field = reason()
  if (field === null) throw new Error('no field')
  field.value = words
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await settle()
}
const send = async () => {
  document.querySelector<HTMLFormElement>('dialog form')?.requestSubmit()
  await settle()
}

beforeEach(async () => {
  vi.useFakeTimers()
  core.bodies.clear()
  await router.push('/a')
  shown = show(ConfirmHost, () => ({}), { plugins: [router] })
})
afterEach(() => {
  shown.unmount()
  vi.useRealTimers()
})

describe('a question that asks why', () => {
  it('stands with what was typed when the act is refused, and goes when it is done', async () => {
    const act = vi.fn().mockRejectedValueOnce(new ApiError({ code: 'FORBIDDEN' }))
    const asked = useConfirm().askReason(QUESTION, act)
    await settle()
    expect(dialog()?.textContent).toContain(QUESTION.about)
    await type('  Gửi nhầm người  ')
    await send()
    expect(reason()?.value).toBe('  Gửi nhầm người  ')
    await send()
    expect(await asked).toBe(true)
    expect(act.mock.calls.map(([words]: unknown[]) => words)).toEqual([
      ...['Gửi nhầm người', 'Gửi nhầm người'],
    ])
    await settle()
    expect([dialog(), core.bodies.size]).toEqual([null, 0])
  })

  it('keeps what was typed when it is closed, and has it again', async () => {
    const asked = useConfirm().askReason(QUESTION, async () => {})
    await settle()
    await type('Gửi nhầm')
    dialog()?.dispatchEvent(new Event('cancel', { cancelable: true }))
    expect(await asked).toBe(false)
    await settle()
    void useConfirm().askReason(QUESTION, async () => {})
    await settle()
    expect(reason()?.value).toBe('Gửi nhầm')
  })

  it('goes with the page it was asked on', async () => {
    const asked = useConfirm().askReason(QUESTION, async () => {})
    await settle()
    await router.push('/b')
    expect(await asked).toBe(false)
    await settle()
    expect(dialog()).toBeNull()
  })
})
