import type * as Electron from 'electron'
import type { Page } from 'playwright-core'

import type { StandInNeeds } from './capabilities.ts'

/** What a function that runs beside the program is given: Electron's module, or the stand-in's. */
export type ElectronModule = typeof Electron

/** A function to be run beside the program. It is sent as text: it sees its two parameters and nothing else. */
export type Act<Argument, Answer> = (
  electron: ElectronModule,
  argument: Argument,
) => Answer | Promise<Answer>

export type StartOptions = Readonly<{
  /** A demonstration board; without it an empty data folder, or the given one. */
  demo?: boolean
  /** Home, profile and data that outlive the program; without it a folder of its own, which goes with it. */
  home?: string
  /** Its own flags, in place of those that name its board: how a program that starts itself again is started. */
  flags?: readonly string[]
  /** What is answered to what the program asks before it has a window. */
  answers?: Readonly<{ opens?: readonly (string | null)[]; buttons?: readonly number[] }>
  /** More of the surroundings it is started in. */
  environment?: Readonly<Record<string, string>>
  /** What only the stand-in can be told: the spec says so by `needing`. */
  needs?: Partial<StandInNeeds>
}>

/** The built program, running on its own in Electron or against the stand-in for it. */
export type Program = Readonly<{
  runtime: 'electron' | 'stand-in'
  /** What `app://hoi-am` is to the page under test. */
  origin: () => string
  /** The page of the main window, once it is loaded; after it died, the one that took its place. */
  page: () => Promise<Page>
  /** Lets go of the page: one that crashed is found again by the next `page`. */
  forget: () => Promise<void>
  /** Runs a function in the program's main process. Rejects with what it raised. */
  run: <Answer, Argument = undefined>(
    act: Act<Argument, Answer>,
    argument?: Argument,
  ) => Promise<Answer>
  /** The exit code, when the program has ended. */
  ended: Promise<number | null>
  /** The last the program wrote to its terminal. */
  said: () => string
  /** The folder all of the program's own folders lie in. */
  home: string
  /** Ends whatever is left of it, its core and its browser, and removes its folders. */
  stop: () => Promise<void>
}>
