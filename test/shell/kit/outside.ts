/** What lies outside the window and would wait for a person: dialogs, boxes, the printer. Answered from the test. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { ElectronModule, Program } from './program.ts'
import { until } from './until.ts'

/** How the test answers a dialog that asks for a place; null is "Cancel". */
export type Place = string | null

type Asked = Readonly<{
  kind: 'save' | 'open' | 'message'
  title?: string
  message?: string
  defaultPath?: string
  buttons?: readonly string[]
  properties?: readonly string[]
  filters?: readonly unknown[]
}>

/** Kept in the program's main process under one global name. */
export type Outside = {
  saves: Place[]
  opens: Place[]
  buttons: number[]
  asked: Asked[]
  errors: [title: string, text: string][]
  /** Every call of the window: the route, and its input as the text that arrived. */
  sent: [route: string, input: string][]
  /** Routes whose next call is answered as five minutes after the last proof of who sits there. */
  stale: string[]
}

/** What is answered to what is asked before there is any window; and where what was asked is written down. */
export type Prepared = Readonly<{
  opens: readonly Place[]
  buttons: readonly number[]
  journal: string
}>

type Journalled = Asked | Readonly<{ kind: 'relaunch'; flags: readonly string[] }>

/** Put before the program starts. */
export function preparation(
  { app, dialog, ipcMain }: ElectronModule,
  { opens, buttons, journal }: Prepared,
): void {
  const outside: Outside = {
    saves: [],
    opens: [...opens],
    buttons: [...buttons],
    asked: [],
    errors: [],
    sent: [],
    stale: [],
  }
  Reflect.set(globalThis, 'outside', outside)
  const { appendFileSync } = process.getBuiltinModule('node:fs')
  const writeDown = (word: Journalled): void => appendFileSync(journal, `${JSON.stringify(word)}\n`)
  // One that started by itself would be out of the test's hands: it is started by the test, with these flags.
  app.relaunch = ({ args = process.argv.slice(1) } = {}) => {
    writeDown({ kind: 'relaunch', flags: args.filter((each) => each.startsWith('--')) })
  }

  function ask(kind: Asked['kind'], args: readonly unknown[]): Asked {
    const asked = { kind, ...(args.at(-1) as object) } as Asked
    outside.asked.push(asked)
    writeDown(asked)
    return asked
  }
  /** Under the name the program proposed, in the folder the test named. */
  function inFolder(folder: string, { defaultPath = 'unnamed' }: Asked): string {
    return `${folder}/${defaultPath.split(/[\\/]/u).at(-1) ?? ''}`
  }
  dialog.showSaveDialog = async (...args: readonly unknown[]) => {
    const asked = ask('save', args)
    const place = outside.saves.shift()
    if (place === undefined) throw new Error('Nobody answers this save dialog.')
    if (place === null) return { canceled: true, filePath: '' }
    const filePath = place.endsWith('/') ? inFolder(place.slice(0, -1), asked) : place
    return { canceled: false, filePath }
  }
  dialog.showOpenDialog = async (...args: readonly unknown[]) => {
    ask('open', args)
    const place = outside.opens.shift()
    if (place === undefined) throw new Error('Nobody answers this open dialog.')
    return { canceled: place === null, filePaths: place === null ? [] : [place] }
  }
  dialog.showMessageBox = async (...args: readonly unknown[]) => {
    ask('message', args)
    const options = args.at(-1) as { cancelId?: number }
    const response = outside.buttons.shift() ?? options.cancelId ?? 0
    return { response, checkboxChecked: false }
  }
  dialog.showErrorBox = (title, text) => void outside.errors.push([title, text])

  // Electron's own map of handlers: what a window sent is read before the program wipes it.
  type Handler = (event: unknown, route: unknown, input: unknown) => unknown
  const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, Handler>
  const listening =
    (handler: Handler): Handler =>
    (event, route, input) => {
      const text = input instanceof Uint8Array ? new TextDecoder().decode(input) : null
      if (typeof route === 'string' && text !== null) outside.sent.push([route, text])
      const at = outside.stale.findIndex((each) => each === route)
      if (at < 0) return handler(event, route, input)
      outside.stale.splice(at, 1)
      return { ok: false, error: { code: 'PROOF_REQUIRED' } }
    }
  for (const [channel, handler] of handlers) handlers.set(channel, listening(handler))
  const set = handlers.set.bind(handlers)
  handlers.set = (channel, handler) => set(channel, listening(handler))
}

/**
 * Answers the next save dialogs: a file, a folder (ends with `/`: under the name proposed), or null for "Cancel".
 * Answers given before and not used are forgotten.
 */
export async function answerSave(program: Program, ...places: readonly Place[]): Promise<void> {
  await program.run((_electron, next) => {
    const outside = Reflect.get(globalThis, 'outside') as Outside
    outside.saves = [...next]
  }, places)
}

/** The next call of a route is answered as five minutes after the last proof; the proof and the repeated call go through. */
export async function proofIsStale(program: Program, route: string): Promise<void> {
  await program.run((_electron, next) => {
    const outside = Reflect.get(globalThis, 'outside') as Outside
    outside.stale.push(next)
  }, route)
}

export async function answerOpen(program: Program, ...places: readonly Place[]): Promise<void> {
  await program.run((_electron, next) => {
    const outside = Reflect.get(globalThis, 'outside') as Outside
    outside.opens = [...next]
  }, places)
}

/** Does what brings a save dialog about, and presses "Cancel" in it. */
export async function cancelSave(program: Program, act: () => Promise<void>): Promise<void> {
  const before = (await outsideOf(program)).asked.length
  await answerSave(program, null)
  await act()
  await until('the dialog was shown', async () => (await outsideOf(program)).asked.length > before)
}

/** What a program asked a person, also one that has ended meanwhile, and how it wanted to be started again. */
export function journalOf(home: string): readonly Journalled[] {
  const path = journalIn(home)
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Journalled)
}

/** The flags of a program that ended to be started again; it fails when it did not want to be. */
export function relaunchOf(home: string): readonly string[] {
  const last = journalOf(home).at(-1)
  if (last?.kind !== 'relaunch') throw new Error('The program did not want to be started again.')
  return last.flags
}

export function journalIn(home: string): string {
  return join(home, 'asked.jsonl')
}

/** What the program has asked a person so far, and the error boxes it showed. */
export function outsideOf(program: Program): Promise<Outside> {
  return program.run(() => Reflect.get(globalThis, 'outside') as Outside)
}

/** Takes what the window has sent so far: the route, and its input as the text that arrived. */
export function takeSent(program: Program): Promise<Outside['sent']> {
  return program.run(() => {
    const outside = Reflect.get(globalThis, 'outside') as Outside
    return outside.sent.splice(0)
  })
}

/** Waits until the window has called this route, since what it sent was last taken. */
export async function hasSent(program: Program, route: string): Promise<void> {
  await until(`the window called ${route}`, async () =>
    (await outsideOf(program)).sent.some(([called]) => called === route),
  )
}
