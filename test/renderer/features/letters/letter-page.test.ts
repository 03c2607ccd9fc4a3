// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'

import type { Letter } from '#core/letters/model.ts'
import { ApiError } from '#renderer/api.ts'
import { createLetterPage } from '#renderer/features/letters/letter-page.ts'
import { aLetter } from './a-letter.ts'

type Asked = Readonly<{
  route: string
  text: string | undefined
  answer: (sha256: string) => void
  fail: () => void
}>

const core = vi.hoisted(() => ({ asked: [] as Asked[], fetched: [] as string[] }))
vi.mock('#renderer/api.ts', async (original) => ({
  ...(await original<object>()),
  call: (route: string, input: { parts?: { text: string }[] }) =>
    new Promise((resolve, reject) => {
      core.asked.push({
        route,
        text: input.parts?.[0]?.text,
        answer: (sha256) => resolve({ ticket: sha256, sha256, pages: 1, missingGlyphs: [] }),
        fail: () => reject(new ApiError({ code: 'INTERNAL' })),
      })
    }),
  download: (ticket: string) => {
    core.fetched.push(ticket)
    return Promise.resolve(new Blob([ticket]))
  },
}))

const LETTER = aLetter()
const { signatory } = LETTER
const typing = (text: string) => ({ id: LETTER.id, signatory, parts: [{ key: 'close', text }] })

function openPage() {
  const letter = shallowRef<Letter | null>(LETTER)
  return { letter, page: createLetterPage(() => letter.value) }
}

/** The request that is under way now. */
function asked(): Asked {
  const last = core.asked.at(-1)
  if (last === undefined) throw new Error('nothing was asked')
  return last
}

async function answered(sha256: string): Promise<void> {
  asked().answer(sha256)
  await vi.runAllTimersAsync()
}

beforeEach(() => {
  vi.useFakeTimers()
  core.asked = []
  core.fetched = []
})
afterEach(() => vi.useRealTimers())

describe('the page of a letter', () => {
  it('is that of the stored content, which alone can be approved', async () => {
    const { page } = openPage()
    page.draw()
    await answered('a')
    expect(asked().route).toBe('letters.preview')
    expect(page.preview.value).toMatchObject({ sha256: 'a', contentHash: LETTER.contentHash })
    page.type(typing('mới'))
    await answered('b')
    expect(asked().route).toBe('letters.previewTexts')
    expect(page.preview.value).toMatchObject({ sha256: 'b', contentHash: null })
    page.type(null)
    await answered('b')
    expect(page.preview.value).toMatchObject({ sha256: 'b', contentHash: LETTER.contentHash })
  })

  it('is asked for once at a time, the newest text next', async () => {
    const { page } = openPage()
    for (const text of ['m', 'mớ', 'mới', 'mới nhất']) page.type(typing(text))
    expect(core.asked.map(({ text }) => text)).toEqual(['m'])
    await answered('a')
    expect(core.asked.map(({ text }) => text)).toEqual(['m', 'mới nhất'])
    await answered('b')
    expect(page.preview.value?.sha256).toBe('b')
    expect(core.asked).toHaveLength(2)
  })

  it('is not fetched again while its bytes are the same', async () => {
    const { page } = openPage()
    page.draw()
    await answered('a')
    const { bytes } = page.preview.value ?? {}
    page.type(typing('một dấu cách '))
    await answered('a')
    expect(page.preview.value?.bytes).toBe(bytes)
    expect(core.fetched).toEqual(['a'])
  })

  it('of what is typed is not pushed aside by news of the case', async () => {
    const { page } = openPage()
    page.type(typing('mới'))
    await answered('a')
    page.draw()
    expect(core.asked).toHaveLength(1)
  })

  it('keeps the last one that could be made, says why not, and can be asked for again', async () => {
    const { page } = openPage()
    page.draw()
    await answered('a')
    page.type(typing('mới'))
    asked().fail()
    await vi.runAllTimersAsync()
    expect(page.preview.value?.sha256).toBe('a')
    expect(page.previewError.value).toBeInstanceOf(ApiError)
    page.retry()
    await answered('b')
    expect(page.preview.value?.sha256).toBe('b')
    expect(page.previewError.value).toBeNull()
  })

  it('of another letter than the one open is dropped', async () => {
    const { letter, page } = openPage()
    page.draw()
    letter.value = aLetter({ id: 'other' })
    await answered('a')
    expect(page.preview.value).toBeNull()
  })

  it('tells how many changes were typed and how many are on the screen', async () => {
    const { page } = openPage()
    page.type(typing('một'))
    page.type(typing('một hai'))
    await answered('a')
    expect([page.typed.value, page.drawn.value]).toEqual([2, 0])
    page.wasDrawn(page.preview.value?.bytes ?? new Uint8Array())
    expect(page.drawn.value).toBe(1)
    await answered('a')
    // The same bytes are on the screen already: nothing will be painted that could tell.
    expect(page.drawn.value).toBe(2)
  })
})
