/** What somebody writes arrives as it was written: the field at hand, words being composed, what cannot be read. */
import type { Browser, CDPSession } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'

import { signIn } from './kit/board.ts'
import { type Desk, launchChromium, openWorkspace } from './kit/desk.ts'
import { type Host, startHost } from './kit/host.ts'
import { DEMO_CHAIR } from './kit/screens.ts'

let browser: Browser
let host: Host
let desk: Desk
/** The input method: what it has under way stands in the field and is not settled. */
let method: CDPSession

beforeAll(async () => {
  browser = await launchChromium(inject('chromiumPath'))
  host = await startHost({ demo: true })
  desk = await openWorkspace(browser, host)
  await signIn(desk, DEMO_CHAIR)
  await desk.page.addInitScript(() => {
    // Before the program's own listeners, which end these keys.
    addEventListener(
      'keydown',
      ({ isComposing }) => (document.documentElement.dataset['composing'] = String(isComposing)),
      { capture: true },
    )
  })
  await desk.page.reload()
  await desk.heading(desk.t('today.title'))
  method = await desk.page.context().newCDPSession(desk.page)
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await desk.shoot('writing-failed')
  expect(desk.faults).toEqual([])
})

const compose = (text: string) =>
  method.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  })

/** Presses a key that ends a word; says whether Chromium marks it as composing, as with a real input method. */
async function pressWhileComposing(keys: string): Promise<boolean> {
  await desk.page.keyboard.press(keys)
  return desk.page.evaluate(() => document.documentElement.dataset['composing'] === 'true')
}

async function editFirm(): Promise<void> {
  const { t, page } = desk
  await desk.enter(t('frame.firmsShort'))
  await desk.heading(t('firms.title'))
  await page.getByRole('row', { name: 'Sao Khuê' }).click()
  await desk.region(t('firms.verdict')).waitFor()
  await desk.press(t('case.block.edit'))
  await desk.field(t('firms.ndaValidUntil')).waitFor()
}

it('a day typed and saved by Ctrl Enter is saved', async () => {
  const { t, page } = desk
  await editFirm()
  const until = desk.field(t('firms.ndaValidUntil'))
  await until.selectText()
  await page.keyboard.type('30/11/2031')
  await page.keyboard.press('Control+Enter')
  await until.waitFor({ state: 'detached' })
  await desk.sees('30/11/2031')
  await page.reload()
  await desk.sees('30/11/2031')
})

it('a day that is none is not stored as no day, by key or by button', async () => {
  const { t, page } = desk
  await editFirm()
  const until = desk.field(t('firms.ndaValidUntil'))
  for (const send of [
    () => page.keyboard.press('Control+Enter'),
    () => page.keyboard.press('Enter'),
    () => desk.press(t('case.block.save')),
  ]) {
    await until.selectText()
    await page.keyboard.type('31/02/2031')
    await send()
    await desk.sees(t('common.dateProblem'))
    expect(await until.inputValue()).toBe('31/02/2031')
    expect(await until.evaluate((field) => field === document.activeElement)).toBe(true)
  }
  await desk.press(t('case.block.cancel'))
  await until.waitFor({ state: 'detached' })
  await desk.sees('30/11/2031')
})

it('a word being composed is the input method’s: the palette runs nothing, and the word arrives whole', async () => {
  const { t, page } = desk
  const path = new URL(page.url()).pathname + new URL(page.url()).hash
  await page.keyboard.press('Control+k')
  const palette = desk.dialog(t('palette.title'))
  await palette.waitFor()
  const field = palette.locator('input')
  await compose('hôm')
  expect(await pressWhileComposing('Enter')).toBe(true)
  expect(await palette.count()).toBe(1)
  expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(path)
  await page.keyboard.insertText('hôm nay')
  expect(await field.inputValue()).toBe('hôm nay')
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'detached' })
})

it('nor does Ctrl Enter send a form whose last word is not settled', async () => {
  const { t, page } = desk
  await editFirm()
  const name = desk.field(t('firms.name'))
  await name.focus()
  await page.keyboard.press('End')
  await compose(' Việt')
  expect(await pressWhileComposing('Control+Enter')).toBe(true)
  expect(await name.count()).toBe(1)
  await page.keyboard.insertText(' Việt')
  await page.keyboard.press('Control+Enter')
  await name.waitFor({ state: 'detached' })
  expect(await desk.page.getByRole('heading', { level: 1 }).innerText()).toMatch(
    /Sao Khuê.* Việt$/u,
  )
})
