import type { MenuCommand } from '../commands.ts'

/** What the core, or the shell around a window, tells the windows without being asked. Built by the trusted side, so plain types suffice. */
export type AppEvent = Readonly<
  | {
      type: 'changed'
      topic: 'complaint' | 'firm' | 'person' | 'settings' | 'phrases' | 'views'
      id: string
    }
  /** How far a long job of this window is. */
  | { type: 'progress'; job: string; done: number; total: number }
  /** Chosen in the menu bar. Told by the shell; the window decides whether it may be done. */
  | { type: 'menu'; command: MenuCommand }
  | { type: 'signed-out'; reason: 'idle' | 'away' | 'elsewhere' | 'core-restarted' | 'disabled' }
>
