import { z } from 'zod'

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
  /** What was half typed is kept: the answer to the event `closing`. */
  'host.readyToClose': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<Readonly<{ heard: true }>>(),
  }),
  /** Ends the program without waiting for the copy that is being made. */
  'host.leaveCopy': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<Readonly<{ heard: true }>>(),
  }),
  /** Shows what this window saved last in the system's file manager. False when it is not there any more. */
  'host.showSaved': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<Readonly<{ shown: boolean }>>(),
  }),
  /** Shows the log in the system's file manager. */
  'host.openLog': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<Readonly<{ opened: boolean }>>(),
  }),
  /** Puts what support asks for (versions, sizes, the last lines of the log) on the clipboard. */
  'host.copySupport': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<Readonly<{ copied: boolean }>>(),
  }),
  /** Asks for another data folder; once one is chosen and confirmed the program starts again with it. */
  'host.chooseDataFolder': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<Readonly<{ chosen: boolean }>>(),
  }),
} as const
