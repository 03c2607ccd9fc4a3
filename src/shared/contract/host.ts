import { z } from 'zod'

import { defineRoute } from './define.ts'

/** A file ticket as it may appear in a URL: opaque, made by the core, good for one use. */
export const ticketSchema = z.string().regex(/^[A-Za-z0-9_-]{16,128}$/)

export const HOST_KINDS = ['electron', 'browser'] as const
export type HostKind = (typeof HOST_KINDS)[number]

/** What the shell around the window answers by itself: these never reach the core. */
export const hostRoutes = {
  /** Which shell this is. The window asks once, to know whether saving opens a dialog or downloads. */
  'host.info': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({}),
    output: z.strictObject({ kind: z.enum(HOST_KINDS), platform: z.string() }),
  }),
  /** Asks where to save the file of a download ticket and writes it there. Electron only. */
  'host.saveFile': defineRoute({
    kind: 'host',
    access: 'signed-in',
    input: z.strictObject({ ticket: ticketSchema }),
    output: z.strictObject({ saved: z.boolean() }),
  }),
}
