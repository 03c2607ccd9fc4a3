import { onBeforeUnmount, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'

import type { AddresseePage } from '#core/letters/addressees.ts'
import { call, onEvent, saveFile } from '#renderer/api.ts'
import { useAction, type ActionState } from '#renderer/composables/use-action.ts'
import { newestAnswer } from '#renderer/kit/behaviour/newest-answer.ts'
import { MAX_LETTERS_PACKED } from '#shared/contract/letters.ts'

/** As many of a list as are shown at a time. */
const PER_PAGE = 50

export type Addressees = Readonly<{
  page: ShallowRef<AddresseePage | null>
  unusable: ShallowRef<AddresseePage['items']>
  error: ShallowRef<unknown>
  /** The first place shown, less one. */
  after: Ref<number>
  read: () => Promise<void>
  go: (after: number) => Promise<void>
  /** How far the making of copies is; null while none are made. */
  progress: ShallowRef<Readonly<{ done: number; total: number }> | null>
  /** Makes the copies after a place and lets them be saved; answers where to go on, 0 when all are made. */
  pack: ActionState<[after: number], number>
  stop: () => Promise<void>
}>

/** Those a letter to many goes to: some at a time, the lines that cannot be used, and the making of everybody's copy. */
export function useAddressees(letterId: () => string): Addressees {
  const page = shallowRef<AddresseePage | null>(null)
  const unusable = shallowRef<AddresseePage['items']>([])
  const error = shallowRef<unknown>(null)
  const after = ref(0)
  const progress = shallowRef<Readonly<{ done: number; total: number }> | null>(null)
  const readings = newestAnswer()
  let job: string | null = null

  async function read(): Promise<void> {
    const id = letterId()
    await readings.ask(
      async () =>
        [
          await call('letters.addressees', {
            ...{ id, after: after.value, limit: PER_PAGE, only: 'usable' },
          }),
          await call('letters.addressees', { id, after: 0, limit: 100, only: 'unusable' }),
        ] as const,
      {
        answered: ([usable, rest]) => {
          page.value = usable
          unusable.value = rest.items
          error.value = null
        },
        failed: (failure) => (error.value = failure),
      },
    )
  }

  async function go(place: number): Promise<void> {
    after.value = place
    await read()
  }

  const pack = useAction(async (from: number) => {
    job = crypto.randomUUID()
    progress.value = { done: 0, total: 0 }
    try {
      const made = await call('letters.packAddressees', { job, id: letterId(), after: from })
      await saveFile(made.ticket)
      // A zip that is not full holds the last of them.
      return made.letters < MAX_LETTERS_PACKED ? 0 : made.last
    } finally {
      job = null
      progress.value = null
    }
  })

  async function stop(): Promise<void> {
    if (job !== null) await call('letters.stopPacking', { job }).catch(() => undefined)
  }

  const deafen = onEvent((event) => {
    if (event.type !== 'progress' || event.job !== job) return
    progress.value = { done: event.done, total: event.total }
  })
  onBeforeUnmount(() => {
    deafen()
    // Nobody waits for the copies any more.
    void stop()
  })
  watch(letterId, () => void go(0), { immediate: true })

  return { page, unusable, error, after, read, go, progress, pack, stop }
}
