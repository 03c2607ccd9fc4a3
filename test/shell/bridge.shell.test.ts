/** The context bridge, value by value, through the real preload script in the page. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { CROSSINGS } from './kit/bridge-table.ts'
import type { ElectronModule, Program } from './kit/program.ts'
import { startProgram } from './kit/start-program.ts'

let program: Program
let page: Page

beforeAll(async () => {
  program = await startProgram()
  page = await program.page()
  await program.run(listenForArrivals)
})
afterAll(() => program.stop())

/** Runs beside the program: says of the last input that arrived what kind of value it is. */
function listenForArrivals({ ipcMain }: ElectronModule): void {
  type Handler = (event: unknown, route: unknown, input: unknown) => unknown
  const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, Handler>
  const describe = (value: unknown): string => {
    if (value === undefined) return 'undefined'
    if (typeof value === 'bigint') return `bigint ${value}`
    if (value instanceof Uint8Array) {
      return `${value.constructor.name} ${Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
    }
    if (value instanceof Date) return `Date ${value.toISOString()}`
    if (value instanceof Map || value instanceof Set) {
      return `${value.constructor.name} ${JSON.stringify([...value])}`
    }
    if (value instanceof Error) return `Error ${value.message}`
    const named = Object.entries(value as object)
    if (named.some(([, inner]) => inner === undefined)) {
      return `Object with ${named.map(([name]) => name).join()}`
    }
    return `${(value as object).constructor.name} ${JSON.stringify(value)}`
  }
  for (const [channel, handler] of handlers) {
    handlers.set(channel, (event, route, input) => {
      if (route === 'a-value-crosses') Reflect.set(globalThis, 'arrived', describe(input))
      return handler(event, route, input)
    })
  }
}

it.each(CROSSINGS)('$name', async ({ value, answer }) => {
  const expression = `(async () => {
    try { return await window.hoiAm.request('a-value-crosses', ${value}) }
    catch (error) { return { thrown: String(error) } }
  })()`
  await program.run(() => Reflect.deleteProperty(globalThis, 'arrived'))
  const heard: unknown = await page.evaluate(expression)
  const arrived = await program.run(() => Reflect.get(globalThis, 'arrived') as string | undefined)
  if ('refused' in answer) {
    expect(heard).toEqual({ thrown: expect.stringMatching(answer.refused) as string })
    expect(arrived, 'nothing of it arrives').toBeUndefined()
  } else {
    expect(arrived).toBe(answer.arrives)
    expect(heard, 'and is answered, not thrown at').toMatchObject({ ok: false })
  }
})

it('gives the page two functions, and neither can be taken away or changed', async () => {
  const found = await page.evaluate(() => {
    const bridge = window.hoiAm
    const tried = [
      () => Reflect.set(window, 'hoiAm', null),
      () => Reflect.deleteProperty(window, 'hoiAm'),
      () => Reflect.set(bridge ?? {}, 'request', null),
    ].map((act) => act())
    return { names: Object.keys(bridge ?? {}), tried, same: window.hoiAm === bridge }
  })
  expect(found).toEqual({ names: ['request', 'on'], tried: [false, false, false], same: true })
})

it('leaves nothing else of Electron or Node in the page', async () => {
  const names = ['require', 'module', 'process', 'Buffer', 'electron', 'ipcRenderer', 'global']
  const found = await page.evaluate((asked) => asked.filter((name) => name in window), names)
  expect(found).toEqual([])
})
