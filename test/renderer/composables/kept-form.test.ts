// @vitest-environment happy-dom
import { nextTick, reactive } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { useKeptForms } from '#renderer/composables/kept-forms.ts'
import { isAnythingUnkept } from '#renderer/composables/unkept-drafts.ts'
import { useDraft } from '#renderer/composables/use-draft.ts'
import { useKeptForm } from '#renderer/composables/use-kept-form.ts'
import { mounted } from '../mounted.ts'

const core = vi.hoisted(() => ({
  bodies: new Map<string, string>(),
  loads: [] as (readonly string[])[],
  done: new Map<string, string>(),
  down: false,
  closed: false,
}))

vi.mock('#renderer/api.ts', async () => {
  const { DomainError } = await import('#core/kernel/errors.ts')
  class ApiError extends DomainError {
    constructor({ code }: { code: ConstructorParameters<typeof DomainError>[0] }) {
      super(code)
    }
  }
  return {
    ApiError,
    async call(
      route: string,
      input: { form: string; forms: readonly string[]; body: string; commandId: string },
    ) {
      if (core.down) throw new ApiError({ code: 'CORE_RESTARTED' })
      if (core.closed && route === 'drafts.save') throw new ApiError({ code: 'NOT_FOUND' })
      if (route === 'drafts.load') {
        core.loads.push(input.forms)
        const kept = [...core.bodies].filter(([form]) => input.forms.includes(form))
        return { bodies: Object.fromEntries(kept) }
      }
      if (route === 'drafts.save') core.bodies.set(input.form, input.body)
      if (route === 'drafts.remove') core.bodies.delete(input.form)
      if (route === 'drafts.outcome') return { madeId: core.done.get(input.commandId) ?? null }
      return {}
    },
  }
})
const { ApiError } = await import('#renderer/api.ts')

const open: (() => void)[] = []
function on<Used>(use: () => Used): Used {
  const { used, unmount } = mounted(use)
  open.push(unmount)
  return used
}
/** The page begins anew: what was on it is gone, what was kept is not. */
async function reload(): Promise<void> {
  for (const unmount of open.splice(0)) unmount()
  await settle()
}
const settle = () => vi.advanceTimersByTimeAsync(2_000)

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(core, { loads: [], down: false, closed: false })
  core.bodies.clear()
  core.done.clear()
})
afterEach(async () => {
  await reload()
  vi.useRealTimers()
})

const fresh = () => ({ words: '', day: '2026-11-22' })
function aForm(name = 'right:1:passed') {
  const form = reactive(fresh())
  return { form, kept: on(() => useKeptForm(name, form, fresh)) }
}

describe('a form that is opened by an act', () => {
  it('keeps what is typed when it is left, says so, and brings it back', async () => {
    const { form, kept } = aForm()
    await settle()
    kept.begin()
    form.words = 'Đã gọi bên vận chuyển'
    kept.leave()
    expect([kept.isOpen.value, kept.isWaiting.value]).toEqual([false, true])
    kept.begin()
    expect([form.words, kept.restored.value]).toEqual(['Đã gọi bên vận chuyển', true])
  })

  it('is open again with what was typed after the page began anew', async () => {
    const { form, kept } = aForm()
    await settle()
    kept.begin()
    form.words = 'Nửa chừng'
    await nextTick()
    await reload()
    const again = aForm()
    await settle()
    expect([again.form.words, again.kept.isOpen.value]).toEqual(['Nửa chừng', true])
  })

  it('waits with what was typed after it was left and the page began anew', async () => {
    const { form, kept } = aForm()
    await settle()
    kept.begin()
    form.words = 'Để đó'
    kept.leave()
    await nextTick()
    await reload()
    const again = aForm()
    await settle()
    expect([again.kept.isOpen.value, again.kept.isWaiting.value]).toEqual([false, true])
    again.kept.begin()
    expect(again.form.words).toBe('Để đó')
  })

  it('leaves nothing behind when nothing was typed, or it was thrown away', async () => {
    const { form, kept } = aForm()
    await settle()
    kept.begin()
    kept.leave()
    await settle()
    expect([core.bodies.size, kept.isWaiting.value]).toEqual([0, false])
    kept.begin()
    form.words = 'Thôi'
    await settle()
    kept.drop()
    await settle()
    expect([core.bodies.size, form.words]).toEqual([0, ''])
  })

  it('marks what is kept without being open, asking for a page of them at once', async () => {
    core.bodies.set('right:2:settle', '{}')
    const isKept = on(() => useKeptForms(() => ['right:1:settle', 'right:2:settle']))
    aForm('right:3:passed')
    await settle()
    expect(core.loads).toEqual([['right:1:settle', 'right:2:settle', 'right:3:passed']])
    expect([isKept('right:1:settle'), isKept('right:2:settle')]).toEqual([false, true])
  })
})

describe('a form that is sent', () => {
  const lost = () => Promise.reject(new ApiError({ code: 'CORE_RESTARTED' }))
  const typed = (stored = vi.fn()) => {
    const state = reactive({ words: '' })
    return { state, stored, draft: on(() => useDraft('case:1:why', state, { stored })) }
  }

  it('is forgotten after the page began anew, when it had arrived', async () => {
    const { state, draft } = typed()
    await settle()
    state.words = 'Vì sao'
    let sentAs = ''
    await expect(draft.send((id) => ((sentAs = id), lost()))).rejects.toThrow('CORE_RESTARTED')
    core.done.set(sentAs, 'why-1')
    await reload()
    const again = typed()
    await settle()
    expect([again.state.words, again.stored.mock.calls, core.bodies.size]).toEqual([
      ...['', [['why-1']], 0],
    ])
  })

  it('is there to be sent again, when it had not', async () => {
    const { state, draft } = typed()
    await settle()
    state.words = 'Vì sao'
    await expect(draft.send(lost)).rejects.toThrow('CORE_RESTARTED')
    await reload()
    const again = typed()
    await settle()
    expect([again.state.words, again.stored.mock.calls]).toEqual(['Vì sao', []])
  })

  it('is not sent a second time once it turns out to have arrived', async () => {
    const { draft } = typed()
    await settle()
    let sentAs = ''
    await expect(draft.send((id) => ((sentAs = id), lost()))).rejects.toThrow('CORE_RESTARTED')
    core.done.set(sentAs, 'why-1')
    const second = vi.fn(async () => 'made')
    await expect(draft.send(second)).rejects.toThrow('DONE_BEFORE')
    expect(second).not.toHaveBeenCalled()
    // Said once: what is typed from here on is something new.
    expect(await draft.send(second)).toBe('made')
  })

  it('goes under another id after an answer, also after a refusal', async () => {
    const { draft } = typed()
    await settle()
    const ids: string[] = []
    const refused = (id: string) => (
      ids.push(id),
      Promise.reject(new ApiError({ code: 'FORBIDDEN' }))
    )
    await expect(draft.send(refused)).rejects.toThrow('FORBIDDEN')
    await draft.send(async (id) => ids.push(id))
    expect(new Set(ids).size).toBe(2)
  })

  it('is kept as soon as somebody answers again, also when its form is gone by then', async () => {
    const { state } = typed()
    await settle()
    core.down = true
    state.words = 'Gõ lúc mất liên lạc'
    await reload()
    expect(isAnythingUnkept()).toBe(true)
    core.down = false
    await vi.advanceTimersByTimeAsync(5_000)
    expect([isAnythingUnkept(), core.bodies.get('case:1:why')]).toEqual([
      ...[false, JSON.stringify({ words: 'Gõ lúc mất liên lạc' })],
    ])
  })

  it('asks nobody any more once it was thrown away while nobody answered', async () => {
    const { state, draft } = typed()
    await settle()
    core.down = true
    state.words = 'Thôi'
    await settle()
    void draft.clear()
    await settle()
    core.down = false
    await vi.advanceTimersByTimeAsync(5_000)
    expect([isAnythingUnkept(), draft.unsaved.value, core.bodies.size]).toEqual([false, false, 0])
  })

  it('does not take the place of what was kept before that is known', async () => {
    core.bodies.set('case:1:why', JSON.stringify({ words: 'Cũ', more: 'Còn' }))
    core.down = true
    const state = reactive({ words: '', more: '' })
    const draft = on(() => useDraft('case:1:why', state))
    await settle()
    state.words = 'Mới gõ'
    await settle()
    expect([draft.ready.value, core.bodies.get('case:1:why')]).toEqual([
      ...[false, JSON.stringify({ words: 'Cũ', more: 'Còn' })],
    ])
    core.down = false
    await vi.advanceTimersByTimeAsync(5_000)
    expect({ ...state }).toEqual({ words: 'Mới gõ', more: 'Còn' })
    expect(JSON.parse(core.bodies.get('case:1:why') ?? '')).toEqual({
      words: 'Mới gõ',
      more: 'Còn',
    })
  })

  it('is not held on to when its case is closed to whoever types', async () => {
    const { state, draft } = typed()
    await settle()
    core.closed = true
    state.words = 'Không còn của mình'
    await settle()
    expect([draft.unsaved.value, isAnythingUnkept()]).toEqual([false, false])
  })

  it('is known to be on this screen only while nobody answers', async () => {
    const { state, draft } = typed()
    await settle()
    core.down = true
    state.words = 'Không ai nghe'
    await settle()
    expect([draft.unsaved.value, isAnythingUnkept()]).toEqual([true, true])
    core.down = false
    state.words = 'Không ai nghe máy'
    await settle()
    expect([draft.unsaved.value, isAnythingUnkept()]).toEqual([false, false])
  })
})
