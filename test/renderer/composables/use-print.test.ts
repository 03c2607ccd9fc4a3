// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest'

import { ApiError } from '#renderer/api.ts'
import { useToast } from '#renderer/composables/use-toast.ts'
import { type PrintTarget, usePrint, usePrintTarget } from '#renderer/composables/use-print.ts'
import { i18n } from '#renderer/i18n/index.ts'
import { mountedWith } from '../mounted.ts'

vi.mock('#renderer/transport.ts', () => ({ createTransport: () => ({}) }))

const { notices, clear } = useToast()
beforeEach(clear)

function room(target: PrintTarget) {
  return mountedWith(() => usePrintTarget(() => target), i18n)
}

const said = (): unknown[] => notices.value.map(({ text, kind }) => [text, kind])
const { used: print } = mountedWith(usePrint, i18n)

it('says what can be printed where nothing can', async () => {
  await print()
  expect(said()).toEqual([
    ['Trang này không in được. Hãy mở một hồ sơ hoặc một thư đã phát hành rồi bấm Ctrl P.', 'hint'],
  ])
})

it.each([
  ['print.notIssued', 'Thư này chưa phát hành'],
  ['print.noDossier', 'Vai trò của anh/chị không in được cả hồ sơ'],
] as const)('says why not in a room that knows: %s', async (nothing, words) => {
  const { unmount } = room({ nothing })
  await print()
  unmount()
  expect(notices.value[0]?.text).toContain(words)
})

it('prints what the newest room on screen is about, and no longer when it is gone', async () => {
  const printed: string[] = []
  const letter = (name: string): PrintTarget => ({ print: () => void printed.push(name) })
  const first = room(letter('first'))
  const second = room(letter('second'))
  await print()
  first.unmount()
  await print()
  second.unmount()
  await print()
  expect(printed).toEqual(['second', 'second'])
  expect(said()).toHaveLength(1)
})

it('prints once, however often the key is pressed before it is done', async () => {
  let printed = 0
  let done: () => void = () => undefined
  const { unmount } = room({
    print: () => {
      printed += 1
      return new Promise((resolve) => (done = resolve))
    },
  })
  const first = print()
  await print()
  done()
  await first
  unmount()
  expect(printed).toBe(1)
})

it.each([
  ['NO_PRINTER', 'Máy này chưa có máy in'],
  ['FORBIDDEN', 'Vai trò của anh/chị'],
] as const)('says why nothing was printed: %s', async (code, words) => {
  const { unmount } = room({ print: () => Promise.reject(new ApiError({ code })) })
  await print()
  unmount()
  expect(notices.value[0]).toMatchObject({ kind: 'problem' })
  expect(notices.value[0]?.text).toContain(words)
})
