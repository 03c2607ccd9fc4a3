import type { ShutCase } from './model.ts'
import type { Viewer } from '../people/fields.ts'

/** Who reads, and which cases they are kept from: what decides what an answer leaves out. */
export type Reader = Viewer & Readonly<{ shut: readonly ShutCase[] }>
