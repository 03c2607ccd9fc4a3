import type { CaseFile } from './case-file.ts'

type Key = string | number

/** What a case has several of. */
export type CaseList = {
  [Part in keyof CaseFile]: CaseFile[Part] extends readonly unknown[] ? Part : never
}[keyof CaseFile]

/**
 * By what the records of each list of a case file stand in order: moments, days, codes and ids, which every engine and
 * language orders alike. A file is in the same order whether it was read or written through a held case.
 */
export const CASE_ORDER: Readonly<{
  [List in CaseList]: (row: CaseFile[List][number]) => readonly Key[]
}> = {
  deadlines: ({ endsAt, id }) => [endsAt, id],
  rights: ({ askedAt, id }) => [askedAt, id],
  breachNotices: ({ givenAt, id }) => [givenAt, id],
  stateChecks: ({ dataItem, system, phase, id }) => [dataItem, system, phase, id],
  whys: ({ position, id }) => [position, id],
  steps: ({ id }) => [id],
  engagements: ({ startsOn, id }) => [startsOn, id],
  firmNotes: ({ notedOn, recordedAt, id }) => [notedOn, recordedAt, id],
  evidence: ({ addedAt, id }) => [addedAt, id],
  log: ({ happenedAt, recordedAt, id }) => [happenedAt, recordedAt, id],
  letters: ({ createdAt, id }) => [createdAt, id],
  dispatches: ({ sentOn, recordedAt, id }) => [sentOn, recordedAt, id],
  approvals: ({ requestedAt, id }) => [requestedAt, id],
  conflicts: ({ recordedAt, id }) => [recordedAt, id],
  holds: ({ setAt, id }) => [setAt, id],
}

/** The records in the order of their keys, the first that differs deciding. */
export function inOrder<Row>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly Key[],
): readonly Row[] {
  return rows.toSorted((one, other) => {
    const keys = keysOf(other)
    for (const [at, key] of keysOf(one).entries()) {
      const against = keys[at] ?? ''
      if (key !== against) return key < against ? -1 : 1
    }
    return 0
  })
}
