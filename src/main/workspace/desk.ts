import type { Rehearsal } from '#core/copies/rehearsal.ts'
import type { ErrorCode } from '#core/kernel/errors.ts'
import type { BoardCopy } from '../copies/place.ts'
import type { Engine } from '../db/engine.ts'
import type { Store } from '../db/store.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import type { KeysOfCopy } from '../vault/keys-of-copy.ts'
import type { CreatedVault, NewPerson, Renewal } from '../vault/vault.ts'
import type { DiskStanding } from './disk-room.ts'
import type { WorkspaceState } from './folder.ts'
import type { GoingBackNote } from './going-back-note.ts'
import type { Restored, Restoring } from './restore-board.ts'
import type { BringingBack, BroughtBoard } from './restore-from-place.ts'
import type { SecondPlace } from './second-place.ts'
import type { Settling } from './settle-tail.ts'
import type { Board } from './unlocked-board.ts'

/** The data folder of one board: locked until somebody signs in, locked again when the last one leaves. */
export type Desk = Readonly<{
  engine: Engine
  state(): WorkspaceState
  /** Whether a set-up was finished here: people came in and went. */
  isInUse(): boolean
  /** The unlocked board, or null while nobody is signed in. */
  board(): Board | null
  /** Makes keys and first account; the database follows with {@link Desk.unlock}. */
  create(person: NewPerson): Promise<CreatedVault>
  /** Opens database and files with the keys; when they are open already, gives the open board. */
  unlock(keys: VaultKeys, isNew?: boolean): Promise<Board>
  /**
   * Once for every opening, before anybody works on the open board: what is missing of its journal goes on record, and
   * the journal is followed from here on ({@link settleTail}). Raises as `Store.write`.
   */
  settle(settling: Settling): Promise<void>
  /**
   * Closes database and files, and copies the board in a thread of its own when something happened since the last
   * copy. Resolves when nothing can be asked of the board any more; whoever unlocks it again waits until it is closed,
   * and not for the copy.
   */
  lock(): Promise<void>
  /** Resolves when no board is being put away and no copy is being made; keeps nobody from unlocking meanwhile. */
  quiet(): Promise<void>
  /** Gives up the copy being made, so that `close` goes on at once; from now on none is begun at closing. */
  leaveCopy(): void
  /** A page turned out to be damaged: nothing more is written until a copy is brought back or the file holds after all. */
  isDamaged(): boolean
  /**
   * Puts a copy in the place of a database that cannot be used any more. Raises `NOT_ALLOWED` while the board is open
   * or on a server, and as {@link restoreBoard}.
   */
  restore(restoring: Restoring): Promise<Restored>
  /** What the journal of the open board does not say yet of the copy it went back to; null when it says everything. */
  goneBack(): Promise<GoingBackNote | null>
  /** It does now. */
  goneBackOnRecord(): Promise<void>
  /**
   * A new data key without those who leave, in one step with `work`, which puts on record that they do: both, or neither.
   * Whoever works on the board waits meanwhile. Raises what `work` does, and as `Vault.renewKeys` and `Store.write`.
   */
  renewKeys<Result>(
    leaving: ReadonlySet<string>,
    work: (store: Store, renewal: Renewal) => Promise<Result>,
  ): Promise<Result>
  /** The copies in a folder, newest first; null for the data folder. Raises as `placeWithin`. */
  copiesAt(folder: string | null): Promise<readonly BoardCopy[]>
  /** The different keys these copies have, newest first, to be tried where the folder has none. */
  keysAt(folder: string | null): Promise<readonly Readonly<{ vault: KeysOfCopy; text: string }>[]>
  /** Copies the open board now, while people go on working. Raises what went wrong. */
  takeSnapshot(): Promise<void>
  snapshots(): Promise<SnapshotState>
  /** Why the last attempt to make a copy failed; null when it did not. */
  copyProblem(): ErrorCode | null
  /** Tries going back to the newest copy, touching nothing. Raises as `rehearse`, and `COPY_CUT_SHORT`. */
  rehearse(): Promise<Rehearsal>
  /**
   * Brings a board back from its second place, where there is none yet. Raises `ALREADY_SET_UP` where there is one,
   * `NOT_ALLOWED` on a server, and as {@link restoreFromPlace}.
   */
  bringBack(bringing: Omit<BringingBack, 'paths' | 'vault'>): Promise<BroughtBoard>
  /** Where else the board is kept, as it changes. */
  secondPlace: Pick<SecondPlace, 'state' | 'choose' | 'leave' | 'copyAnew'>
  /** How the disk of the data folder stands. */
  disk(): DiskStanding
  /** Takes back a set-up that failed before anything was stored, so that it can be begun again. */
  abandonSetUp(): Promise<void>
  /**
   * The same for a set-up that was cut short in an earlier run. Raises `DATABASE_DAMAGED` when work was
   * done under these keys: the database is then not the board's own, and the keys are not given up.
   */
  reopenSetUp(): Promise<void>
  /** Locks and lets another copy of the program use the folder. */
  close(): Promise<void>
}>

/** The copies there are, newest first, and why the last attempt to make one failed. */
export type SnapshotState = Readonly<{ kept: readonly BoardCopy[]; problem: ErrorCode | null }>
