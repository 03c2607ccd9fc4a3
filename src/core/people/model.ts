import type { Instant } from '../kernel/calendar.ts'
import type { Role } from './permissions.ts'

/** Somebody who may sign in. Passwords live in the vault's key file, never here. */
export type Person = Readonly<{
  id: string
  version: number
  username: string
  fullName: string
  /** Chức danh, as printed under a signature. */
  title: string
  role: Role
  active: boolean
  createdAt: Instant
}>

/** What everybody signed in may know of the others: whose name stands behind an id. */
export type PersonName = Readonly<{
  id: string
  fullName: string
  title: string
  role: Role
  active: boolean
}>
