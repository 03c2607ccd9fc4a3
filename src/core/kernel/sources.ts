import type { Instant } from './calendar.ts'

/** The source of the present time; tests pass their own. */
export type Clock = Readonly<{ now(): Instant }>

/** The source of new identifiers (UUIDs); tests pass their own. */
export type Ids = Readonly<{ next(): string }>

/** SHA-256 of text or bytes in lower-case hex. */
export type Sha256 = (content: string | Uint8Array) => string
