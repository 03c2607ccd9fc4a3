import { z } from 'zod'

import { UPDATE_OUTCOMES, UPDATE_STEPS, type UpdateGrant } from '#core/updates/model.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { instant, trusted } from '../protocol/fields.ts'

/** What is offered is not to be trusted, or not for this program: it is refused, and nothing of it is kept. */
export const UPDATE_REFUSALS = [
  'UPDATE_NOT_A_FEED',
  'UPDATE_REDIRECTED',
  'UPDATE_TOO_LARGE',
  'UPDATE_UNSIGNED',
  'UPDATE_WRONG_SIGNATURE',
  'UPDATE_UNREADABLE',
  'UPDATE_EXPIRED',
  'UPDATE_OLDER',
  'UPDATE_CLOCK_BEHIND',
  'UPDATE_MIXED',
  'UPDATE_NO_FILE',
  'UPDATE_ALTERED',
  'UPDATE_SYSTEM_SIGNATURE',
] as const

/** The step could not be taken, through nobody's bad will. */
export const UPDATE_FAILURES = [
  'UPDATE_NO_KEY',
  'UPDATE_NOT_INSTALLED',
  'UPDATE_UNREACHABLE',
  'UPDATE_NOT_FOUND',
  'UPDATE_NO_ROOM',
  'UPDATE_NOT_READY',
  'UPDATE_STOPPED',
] as const

export type UpdateRefusal = (typeof UPDATE_REFUSALS)[number]
export type UpdateFailure = (typeof UPDATE_FAILURES)[number]
export type UpdateProblem = UpdateRefusal | UpdateFailure

const MAX_ADDRESS = 300

/**
 * The address of a folder of updates: https only, no name or password in it, no query. It always ends with a slash,
 * so that what lies under it is what begins with it.
 */
export const updateAddress = z
  .string()
  .trim()
  .max(MAX_ADDRESS)
  .refine((text) => folderAddress(text) !== null, { error: 'UPDATE_ADDRESS_INVALID' })
  .transform((text) => folderAddress(text) ?? '')

function folderAddress(text: string): string | null {
  if (/[\s\\]/u.test(text)) return null
  const url = URL.parse(text)
  if (url === null || url.protocol !== 'https:' || url.hostname === '') return null
  if (url.username + url.password + url.search + url.hash !== '' || /[?#@]/u.test(text)) return null
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

/**
 * Asked by the shell alone, in the name of whoever sits at a window: a window that calls them itself is refused
 * (see `createWindowDispatch`).
 */
export const shellRoutes = {
  'updates.begin': defineRoute({
    kind: 'command',
    access: 'settings.manage',
    input: z.strictObject({
      step: z.enum(UPDATE_STEPS),
      version: z.string().max(40).nullable(),
    }),
    output: trusted<UpdateGrant>(),
  }),
  'updates.settle': defineRoute({
    kind: 'command',
    access: 'settings.manage',
    input: z.strictObject({
      outcome: z.enum(UPDATE_OUTCOMES),
      version: z.string().max(40).nullable(),
      created: instant.nullable(),
      code: z.enum([...UPDATE_REFUSALS, ...UPDATE_FAILURES]).nullable(),
    }),
    output: trusted<Readonly<{ settled: true }>>(),
  }),
} as const satisfies RoutesOf<'updates'>

/** Whether a route is for the shell alone; own keys only. */
export function isShellRoute(name: string): boolean {
  return Object.hasOwn(shellRoutes, name)
}
