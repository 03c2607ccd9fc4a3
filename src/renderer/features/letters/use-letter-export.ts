import { computed, onBeforeUnmount, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'

import { assertNever } from '#core/kernel/errors.ts'
import { ApiError, call, onEvent, saveFile } from '#renderer/api.ts'
import { newestOnly } from '#renderer/kit/behaviour/newest.ts'
import type { InputOf } from '#shared/contract/index.ts'

export type ExportFilter = InputOf<'letters.pack'>['filter']
export type ExportTarget = 'zip' | 'folder'

/** What can be wrong with a place to save in. The same codes elsewhere speak of the board's own data. */
const UNWRITABLE = ['DISK_FULL', 'READ_ONLY', 'DATA_FOLDER_UNFIT'] as const
export type UnwritableCode = (typeof UNWRITABLE)[number]

/** How far an export is. What it failed with is told apart from it. */
export type ExportStep = Readonly<
  | { name: 'choosing' | 'not-saved' | 'stopped' }
  | { name: 'packing'; target: ExportTarget; done: number; total: number }
  /** On their way to the disk: this cannot be stopped any more. */
  | { name: 'saving'; target: ExportTarget; letters: number }
  | { name: 'done'; letters: number }
  /** The place the person chose does not take the files; another may. */
  | { name: 'unwritable'; code: UnwritableCode }
>

export type LetterExport = Readonly<{
  step: ShallowRef<ExportStep>
  /** How many letters would be exported; null while that is not known. */
  count: Ref<number | null>
  busy: Readonly<Ref<boolean>>
  error: ShallowRef<unknown>
  recount: () => void
  run: (target: ExportTarget) => Promise<void>
  /**
   * Asks for the packing to end. True when `step` says what became of it: it was stopped, or was over before it could be. False
   * when nothing is being packed, or it cannot be asked.
   */
  stop: () => Promise<boolean>
}>

/** Takes many issued letters out of the house as one archive or into one folder, with its progress. */
export function useLetterExport(filter: () => ExportFilter): LetterExport {
  const step = shallowRef<ExportStep>({ name: 'choosing' })
  const count = ref<number | null>(null)
  const error = shallowRef<unknown>(null)
  const busy = computed(() => step.value.name === 'packing' || step.value.name === 'saving')
  let job: string | null = null

  const counter = newestOnly(async ({ overtaken }) => {
    count.value = null
    try {
      const { letters } = await call('letters.count', { filter: filter() })
      if (overtaken.aborted) return
      count.value = letters
      error.value = null
    } catch (failure) {
      if (!overtaken.aborted) error.value = failure
    }
  })
  watch(
    () => JSON.stringify(filter()),
    () => {
      step.value = { name: 'choosing' }
      counter.ask()
    },
    { immediate: true },
  )

  const deafen = onEvent((event) => {
    if (event.type !== 'progress' || event.job !== job || step.value.name !== 'packing') return
    step.value = { ...step.value, done: event.done, total: event.total }
  })

  async function run(target: ExportTarget): Promise<void> {
    if (busy.value) return
    error.value = null
    step.value = { name: 'packing', target, done: 0, total: count.value ?? 0 }
    try {
      job = crypto.randomUUID()
      const { ticket, letters } = await call('letters.pack', { job, filter: filter() })
      job = null
      step.value = { name: 'saving', target, letters }
      const saved = await keep(target, ticket)
      step.value = saved ? { name: 'done', letters } : { name: 'not-saved' }
    } catch (failure) {
      const after = stepAfter(failure, step.value)
      step.value = after ?? { name: 'choosing' }
      if (after === null) error.value = failure
    } finally {
      job = null
    }
  }

  async function stop(): Promise<boolean> {
    const asked = job
    if (asked === null) return false
    try {
      const { stopped } = await call('letters.stopPacking', { job: asked })
      return stopped || job !== asked
    } catch {
      return false
    }
  }

  onBeforeUnmount(() => {
    deafen()
    counter.stop()
    // Nobody waits for the archive any more.
    void stop()
  })

  return { step, count, busy, error, recount: () => counter.ask(), run, stop }
}

/** Where a failure that is none of the program's leads to; null for any other. */
function stepAfter(failure: unknown, { name }: ExportStep): ExportStep | null {
  if (!(failure instanceof ApiError)) return null
  if (failure.code === 'CANCELLED') return { name: 'stopped' }
  const code = UNWRITABLE.find((each) => each === failure.code)
  return name === 'saving' && code !== undefined ? { name: 'unwritable', code } : null
}

/** Whether the person chose a place for it. */
async function keep(target: ExportTarget, ticket: string): Promise<boolean> {
  switch (target) {
    case 'zip':
      return saveFile(ticket)
    case 'folder':
      return (await call('host.unpackFile', { ticket })).saved
    default:
      return assertNever(target)
  }
}
