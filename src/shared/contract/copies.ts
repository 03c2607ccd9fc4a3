import { z } from 'zod'

import type { RecordedRehearsal } from '#core/copies/rehearsal.ts'
import type { KnownDamage } from '#core/copies/damage.ts'
import type { DiskState } from '#core/copies/disk.ts'
import type { PlaceState } from '#core/copies/second-place.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import type { ErrorCode } from '#core/kernel/errors.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { trusted } from '../protocol/fields.ts'
import { password } from './people.ts'

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

/** The second place; null while none is chosen. `isBehind`: less lies there than is promised. */
export type SecondPlaceView = Readonly<{
  place: (PlaceState & Readonly<{ isBehind: boolean }>) | null
}>

/** What everybody signed in is told on every page until it is over. */
export type BoardWarnings = Readonly<{
  /** How the disk of the data folder stands, and how many bytes are free, where the system says so. */
  disk: Readonly<{ state: DiskState; free: number | null }>
  /** As far as whoever asks has to know. */
  damage: readonly KnownDamage[]
}>

/** What came back from a second place. */
export type BroughtBack = Readonly<{
  complaints: number
  lastEntryAt: Instant | null
  /** How many issued letters and files of evidence its cases name and the place did not have. */
  lost: number
}>

/** A folder as its system writes it: whatever is not there is refused by the core. */
const folder = z.string().min(1).max(1000)

const asked = { kind: 'unmanaged', access: 'settings.manage', input: z.strictObject({}) } as const
/** What decides where the board lies, or opens a copy of it. */
const administered = { ...asked, access: 'board.administer' } as const

/** The copies of the whole board that are kept beside it. */
export const copyRoutes = {
  /** Which there are; none where a server keeps its own. */
  'snapshots.list': defineRoute({ ...asked, output: trusted<Snapshots>() }),
  /** Makes one now. */
  'snapshots.take': defineRoute({ ...asked, output: trusted<Snapshots>() }),
  /** Tries going back to the newest one in a place of its own; the board is not touched. */
  'snapshots.rehearse': defineRoute({ ...administered, output: trusted<Snapshots>() }),
  /** What everybody is to be told on every page. */
  'snapshots.warnings': defineRoute({
    kind: 'unmanaged',
    access: 'signed-in',
    input: z.strictObject({}),
    output: trusted<BoardWarnings>(),
  }),
  /** The second place, and how far it is. */
  'snapshots.place': defineRoute({ ...asked, output: trusted<SecondPlaceView>() }),
  /**
   * Makes a folder the second place. Whoever chooses has been told that passwords alone guard the keys there and, of
   * a folder that a cloud synchronises, that it may be a transfer abroad: without that a cloud is refused.
   */
  'snapshots.choosePlace': defineRoute({
    ...administered,
    input: z.strictObject({
      folder,
      keysUnderstood: z.literal(true),
      abroadUnderstood: z.boolean(),
    }),
    output: trusted<SecondPlaceView>(),
  }),
  /** None from now on; what lies there stays. */
  'snapshots.leavePlace': defineRoute({ ...administered, output: trusted<SecondPlaceView>() }),
  /**
   * Where there is no board yet: brings one back from its second place, for a chair by their password or for whoever
   * holds the recovery key. Nobody is signed in by it.
   */
  'snapshots.bringBack': defineRoute({
    kind: 'unmanaged',
    access: 'public',
    input: z.strictObject({
      folder,
      secret: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('password'), username: z.string().max(100), password }),
        z.strictObject({ kind: z.literal('recoveryKey'), recoveryKey: z.string().max(200) }),
      ]),
    }),
    output: trusted<BroughtBack>(),
  }),
} as const satisfies RoutesOf<'snapshots'>
