/** What the core tells the windows without being asked. Built by the trusted side, so plain types suffice. */
export type AppEvent = Readonly<
  | {
      type: 'changed'
      topic: 'complaint' | 'firm' | 'person' | 'settings' | 'phrases' | 'views'
      id: string
    }
  /** How far a long job of this window is. */
  | { type: 'progress'; job: string; done: number; total: number }
  | { type: 'signed-out'; reason: 'idle' | 'away' | 'elsewhere' | 'core-restarted' | 'disabled' }
>
