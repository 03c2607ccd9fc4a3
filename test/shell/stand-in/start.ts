/**
 * Runs the built program, unchanged, against the stand-in:
 * `node start.ts <entry of the program> <its flags>`, with a channel to the test.
 */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { runInThisContext } from 'node:vm'

import { stopChromium } from './chromium.ts'
import * as electron from './electron.ts'
import { isReady, markReady } from './ready.ts'
import { type TestSays, tellTest } from './wire.ts'

const STAND_IN = new URL('electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: STAND_IN, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})

Object.defineProperty(process.versions, 'electron', { value: '45.5.0', enumerable: true })
Object.defineProperty(process, 'type', { value: 'browser', enumerable: true })
Object.defineProperty(process, 'resourcesPath', {
  value: process.env['STAND_IN_RESOURCES'] ?? process.cwd(),
  enumerable: true,
})

const [, , entry = '', ...flags] = process.argv
process.argv = [process.execPath, process.cwd(), ...flags]

/** Runs what the test sent, as Playwright's `electronApp.evaluate` does in Electron. */
async function run(id: number, source: string, argument: unknown): Promise<void> {
  try {
    const act = runInThisContext(`(${source})`) as (
      module: typeof electron,
      argument: unknown,
    ) => unknown
    tellTest({ type: 'answer', id, value: await act(electron, argument) })
  } catch (error) {
    tellTest({ type: 'answer', id, problem: String(error) })
  }
}

const begun = Promise.withResolvers<undefined>()
process.on('message', (message: TestSays) => {
  if (message.type === 'begin') begun.resolve(undefined)
  else void run(message.id, message.source, message.argument)
})
// The test is gone: nobody is left who would end this.
process.on('disconnect', () => {
  stopChromium()
  process.exit(3)
})
process.on('exit', stopChromium)

tellTest({ type: 'waiting' })
await begun.promise
await import(pathToFileURL(entry).href)
if (!isReady()) {
  // Only now: the folders were chosen by this machine's own paths, what follows asks for the system's ways.
  const platform = process.env['STAND_IN_PLATFORM'] ?? ''
  if (platform !== '') Object.defineProperty(process, 'platform', { value: platform })
  markReady()
  electron.app.emit('ready', {})
}
