// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'

import type { ExportFilter } from '#renderer/features/letters/use-letter-export.ts'
import { useLetterExport } from '#renderer/features/letters/use-letter-export.ts'
import type { AppEvent } from '#shared/protocol/events.ts'
import { mounted } from '../../mounted.ts'

type Asked = Readonly<{
  route: string
  input: Readonly<Record<string, unknown>>
  answer: (output: unknown) => void
  refuse: (error: unknown) => void
}>

/** The core as the window sees it: every question waits until the test answers it. */
const core = vi.hoisted(() => ({
  asked: [] as Asked[],
  listeners: new Set<(event: AppEvent) => void>(),
  saved: true,
}))

vi.mock('#renderer/api.ts', async (original) => ({
  ApiError: (await original<{ ApiError: unknown }>()).ApiError,
  call: (route: string, input: Asked['input']) =>
    new Promise((answer, refuse) => core.asked.push({ route, input, answer, refuse })),
  onEvent: (listener: (event: AppEvent) => void) => {
    core.listeners.add(listener)
    return () => core.listeners.delete(listener)
  },
  saveFile: () => Promise.resolve(core.saved),
}))

const { ApiError } = await import('#renderer/api.ts')

beforeEach(() => {
  core.asked = []
  core.listeners.clear()
  core.saved = true
})

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await nextTick()
}

function asked(route: string): Asked {
  const found = core.asked.filter((question) => question.route === route).at(-1)
  if (found === undefined) throw new Error(`Nobody asked for ${route}.`)
  return found
}

/** The dialog with its letters counted. */
async function opened(filter = ref<ExportFilter>({ kinds: ['L4'] })) {
  const { used, unmount } = mounted(() => useLetterExport(() => filter.value))
  await turns()
  asked('letters.count').answer({ letters: 34 })
  await turns()
  return { ...used, filter, unmount }
}

const tell = (event: AppEvent): void => core.listeners.forEach((listener) => listener(event))

describe('counting', () => {
  it('shows no number while another choice is being counted, and then that one', async () => {
    const { count, filter } = await opened()
    expect(count.value).toBe(34)
    filter.value = { kinds: ['L1'] }
    await turns()
    expect(count.value).toBe(null)
    const first = asked('letters.count')
    filter.value = { kinds: ['L2'] }
    await turns()
    first.answer({ letters: 9 })
    await turns()
    expect(count.value).toBe(null)
    expect(asked('letters.count').input).toEqual({ filter: { kinds: ['L2'] } })
    asked('letters.count').answer({ letters: 2 })
    await turns()
    expect(count.value).toBe(2)
  })

  it('can be asked for again after a failure', async () => {
    const { used } = mounted(() => useLetterExport(() => ({})))
    await turns()
    asked('letters.count').refuse(new ApiError({ code: 'CORE_RESTARTED' }))
    await turns()
    expect(used.error.value).toMatchObject({ code: 'CORE_RESTARTED' })
    used.recount()
    await turns()
    asked('letters.count').answer({ letters: 1 })
    await turns()
    expect([used.count.value, used.error.value]).toEqual([1, null])
  })
})

describe('exporting', () => {
  it('tells how far its own work is, and that it is done', async () => {
    const { step, busy, run } = await opened()
    void run('zip')
    await turns()
    const { job } = asked('letters.pack').input
    tell({ type: 'progress', job: 'of-another-window', done: 30, total: 34 })
    expect(step.value).toEqual({ name: 'packing', target: 'zip', done: 0, total: 34 })
    tell({ type: 'progress', job: String(job), done: 12, total: 34 })
    expect(step.value).toEqual({ name: 'packing', target: 'zip', done: 12, total: 34 })
    expect(busy.value).toBe(true)
    asked('letters.pack').answer({ ticket: 'ticket', fileName: 'Hoi Am.zip', letters: 34 })
    await turns()
    expect(step.value).toEqual({ name: 'done', letters: 34 })
    expect(busy.value).toBe(false)
  })

  it('does not say it is done when nobody chose a folder', async () => {
    const { step, run } = await opened()
    void run('folder')
    await turns()
    asked('letters.pack').answer({ ticket: 'ticket', fileName: 'Hoi Am.zip', letters: 34 })
    await turns()
    expect(step.value).toEqual({ name: 'saving', target: 'folder', letters: 34 })
    expect(asked('host.unpackFile').input).toEqual({ ticket: 'ticket' })
    asked('host.unpackFile').answer({ saved: false, files: 0 })
    await turns()
    expect(step.value).toEqual({ name: 'not-saved' })
  })

  it('stops on request, which is no error', async () => {
    const { step, error, run, stop } = await opened()
    void run('zip')
    await turns()
    const stopped = stop()
    await turns()
    expect(asked('letters.stopPacking').input).toEqual({ job: asked('letters.pack').input['job'] })
    asked('letters.stopPacking').answer({ stopped: true })
    asked('letters.pack').refuse(new ApiError({ code: 'CANCELLED' }))
    expect(await stopped).toBe(true)
    await turns()
    expect([step.value, error.value]).toEqual([{ name: 'stopped' }, null])
  })

  it('goes on where the letters were packed before they could be stopped', async () => {
    const { step, run, stop } = await opened()
    void run('folder')
    await turns()
    const stopped = stop()
    await turns()
    asked('letters.pack').answer({ ticket: 'ticket', fileName: 'Hoi Am.zip', letters: 34 })
    await turns()
    asked('letters.stopPacking').answer({ stopped: false })
    expect(await stopped).toBe(true)
    expect(step.value).toMatchObject({ name: 'saving' })
  })

  it('has nothing to stop once the file is being saved', async () => {
    const { run, stop } = await opened()
    void run('folder')
    await turns()
    asked('letters.pack').answer({ ticket: 'ticket', fileName: 'Hoi Am.zip', letters: 34 })
    await turns()
    expect(await stop()).toBe(false)
    expect(core.asked.some(({ route }) => route === 'letters.stopPacking')).toBe(false)
  })

  it('says of the chosen place what is wrong with it', async () => {
    const { step, error, run } = await opened()
    void run('folder')
    await turns()
    asked('letters.pack').answer({ ticket: 'ticket', fileName: 'Hoi Am.zip', letters: 34 })
    await turns()
    asked('host.unpackFile').refuse(new ApiError({ code: 'DISK_FULL' }))
    await turns()
    expect([step.value, error.value]).toEqual([{ name: 'unwritable', code: 'DISK_FULL' }, null])
  })

  it('keeps what else went wrong, and can be tried again', async () => {
    const { step, error, run } = await opened()
    void run('zip')
    await turns()
    // The board's own disk: its journal could not be written.
    asked('letters.pack').refuse(new ApiError({ code: 'DISK_FULL' }))
    await turns()
    expect([step.value, error.value]).toMatchObject([{ name: 'choosing' }, { code: 'DISK_FULL' }])
    void run('zip')
    await turns()
    expect(error.value).toBe(null)
  })

  it('runs once however often it is asked for', async () => {
    const { run } = await opened()
    void run('zip')
    void run('zip')
    await turns()
    expect(core.asked.filter(({ route }) => route === 'letters.pack')).toHaveLength(1)
  })

  it('is stopped when the dialog goes, and hears nothing more', async () => {
    const { run, unmount } = await opened()
    void run('zip')
    await turns()
    unmount()
    expect(asked('letters.stopPacking').input).toEqual({ job: asked('letters.pack').input['job'] })
    expect(core.listeners.size).toBe(0)
  })
})
