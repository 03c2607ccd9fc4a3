import { shallowRef, type ShallowRef } from 'vue'

import { onProofAsked } from '../api.ts'

/** What waits for the person to prove who they are: answers whether they did. */
export type AskedProof = Readonly<{ answer: (proven: boolean) => void }>

/**
 * The question who sits here, asked because the core refused a call without it. Calls refused meanwhile wait for the same
 * answer: nobody is asked twice at once. Called once, by the dialog's host in the frame.
 */
export function useProof(): ShallowRef<AskedProof | null> {
  const open = shallowRef<AskedProof | null>(null)
  let waiting: Promise<boolean> | null = null
  onProofAsked(() => {
    waiting ??= new Promise((resolve) => {
      open.value = {
        answer(proven) {
          open.value = null
          waiting = null
          resolve(proven)
        },
      }
    })
    return waiting
  })
  return open
}
