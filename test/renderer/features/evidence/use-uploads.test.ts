// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'

import { useIntakeFiles } from '#renderer/features/complaints/intake/use-intake-files.ts'
import { useUploads } from '#renderer/features/evidence/use-uploads.ts'
import { useCaseStore } from '#renderer/stores/case.store.ts'

const core = vi.hoisted(() => ({
  asked: [] as unknown[],
  fails: 0,
}))
vi.mock('#renderer/api.ts', async (original) => ({
  ...(await original<object>()),
  call: async (route: string, input: unknown) => {
    core.asked.push([route, input])
    return { ticket: 't' }
  },
  upload: async () => {
    if (core.fails > 0) {
      core.fails -= 1
      throw new Error('the disk is full')
    }
  },
}))

const asked = () => core.asked.map((each) => JSON.stringify(each))
const settle = () => vi.waitFor(() => undefined).then(() => new Promise((done) => setTimeout(done)))

beforeEach(() => {
  setActivePinia(createPinia())
  core.asked = []
  core.fails = 0
})

it('sends each to where it was to go when it was given, and tells of those on record', async () => {
  const sent: string[] = []
  let complaintId = 'first'
  const target = () => ({ complaintId, firmNoteId: null, givenBy: 'other' as const })
  const { sending, add } = useUploads(target, (name) => sent.push(name))
  core.fails = 1
  add([new File(['a'], 'a.png')])
  complaintId = 'second'
  await settle()
  expect(sending.value.map(({ error }) => String(error.value))).toEqual(['Error: the disk is full'])
  sending.value[0]?.retry()
  await settle()
  expect([sending.value, sent]).toEqual([[], ['a.png']])
  expect(asked().every((each) => each.includes('"first"'))).toBe(true)
})

it('reads again only the case the file was attached to', async () => {
  const store = useCaseStore()
  store.id = 'another'
  const target = { complaintId: 'first', firmNoteId: null, givenBy: 'other' } as const
  useUploads(() => target).add([new File(['a'], 'a.png')])
  await settle()
  expect(asked()).toHaveLength(1)
})

it('keeps files of an intake until the complaint is on record, then sends them under its code', async () => {
  const taken = useIntakeFiles(() => undefined)
  const [a, b] = [new File(['a'], 'a.png'), new File(['b'], 'b.png')]
  taken.add([a, b])
  taken.remove(b)
  await settle()
  expect([asked(), taken.isEmpty.value]).toEqual([[], false])
  core.fails = 1
  taken.sendTo({ id: 'made', code: 'KN-2026-0001' })
  expect(taken.isEmpty.value).toBe(true)
  await settle()
  // One that did not go says whose it is, when the next complaint is taken already.
  expect(taken.sending.value.map(({ name }) => name)).toEqual(['KN-2026-0001 · a.png'])
  expect(asked()).toEqual([
    expect.stringContaining('"complaintId":"made","firmNoteId":null,"givenBy":"complainant"'),
  ])
})

it('tells of a file that fails once its page was left, where nobody can send it again', async () => {
  const lost: string[] = []
  const page = effectScope()
  const target = { complaintId: 'first', firmNoteId: null, givenBy: 'other' } as const
  core.fails = 1
  page.run(() => {
    const { add } = useUploads(
      () => target,
      undefined,
      (name) => lost.push(name),
    )
    add([new File(['a'], 'a.png')])
  })
  page.stop()
  await settle()
  expect(lost).toEqual(['a.png'])
})
