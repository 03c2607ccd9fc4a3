import { z } from 'zod'

import type { RecordedRehearsal } from '#core/copies/rehearsal.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import type { ErrorCode } from '#core/kernel/errors.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { trusted } from '../protocol/fields.ts'

/**
 * What going back to a copy would bring: the whole board, the board without some of its files, its database alone (a
 * copy of an earlier program), or nothing that can be relied on, for what it says of itself was altered.
 */
export type CopyState = 'whole' | 'incomplete' | 'databaseOnly' | 'altered'

/** A copy that is kept. */
export type KeptCopy = Readonly<{
  /** Its name, by which copies are told apart. */
  name: string
  /** By the clock of the machine that made it. */
  at: Instant
  bytes: number
  state: CopyState
  /** How many issued letters and files of evidence its cases name and it does not have. */
  lost: number
  /** Null where the copy does not say. */
  complaints: number | null
  lastEntryAt: Instant | null
}>

/** The copies of the board, newest first by the journal; why the last attempt failed; how going back went, when last tried. */
export type Snapshots = Readonly<{
  copies: readonly KeptCopy[]
  problem: ErrorCode | null
  rehearsal: RecordedRehearsal | null
}>

const asked = { kind: 'unmanaged', access: 'settings.manage', input: z.strictObject({}) } as const

/** The copies of the whole board that are kept beside it. */
export const copyRoutes = {
  /** Which there are; none where a server keeps its own. */
  'snapshots.list': defineRoute({ ...asked, output: trusted<Snapshots>() }),
  /** Makes one now. */
  'snapshots.take': defineRoute({ ...asked, output: trusted<Snapshots>() }),
  /** Tries going back to the newest one in a place of its own; the board is not touched. */
  'snapshots.rehearse': defineRoute({ ...asked, output: trusted<Snapshots>() }),
} as const satisfies RoutesOf<'snapshots'>
