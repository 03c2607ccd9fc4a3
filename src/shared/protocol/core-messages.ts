import type { CopyProgress } from './copy-progress.ts'
import type { AppEvent } from './events.ts'
import type { Result } from './envelope.ts'
import type { ReadRequest } from './reading.ts'

/**
 * What a host and the core process say to each other. `windowId` is chosen by the host (an Electron
 * window, a browser cookie) and is the only identity a request carries: sessions hang on it inside the core. The
 * input of a request stays the bytes the window sent: a host that reads no text keeps none. Between the processes these
 * bytes, and those of an upload, are sealed.
 */
export type HostMessage = Readonly<
  | { type: 'request'; id: number; windowId: string; route: string; input: Uint8Array }
  | { type: 'upload'; id: number; windowId: string; ticket: string; bytes: Uint8Array }
  | { type: 'download'; id: number; windowId: string; ticket: string }
  | { type: 'window-closed'; windowId: string }
  /** What became of a foreign file the core gave away to be read; `outcomeOf` says whether it can be believed. */
  | { type: 'read-answer'; id: number; outcome: unknown }
  /** The machine was locked or goes to sleep: nobody sits at it. */
  | { type: 'away' }
  | { type: 'shutdown' }
  /** Somebody, or the system, cannot wait: a copy under way is given up, and none is begun any more. */
  | { type: 'leave-copy' }
>

/** A file on its way out. `name` is already safe on Windows and macOS. */
export type FileContent = Readonly<{ name: string; mediaType: string; bytes: Uint8Array }>

export type CoreMessage = Readonly<
  /** Not ready yet, and at work on it: said once a second, so that silence means that nobody is alive. */
  | { type: 'starting' }
  /** Can answer; what people send is sealed to this key on the way (`sealed-line.ts`). */
  | { type: 'ready'; sealedTo: Uint8Array }
  /** A copy is being made: said at least once a second, so that silence means that nobody is alive. */
  | { type: 'copying'; progress: CopyProgress }
  /** Nobody is in, the board is put away and copied: this process has nothing to do any more but to end. */
  | { type: 'retiring' }
  | { type: 'response'; id: number; result: Result<unknown> }
  | ReadRequest
  | { type: 'file'; id: number; result: Result<FileContent> }
  | { type: 'event'; event: AppEvent; windowId?: string }
>
