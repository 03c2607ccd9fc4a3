import { z } from 'zod'

import type { Instant } from '#core/kernel/calendar.ts'

import { MENU_COMMANDS } from '../commands.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { language, trusted } from '../protocol/fields.ts'

const ticket = z.strictObject({ ticket: z.string().max(100) })
const nothing = z.strictObject({})

/** What a folder is chosen for: to be the second place, or to bring copies or a board back from. */
export const FOLDER_PURPOSES = ['secondPlace', 'bringBack'] as const
export type FolderPurpose = (typeof FOLDER_PURPOSES)[number]

/** Longer than anything one looks for on a page. */
export const FIND_LIMIT = 200

/** What the program is seen in: in its page, its menus and its dialogs. */
export const appearance = z.strictObject({
  language,
  theme: z.enum(['light', 'dark', 'system']),
})
export type Appearance = z.infer<typeof appearance>

/** Which of how many places; null when a later search overtook this one. */
export type FoundInPage = Readonly<{ current: number; count: number }> | null

/** Answered by the shell around the window, not by the core. All but `host.info` are Electron's alone. */
export const hostRoutes = {
  'host.info': defineRoute({
    kind: 'host',
    access: 'public',
    input: nothing,
    output: trusted<
      Readonly<{
        kind: 'electron' | 'browser'
        platform: string
        /** What this machine's window was last seen in, where the shell remembers it. */
        appearance?: Appearance
      }>
    >(),
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
    input: nothing,
    output: trusted<null>(),
  }),
  /** Ends the program without waiting for the copy that is being made. */
  'host.leaveCopy': defineRoute({
    kind: 'host',
    access: 'public',
    input: nothing,
    output: trusted<null>(),
  }),
  /** Shows what this window saved last in the system's file manager. False when it is not there any more. */
  'host.showSaved': defineRoute({
    kind: 'host',
    access: 'public',
    input: nothing,
    output: trusted<Readonly<{ shown: boolean }>>(),
  }),
  /** Shows the log in the system's file manager. */
  'host.openLog': defineRoute({
    kind: 'host',
    access: 'public',
    input: nothing,
    output: trusted<Readonly<{ opened: boolean }>>(),
  }),
  /** Puts what support asks for (versions, sizes, the last lines of the log) on the clipboard. */
  'host.copySupport': defineRoute({
    kind: 'host',
    access: 'public',
    input: nothing,
    output: trusted<Readonly<{ copied: boolean }>>(),
  }),
  /** Asks for another data folder; once one is chosen and confirmed the program starts again with it. */
  'host.chooseDataFolder': defineRoute({
    kind: 'host',
    access: 'public',
    input: nothing,
    output: trusted<Readonly<{ chosen: boolean }>>(),
  }),
  /** Asks for a folder of this machine, for a form that names one; null when the person would rather not. */
  'host.chooseFolder': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({ purpose: z.enum(FOLDER_PURPOSES) }),
    output: trusted<Readonly<{ folder: string | null }>>(),
  }),
  /** Ends the page with its process and shows the same place in another: whoever worked in it has left. */
  'host.newPage': defineRoute({
    kind: 'host',
    access: 'public',
    input: nothing,
    output: trusted<null>(),
  }),
  /** Brings the window to the front, also when it lies minimised. */
  'host.focus': defineRoute({
    kind: 'host',
    access: 'public',
    input: nothing,
    output: trusted<null>(),
  }),
  /** Says which commands can be had now, so that the menu greys the others. It decides nothing else. */
  'host.menu': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({ enabled: z.array(z.enum(MENU_COMMANDS)).max(MENU_COMMANDS.length) }),
    output: trusted<null>(),
  }),
  /** Says what the person chose to see the program in: menus, dialogs and the title bar follow. */
  'host.appearance': defineRoute({
    kind: 'host',
    access: 'public',
    input: appearance,
    output: trusted<null>(),
  }),
  /** Finds words in the page and marks them: from the top, or from the place last found. */
  'host.find': defineRoute({
    kind: 'host',
    access: 'public',
    input: z.strictObject({
      text: z.string().min(1).max(FIND_LIMIT),
      step: z.enum(['first', 'next', 'previous']),
    }),
    output: trusted<FoundInPage>(),
  }),
  /** Takes the marks of `host.find` away. */
  'host.findEnd': defineRoute({
    kind: 'host',
    access: 'public',
    input: nothing,
    output: trusted<null>(),
  }),
  /** Whether there is anything to print on, asked before a print that would otherwise fail without a word. */
  'host.printers': defineRoute({
    kind: 'host',
    access: 'public',
    input: nothing,
    output: trusted<Readonly<{ any: boolean }>>(),
  }),
  /** Which program this is, and whether it could be updated at all. Fetches nothing. */
  'host.updateState': defineRoute({
    kind: 'host',
    access: 'public',
    input: nothing,
    output: trusted<UpdateState>(),
  }),
  /** Asks the board's address for a newer version. The core says who may. */
  'host.updateCheck': defineRoute({
    kind: 'host',
    access: 'public',
    input: nothing,
    output: trusted<Readonly<{ offered: UpdateOffer | null }>>(),
  }),
  /** Fetches and proves what the last check offered; progress is told as the job `update`. */
  'host.updateDownload': defineRoute({
    kind: 'host',
    access: 'public',
    input: nothing,
    output: trusted<Readonly<{ version: string }>>(),
  }),
  'host.updateStop': defineRoute({
    kind: 'host',
    access: 'public',
    input: nothing,
    output: trusted<Readonly<{ stopped: boolean }>>(),
  }),
  /** Closes the program in order, then installs what was downloaded and opens the new one. */
  'host.updateInstall': defineRoute({
    kind: 'host',
    access: 'public',
    input: nothing,
    output: trusted<Readonly<{ closing: true }>>(),
  }),
} as const satisfies RoutesOf<'host'>

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
