// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Result } from '#shared/protocol/envelope.ts'
import { eventually } from '#test/setup/eventually.ts'

/** A shell that answers as a test says, over the real bridge of the window. */
const shell: { answers: Record<string, Result<unknown>>; asked: string[] } = {
  answers: {},
  asked: [],
}
Object.defineProperty(window, 'hoiAm', {
  value: {
    request: async (route: string): Promise<Result<unknown>> => {
      shell.asked.push(route)
      return shell.answers[route] ?? { ok: false, error: { code: 'UNKNOWN_ROUTE' } }
    },
    on: () => () => undefined,
  },
})

const { useToast } = await import('#renderer/composables/use-toast.ts')
const { useSaving } = await import('#renderer/composables/use-saving.ts')

function ok(data: unknown): Result<unknown> {
  return { ok: true, data }
}

beforeEach(() => {
  vi.useFakeTimers()
  useToast().clear()
  shell.asked = []
  shell.answers = {
    'host.info': ok({ kind: 'electron', platform: 'win32' }),
    'host.saveFile': ok({ saved: true }),
    'host.showSaved': ok({ shown: true }),
  }
})
afterEach(() => vi.useRealTimers())

describe('a file that was saved', () => {
  it('is said, with the way to where it lies', async () => {
    expect(await useSaving().save('ticket', 'Đã xuất thư.')).toBe(true)
    const [notice] = useToast().notices.value
    expect(notice).toMatchObject({ text: 'Đã xuất thư.', kind: 'done' })
    notice?.show?.()
    await eventually(() => expect(shell.asked.at(-1)).toBe('host.showSaved'))
  })

  it('is said in general words where a screen has none', async () => {
    await useSaving().save('ticket')
    expect(useToast().notices.value).toMatchObject([{ text: 'Đã lưu tệp.' }])
  })

  it('and is gone: that is said too', async () => {
    shell.answers['host.showSaved'] = ok({ shown: false })
    await useSaving().show()
    expect(useToast().notices.value).toMatchObject([{ kind: 'problem' }])
  })
})

it('says nothing when the person gave up', async () => {
  shell.answers['host.saveFile'] = ok({ saved: false })
  expect(await useSaving().save('ticket')).toBe(false)
  expect(useToast().notices.value).toEqual([])
})

it('passes a refusal on, for the screen to say', async () => {
  shell.answers['host.saveFile'] = { ok: false, error: { code: 'NOT_FOUND' } }
  await expect(useSaving().save('ticket')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(useToast().notices.value).toEqual([])
})
