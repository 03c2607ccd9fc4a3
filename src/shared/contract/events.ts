/** What the core tells the windows without being asked. Built by the trusted side, so plain types suffice. */
export type AppEvent = Readonly<
  | { type: 'changed'; topic: 'complaint' | 'firm' | 'person' | 'settings'; id: string }
  | { type: 'signed-out'; reason: 'idle' | 'elsewhere' | 'core-restarted' | 'disabled' }
>
