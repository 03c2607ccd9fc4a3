import type { ShutCase } from './model.ts'
import type { Role } from '../people/permissions.ts'

/** Who reads, and which cases they are kept from: what decides what an answer leaves out. */
export type Reader = Readonly<{ personId: string; role: Role; shut: readonly ShutCase[] }>
