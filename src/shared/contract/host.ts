import { z } from 'zod'

import type { Instant } from '#core/kernel/calendar.ts'
import { defineRoute } from './define.ts'
import { trusted } from './fields.ts'

const ticket = z.strictObject({ ticket: z.string().max(100) })

/** Answered by the shell around the window, not by the core. All but `host.info` are Electron's alone. */
export const hostRoutes = {
  'host.info': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<Readonly<{ kind: 'electron' | 'browser'; platform: string }>>(),
  }),
  /** Asks where to save and writes the ticket's bytes there. */
  'host.saveFile': defineRoute({
    kind: 'host',
    access: 'public',
    input: ticket,
    output: trusted<Readonly<{ saved: boolean }>>(),
  }),
  /** Asks for a folder and unpacks the ticket's archive into a new folder there. */
  'host.unpackFile': defineRoute({
    kind: 'host',
    access: 'public',
    input: ticket,
    output: trusted<Readonly<{ saved: boolean; files: number }>>(),
  }),
  /** Which program this is, and whether it could be updated at all. Fetches nothing. */
  'host.updateState': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<UpdateState>(),
  }),
  /** Asks the board's address for a newer version. The core says who may. */
  'host.updateCheck': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<Readonly<{ offered: UpdateOffer | null }>>(),
  }),
  /** Fetches and proves what the last check offered; progress is told as the job `update`. */
  'host.updateDownload': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<Readonly<{ version: string }>>(),
  }),
  'host.updateStop': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<Readonly<{ stopped: boolean }>>(),
  }),
  /** Closes the program in order, then installs what was downloaded and opens the new one. */
  'host.updateInstall': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<Readonly<{ closing: true }>>(),
  }),
} as const

/** `no-key`: built without the key updates are proved by. `not-installed`: run from a folder, not from an installer. */
export type UpdateState = Readonly<{
  updates: 'possible' | 'no-key' | 'not-installed'
  version: string
}>

/** A newer version with what is new in it, in both languages and as plain text. `size` is in bytes. */
export type UpdateOffer = Readonly<{
  version: string
  created: Instant
  notes: Readonly<{ vi: string; en: string }>
  size: number
}>

/** The job under which the progress of a download is told. */
export const UPDATE_JOB = 'update'
