import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Language } from '#core/taxonomies/term.ts'
import { signIn, signOut } from '#test/e2e/kit/board.ts'
import { type Desk, launchChromium, openWorkspace } from '#test/e2e/kit/desk.ts'
import { startHost } from '#test/e2e/kit/host.ts'
import { DEMO_CHAIR, leave, SCREENS, settle } from '#test/e2e/kit/screens.ts'
import { buildIfNeeded, ROOT } from './build.ts'
import { findChromium } from './chromium.ts'

const ALL = join(ROOT, 'test/output/screenshots')
const BEST = join(ROOT, 'docs/images')

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const

const SHOWN: ReadonlySet<string> = new Set([
  'today',
  'complaints',
  'intake-filled',
  'case-overview',
  'case-state',
  'case-cause',
  'case-remedy',
  'case-firms',
  'firm',
  'letter-issued',
  'settings-organisation',
  'settings-limits',
  'case-breach',
  'figures',
  'palette',
])

/** The pictures of the README, by the name they have among all. */
const README: Readonly<Record<string, string>> = {
  'today-vi-light-1280': 'today',
  'complaints-en-dark-1280': 'complaints-dark',
  'intake-filled-vi-light-1280': 'intake',
  'case-overview-vi-light-1920': 'case',
  'case-state-vi-light-1280': 'state',
  'case-remedy-en-light-1280': 'remedy',
  'letter-issued-vi-light-1280': 'letter',
  'figures-vi-light-1920': 'figures',
}

/** Takes pictures of the demonstration board and puts the README's among them where it shows them. */
async function main(): Promise<void> {
  const chromium = findChromium()
  if (chromium === undefined) throw new Error('No Chromium found: name one in HOI_AM_CHROMIUM.')
  await buildIfNeeded()
  for (const folder of [ALL, BEST]) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  }
  const browser = await launchChromium(chromium)
  const host = await startHost({ demo: true })
  try {
    const vietnamese = await openWorkspace(browser, host)
    await takeAll(vietnamese)
    await takeAll(await vietnamese.inLanguage('en'))
  } finally {
    await browser.close()
    await host.stop()
  }
  for (const [taken, name] of Object.entries(README)) {
    cpSync(join(ALL, `${taken}.png`), join(BEST, `${name}.png`))
  }
}

async function takeAll(desk: Desk): Promise<void> {
  for (const size of SIZES) {
    await desk.page.setViewportSize(size)
    await take(desk, 'sign-in')
    await signIn(desk, DEMO_CHAIR)
    await dismissNotices(desk)
    for (const { name, open } of SCREENS.filter((screen) => SHOWN.has(screen.name))) {
      await open(desk)
      await take(desk, name)
      await leave(desk)
    }
    await signOut(desk, { fullName: 'Trần Thị Ngọc Lan' })
  }
}

/** What is said at sign-in would lie over every room; it is gone soon, and pictures are not. */
async function dismissNotices(desk: Desk): Promise<void> {
  await desk.region(desk.t('reminders.title')).waitFor()
  const dismiss = desk.button(desk.t('frame.dismiss')).first()
  for (let notice = 0; notice < 3; notice += 1) {
    await dismiss.click({ timeout: 2_000 }).catch(() => undefined)
  }
}

/** One picture in each theme. */
async function take(desk: Desk, name: string): Promise<void> {
  await settle(desk)
  for (const theme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme: theme })
    await desk.page.locator(`html[data-theme="${theme}"]`).waitFor()
    const path = join(ALL, `${fileName(name, desk.language, theme, desk)}.png`)
    await desk.page.screenshot({ path })
  }
}

function fileName(name: string, language: Language, theme: string, desk: Desk): string {
  return [name, language, theme, desk.page.viewportSize()?.width ?? ''].join('-')
}

await main()
