/** The find bar in a real page: Chromium leaves the bar out of its search, and nothing typed meanwhile is lost. */
import axe from 'axe-core'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest'

import { signIn } from './kit/board.ts'
import { type Desk, launchChromium, openWorkspace } from './kit/desk.ts'
import { answerSearch, chooseInMenu, searching, standInElectron } from './kit/find-bridge.ts'
import { type Host, startHost } from './kit/host.ts'
import { DEMO_CHAIR, settle } from './kit/screens.ts'

let browser: Browser
let host: Host
let desk: Desk
let bar: Locator
let input: Locator

beforeAll(async () => {
  browser = await launchChromium(inject('chromiumPath'))
  host = await startHost({ demo: true })
  desk = await openWorkspace(browser, host)
  await standInElectron(desk.page)
  await signIn(desk, DEMO_CHAIR)
  await desk.enter(desk.t('frame.complaints'))
  await settle(desk)
  bar = desk.page.getByRole('search', { name: desk.t('find.label') })
  input = bar.getByRole('textbox')
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})
beforeEach(async () => {
  await chooseInMenu(desk.page, 'find')
  await input.waitFor()
})
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await desk.shoot('find-failed')
  await answerSearch(desk.page)
  await desk.page.keyboard.press('Escape')
  await bar.waitFor({ state: 'detached' })
  expect(desk.faults).toEqual([])
})

const says = (text: string): Promise<void> => bar.getByText(text, { exact: true }).first().waitFor()

it('does not find its own words', async () => {
  await desk.page.keyboard.type('không đâu có chữ này')
  await searching(desk.page)
  await answerSearch(desk.page)
  await says(desk.t('find.none'))
})

it('finds words of the page written without their marks, and has the focus back with its caret', async () => {
  await desk.page.keyboard.type('khieu nai')
  await searching(desk.page)
  await answerSearch(desk.page)
  await bar.getByText(/^1 /).waitFor()
  await desk.page.keyboard.press('ArrowLeft')
  await desk.page.keyboard.type('x')
  expect(await input.inputValue()).toBe('khieu naxi')
})

it('loses no letter typed while Chromium looks', async () => {
  await desk.page.keyboard.type('t')
  // Letters that are keys: what is no key Playwright puts in as no keyboard does.
  for (const letter of 'ra loi') {
    await searching(desk.page)
    await desk.page.keyboard.type(letter)
    await answerSearch(desk.page)
  }
  expect(await input.inputValue()).toBe('tra loi')
})

it('has no fault of accessibility, with places found and with none', async () => {
  const { page } = desk
  for (const [text, dark] of [
    ['a', false],
    ['không đâu có', true],
  ] as const) {
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    await input.fill(text)
    await searching(page)
    await answerSearch(page)
    await bar.locator('.count:not(:empty)').waitFor()
    await page.evaluate(axe.source)
    const found = await page.evaluate(async () => {
      const { axe: run } = globalThis as unknown as { axe: typeof axe }
      return (await run.run('.find')).violations.map(({ id, help }) => `${id}: ${help}`)
    })
    expect(found).toEqual([])
  }
})
