import { z } from 'zod'

import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { trusted } from '../protocol/fields.ts'
import { newPerson, password } from './people.ts'
import { organisation, sites } from './settings.ts'

/** The first run, and the recovery key it ends with. */
export const setupRoutes = {
  /** Creates keys, database and first chair; signs the chair in. The recovery key is shown once. */
  'setup.create': defineRoute({
    kind: 'unmanaged',
    access: 'public',
    input: z.strictObject({ organisation, sites, chair: z.strictObject(newPerson) }),
    output: trusted<Readonly<{ recoveryKey: string; askGroups: readonly number[] }>>(),
  }),
  /**
   * A fresh recovery key while the first one is not confirmed, or after re-entering the password. It opens every account
   * and takes a second step away: whoever has one shows a code too, by the fresh proof this asks for.
   */
  'setup.renewRecoveryKey': defineRoute({
    kind: 'unmanaged',
    access: 'board.administer',
    input: z.strictObject({ password }),
    output: trusted<Readonly<{ recoveryKey: string; askGroups: readonly number[] }>>(),
  }),
  'setup.confirmRecoveryKey': defineRoute({
    kind: 'unmanaged',
    access: 'settings.manage',
    input: z.strictObject({ groups: z.array(z.string().max(20)).min(1).max(4) }),
    output: trusted<Readonly<{ confirmed: true }>>(),
  }),
} as const satisfies RoutesOf<'setup'>
