import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'

import type { Complaint } from '#core/complaints/model.ts'
import { useUploads, type Sending } from '../../evidence/use-uploads.ts'

export type IntakeFiles = Readonly<{
  /** Those that wait for the complaint to be on record; on this screen only. */
  files: ShallowRef<readonly File[]>
  fromComplainant: Ref<boolean>
  /** Those on their way, or that did not go. */
  sending: ShallowRef<readonly Sending[]>
  isEmpty: ComputedRef<boolean>
  add: (files: readonly File[]) => void
  remove: (file: File) => void
  clear: () => void
  /** Sends what waits to the complaint just made. */
  sendTo: (complaint: Pick<Complaint, 'id' | 'code'>) => void
}>

/**
 * Files taken while a complaint is: they are sent once it is on record; one that fails waits under its code to be sent again; `lost` hears
 * of one that fails when the page was left.
 */
export function useIntakeFiles(lost: (name: string) => void): IntakeFiles {
  const files = shallowRef<readonly File[]>([])
  const fromComplainant = ref(true)
  const made = shallowRef<Pick<Complaint, 'id' | 'code'>>({ id: '', code: '' })
  const { sending, add: send } = useUploads(
    () => ({
      ...{ complaintId: made.value.id, firmNoteId: null, of: made.value.code },
      givenBy: fromComplainant.value ? 'complainant' : 'other',
    }),
    undefined,
    lost,
  )

  function clear(): void {
    files.value = []
    fromComplainant.value = true
  }

  return {
    files,
    fromComplainant,
    sending,
    isEmpty: computed(() => files.value.length === 0),
    add: (more) => (files.value = [...files.value, ...more]),
    remove: (file) => (files.value = files.value.filter((each) => each !== file)),
    clear,
    sendTo(complaint) {
      made.value = complaint
      send(files.value)
      clear()
    },
  }
}
