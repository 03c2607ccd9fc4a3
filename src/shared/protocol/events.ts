import type { MenuCommand } from '../commands.ts'
import type { CopyProgress } from './copy-progress.ts'

/** Why a session ended that its person did not end by a press at this window. */
export const SIGN_OUT_REASONS = [
  'idle',
  'away',
  'elsewhere',
  'core-restarted',
  'disabled',
  'password-changed',
] as const
export type SignOutReason = (typeof SIGN_OUT_REASONS)[number]

/** What the core, or the shell around the window, tells it without being asked. Built by the trusted side, so plain types suffice. */
export type AppEvent = Readonly<
  | {
      type: 'changed'
      topic: 'complaint' | 'firm' | 'person' | 'settings' | 'phrases' | 'views'
      id: string
    }
  /** The case is kept from whoever sits here from now on: what shows it is left. */
  | { type: 'case-closed'; id: string }
  /** How far a long job of this window is. */
  | { type: 'progress'; job: string; done: number; total: number }
  /** The core is not ready yet, and said a moment ago that it is at work on it. Told by the host. */
  | { type: 'starting' }
  /** Chosen in the menu bar. Told by the shell; the window decides whether it may be done. */
  | { type: 'menu'; command: MenuCommand }
  | { type: 'signed-out'; reason: SignOutReason }
  /**
   * The window is about to be closed, or everybody signed out: what is half typed is kept now, then
   * `host.readyToClose` called. Whoever says this waits only a moment.
   */
  | { type: 'closing' }
  /** Nobody is in any more, and the board is being copied; null when that is over. */
  | { type: 'locked-copy'; progress: CopyProgress | null }
  /** Somebody is let go: the keys of the board are renewed, and whatever is asked for meanwhile waits some seconds. */
  | { type: 'renewing-keys'; running: boolean }
  /** What everybody is told on every page may be otherwise now: it is asked for again. */
  | { type: 'warnings' }
  /** The window was closed, but the program has a copy to finish first. */
  | { type: 'copying'; progress: CopyProgress }
>
