import type { Page } from 'playwright-core'

import { createTypesetter } from '#main/letters/typesetter.ts'
import { signIn } from '#test/e2e/kit/board.ts'
import { launchChromium, openWorkspace } from '#test/e2e/kit/desk.ts'
import { startHost } from '#test/e2e/kit/host.ts'
import { DEMO_CHAIR, SCREENS } from '#test/e2e/kit/screens.ts'
import { findChromium } from '../chromium.ts'
import { RESOURCES, TYPESET_WORKER } from './desk.ts'
import { variant } from './letters.ts'
import { figure, percentile, timesOf, type Figure } from './measure.ts'

const KEYS = 150
/** Between key strokes of somebody who types fast: bursts of five, then a moment of thought. In milliseconds. */
const PACE = [90, 110, 140, 160, 400]
const FILLING = 'Sau khi kiểm tra, xác minh, Ban quản trị thông báo kết quả như sau. '

/** What the window saw of each key stroke, in milliseconds. */
type Seen = Readonly<{
  /** Until its page was on the screen. */
  drawn: readonly number[]
  /** Until the next frame: typing is held up when this is long. */
  frame: readonly number[]
  pages: number
}>

/**
 * From a key stroke in a letter of two pages to the frame that shows the page with it, in the real window in
 * Chromium on the demonstration board. Beside it the bare typesetter with a letter: what the very bytes
 * cost before anybody sees them.
 */
export async function benchPreview(): Promise<readonly Figure[]> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('no Chromium to type in')
  const host = await startHost({ demo: true })
  const browser = await launchChromium(executablePath)
  try {
    const desk = await openWorkspace(browser, host)
    await signIn(desk, DEMO_CHAIR)
    await SCREENS.find(({ name }) => name === 'letter-draft')?.open(desk)
    const seen = await typeKeys(desk.page)
    if (seen.pages !== 2) throw new Error(`the letter has ${seen.pages} pages, not two`)
    const bare = await bareTimes()
    const at = (rank: number): Figure =>
      figure(
        `key stroke to drawn page, ${seen.pages} pages, p${rank}`,
        'ms',
        percentile(seen.drawn, rank),
        `bare typesetter, p${rank}`,
        percentile(bare, rank),
      )
    const frame = percentile(seen.frame, 95)
    return [
      at(50),
      at(95),
      figure('key stroke to next frame, p95', 'ms', frame, '60 Hz', 1000 / 60),
    ]
  } finally {
    await browser.close()
    await host.stop()
  }
}

/** Makes the letter two pages long, then types at a human pace while the window takes the times. */
async function typeKeys(page: Page): Promise<Seen> {
  const texts = page.locator('.left textarea')
  const text = texts.last()
  await text.waitFor()
  // Whatever letter the demonstration board has that day becomes one of a known length.
  for (const part of await texts.all()) await part.fill(FILLING)
  await quiet(page)
  for (let more = 0; more < 20 && (await shownPages(page)) < 2; more += 1) {
    await text.fill(`${await text.inputValue()}\n\n${FILLING.repeat(3)}`)
    await quiet(page)
  }
  await page.evaluate(watchKeys)
  await text.press('Control+End')
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('aeghilmnotu '[key % 12] ?? 'a')
    await page.waitForTimeout(PACE[key % PACE.length] ?? 100)
  }
  await quiet(page)
  const times = await page.evaluate(() => window.keyTimes)
  // The first strokes wake things up.
  return { ...times, drawn: times.drawn.slice(10), frame: times.frame.slice(10) }
}

/** Pages of the letter once what is typed was drawn and the window has laid them out. */
async function shownPages(page: Page): Promise<number> {
  await page.waitForTimeout(1_500)
  return page.locator('.pdf-sheet').count()
}

/** Waits until everything typed is on the page. */
async function quiet(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const shown = document.querySelector<HTMLElement>('[data-typed]')?.dataset
    return shown !== undefined && shown['typed'] === shown['drawn']
  })
}

declare global {
  interface Window {
    keyTimes: { drawn: number[]; frame: number[]; pages: number }
  }
}

/** Runs in the page: notes when each key went down, and when the page that has it was shown. */
function watchKeys(): void {
  const shown = document.querySelector<HTMLElement>('[data-typed]')
  if (shown === null) throw new Error('no page to watch')
  const pages = document.querySelectorAll('.pdf-sheet').length
  const times: Window['keyTimes'] = { drawn: [], frame: [], pages }
  window.keyTimes = times
  let waiting: { revision: number; at: number }[] = []
  addEventListener(
    'keydown',
    ({ timeStamp, key }) => {
      if (key.length > 1) return
      waiting.push({ revision: Number.POSITIVE_INFINITY, at: timeStamp })
      requestAnimationFrame(() => times.frame.push(performance.now() - timeStamp))
    },
    true,
  )
  new MutationObserver(() => {
    const typed = Number(shown.dataset['typed'])
    for (const key of waiting) key.revision = Math.min(key.revision, typed)
    const drawn = Number(shown.dataset['drawn'])
    const done = waiting.filter(({ revision }) => revision <= drawn)
    waiting = waiting.filter(({ revision }) => revision > drawn)
    // Said to be drawn means: shown from the next frame on.
    requestAnimationFrame((now) => times.drawn.push(...done.map(({ at }) => now - at)))
  }).observe(shown, { attributes: true })
}

async function bareTimes(): Promise<readonly number[]> {
  const typesetter = createTypesetter({ resourcesDir: RESOURCES, workerUrl: TYPESET_WORKER })
  let turn = 0
  const times = await timesOf(60, () => typesetter.typeset(variant((turn += 1))))
  await typesetter.close()
  return times
}
