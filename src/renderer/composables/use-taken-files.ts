import { shallowRef, type ShallowRef } from 'vue'

import { carriesFiles, readDrop } from '../kit/behaviour/dropped.ts'
import { problemOf, type FileProblem } from './file-problem.ts'

/** Something that was not taken, and why. */
export type Refused = Readonly<
  | { why: FileProblem | 'folder'; name: string }
  | { why: 'too-many'; given: number; most: number }
  | { why: 'not-a-file' }
>

/** As many as one looks over; a whole folder dragged in by mistake is more. */
const MAX_AT_ONCE = 50

export type TakenFiles = Readonly<{
  /** What the last attempt brought that was not taken. */
  refused: ShallowRef<readonly Refused[]>
  /** Takes what was dropped, in the handler of the event. */
  drop: (transfer: DataTransfer | null) => Promise<void>
  /** Takes what was chosen by a button. */
  choose: (files: readonly File[]) => Promise<void>
  clear: () => void
}>

export type TakenFilesOptions = Readonly<{
  most?: number
  /** False for a place that says itself of each file what is wrong with it. */
  checks?: boolean
}>

/**
 * Files given to a place that takes them: those that can be sent go to `take`, each of the others is told with its
 * reason. When there are more than `most`, none is taken: nobody knows which were meant.
 */
export function useTakenFiles(
  take: (files: readonly File[]) => void,
  { most = MAX_AT_ONCE, checks = true }: TakenFilesOptions = {},
): TakenFiles {
  const refused = shallowRef<readonly Refused[]>([])

  async function judge(files: readonly File[], before: readonly Refused[]): Promise<void> {
    if (files.length > most) {
      refused.value = [...before, { why: 'too-many', given: files.length, most }]
      return
    }
    refused.value = before
    const problems = checks ? await Promise.all(files.map(problemOf)) : []
    const unfit = files.flatMap(({ name }, at): Refused[] => {
      const why = problems[at] ?? null
      return why === null ? [] : [{ why, name }]
    })
    refused.value = [...before, ...unfit]
    const fit = files.filter((_file, at) => (problems[at] ?? null) === null)
    if (fit.length > 0) take(fit)
  }

  async function drop(transfer: DataTransfer | null): Promise<void> {
    if (!carriesFiles(transfer)) {
      refused.value = [{ why: 'not-a-file' }]
      return
    }
    const { files, folders } = readDrop(transfer)
    await judge(
      files,
      folders.map((name) => ({ why: 'folder', name })),
    )
  }

  return { refused, drop, choose: (files) => judge(files, []), clear: () => (refused.value = []) }
}
