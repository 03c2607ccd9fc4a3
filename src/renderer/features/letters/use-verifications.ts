import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'

import type { Verification } from '#core/letters/verification.ts'
import { call, uploadForVerification } from '#renderer/api.ts'
import { problemOf, type FileProblem } from '#renderer/composables/file-problem.ts'

/** What became of one file so far. */
export type Outcome = Readonly<
  | { name: 'waiting' }
  | { name: 'checking' }
  | { name: 'checked'; verification: Verification }
  | { name: 'unfit'; problem: FileProblem }
  | { name: 'failed'; error: unknown }
>

export type FileCheck = Readonly<{
  key: number
  fileName: string
  outcome: ShallowRef<Outcome>
  /** The share sent, from 0 to 1. */
  share: Ref<number>
  retry: () => void
}>

/**
 * Files compared with the letters of the board, one after the other; those given last stand first. A file
 * that fails keeps its place and hinders no other.
 */
export function useVerifications(): Readonly<{
  checks: ShallowRef<readonly FileCheck[]>
  add: (files: readonly File[]) => void
  clear: () => void
}> {
  const checks = shallowRef<readonly FileCheck[]>([])
  let last = 0
  let queue: Promise<void> = Promise.resolve()

  function add(files: readonly File[]): void {
    const given = files.map(checkOf)
    checks.value = [...given, ...checks.value]
    for (const check of given) check.retry()
  }

  function checkOf(file: File): FileCheck {
    last += 1
    const key = last
    const outcome = shallowRef<Outcome>({ name: 'waiting' })
    const share = ref(0)
    const work = async (): Promise<void> => {
      // Cleared away while it waited.
      if (!checks.value.some((other) => other.key === key)) return
      outcome.value = { name: 'checking' }
      outcome.value = await outcomeOf(file, (now) => (share.value = now))
    }
    const retry = (): void => {
      outcome.value = { name: 'waiting' }
      share.value = 0
      queue = queue.then(work)
    }
    return { key, fileName: file.name.normalize('NFC'), outcome, share, retry }
  }

  return { checks, add, clear: () => (checks.value = []) }
}

async function outcomeOf(file: File, onProgress: (share: number) => void): Promise<Outcome> {
  const problem = await problemOf(file)
  if (problem !== null) return { name: 'unfit', problem }
  try {
    const { ticket } = await call('letters.requestVerification', { size: file.size })
    const verification = await uploadForVerification(ticket, file, onProgress)
    return { name: 'checked', verification }
  } catch (error) {
    return { name: 'failed', error }
  }
}
