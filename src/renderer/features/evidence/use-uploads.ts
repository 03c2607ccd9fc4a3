import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'

import type { Giver } from '#core/evidence/model.ts'
import { call, upload } from '#renderer/api.ts'
import { useCaseStore } from '../../stores/case.store.ts'

export type Sending = Readonly<{
  key: number
  name: string
  /** From 0 to 1. */
  share: Ref<number>
  /** Null while it is under way. */
  error: ShallowRef<unknown>
  retry: () => void
  dismiss: () => void
}>

/** Where files go; `of`: what stands before their names where several cases could be meant. */
type Target = Readonly<{
  complaintId: string
  firmNoteId: string | null
  givenBy: Giver
  of?: string
}>

/**
 * Sends files to a case, one after the other, each with its progress; a failed one stays and can be sent again, to where it was
 * to go first. `sent` hears of each that is on record, `lost` of one that failed when whoever sends it had left the page: there is
 * nothing there any more to send it again from.
 */
export function useUploads(
  target: () => Target,
  sent: (name: string) => void = () => undefined,
  lost: (name: string) => void = () => undefined,
): Readonly<{ sending: ShallowRef<readonly Sending[]>; add: (files: Iterable<File>) => void }> {
  const store = useCaseStore()
  const sending = shallowRef<readonly Sending[]>([])
  let last = 0
  let queue: Promise<void> = Promise.resolve()
  let left = false
  onScopeDispose(() => (left = true))

  function add(files: Iterable<File>): void {
    for (const file of files) {
      const entry = entryOf(file, target())
      sending.value = [...sending.value, entry]
      entry.retry()
    }
  }

  function entryOf(file: File, { of, ...to }: Target): Sending {
    last += 1
    const key = last
    const share = ref(0)
    const error = shallowRef<unknown>(null)
    const drop = (): void => {
      sending.value = sending.value.filter((other) => other.key !== key)
    }
    const name = of === undefined ? file.name : `${of} · ${file.name}`
    const send = async (): Promise<void> => {
      try {
        const { ticket } = await call('evidence.requestUpload', {
          ...to,
          // macOS hands names over decomposed; the store keeps one form.
          fileName: file.name.normalize('NFC'),
          size: file.size,
        })
        await upload(ticket, file, (now) => (share.value = now))
        drop()
        sent(file.name)
        // Another case that was open last is not looked at again for this.
        if (store.id === to.complaintId) await store.refresh()
      } catch (failure) {
        error.value = failure
        if (left) lost(name)
      }
    }
    const retry = (): void => {
      error.value = null
      share.value = 0
      queue = queue.then(send)
    }
    return { key, name, share, error, retry, dismiss: drop }
  }

  return { sending, add }
}
