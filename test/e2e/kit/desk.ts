import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { type Browser, chromium, type Locator, type Page } from 'playwright-core'

import type { Language } from '#core/taxonomies/term.ts'
import { chromiumFlags } from '../../../scripts/chromium.ts'
import type { Host } from './host.ts'
import { wordsIn, type Words } from './words.ts'

/** Generous, because a machine that runs everything at once is slow, not wrong. */
const PATIENCE_MS = 45_000
const PICTURES = join(import.meta.dirname, '../../output/e2e')

type Scope = Page | Locator

/** A file the program gave away. */
export type Saved = Readonly<{ name: string; bytes: Buffer }>
type Saving = (act: () => Promise<void>) => Promise<Saved>

/** One window of the program, used as a person does: by what things are and what they are called. */
export type Desk = Readonly<{
  page: Page
  language: Language
  t: Words
  /** What must never happen, as far as it has happened: errors, policy violations, dialogs, strangers. */
  faults: string[]
  /** The control a label stands for. */
  field: (label: string, scope?: Scope) => Locator
  button: (name: string, scope?: Scope) => Locator
  link: (name: string, scope?: Scope) => Locator
  /** A named part of the page. */
  region: (name: string, scope?: Scope) => Locator
  dialog: (name: string) => Locator
  fill: (label: string, text: string, scope?: Scope) => Promise<void>
  press: (name: string, scope?: Scope) => Promise<void>
  /** Finds a choice by typing, and takes it. */
  choose: (label: string, typed: string, option: string, scope?: Scope) => Promise<void>
  /** Waits until this is on the page. */
  sees: (text: string, scope?: Scope) => Promise<void>
  /** Waits for a passing notice and puts it away. */
  noticed: (text: string) => Promise<void>
  /** Goes to a room of the program by its rail. */
  enter: (room: string) => Promise<void>
  heading: (name: string) => Promise<void>
  /** The file that this act makes the browser, or the shell, save. */
  saved: Saving
  /** Keeps a picture of the window in the tests' output. */
  shoot: (name: string) => Promise<void>
  /** Another window of the same person beside this one. */
  another: () => Promise<Desk>
  /** Shows the same window in the other language. */
  inLanguage: (language: Language) => Promise<Desk>
}>

export function launchChromium(executablePath: string): Promise<Browser> {
  // Scrollbars take their room, as in front of a person: without them a second one beside the first goes unseen.
  return chromium.launch({
    executablePath,
    args: [...chromiumFlags()],
    ignoreDefaultArgs: ['--hide-scrollbars'],
  })
}

/** Opens the host's window in a browser that has never seen it, far from Vietnam's clocks. */
export async function openWorkspace(
  browser: Browser,
  host: Pick<Host, 'launchUrl' | 'origin'>,
  options: Readonly<{
    language?: Language
    size?: Readonly<{ width: number; height: number }>
    dark?: boolean
  }> = {},
): Promise<Desk> {
  const language = options.language ?? 'vi'
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 720 },
    colorScheme: options.dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
    timezoneId: 'America/New_York',
    locale: 'en-US',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const desk = await deskOn(page, 'vi', host.origin)
  await page.goto(host.launchUrl)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return language === 'vi' ? desk : desk.inLanguage(language)
}

/** Sits down at a window that is open already: a shell's. `saved` is how a file leaves it. */
export async function deskAt(
  page: Page,
  origin: string,
  { language, saved }: Readonly<{ language: Language; saved: Saving }>,
): Promise<Desk> {
  page.context().setDefaultTimeout(PATIENCE_MS)
  const desk = await deskOn(page, 'vi', origin, await watch(page, origin), saved)
  await page.evaluate(reportViolations)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return language === 'vi' ? desk : desk.inLanguage(language)
}

async function deskOn(
  page: Page,
  language: Language,
  origin: string,
  given?: string[],
  saved: Saving = (act) => savedByBrowser(page, act),
): Promise<Desk> {
  const faults = given ?? (await watch(page, origin))
  const t = wordsIn(language)
  const field: Desk['field'] = (label, scope = page) =>
    scope.getByLabel(
      new RegExp(`^\\s*${escaped(label)}\\s*(\\*\\s*${escaped(t('common.required'))})?\\s*$`, 'u'),
    )
  const button: Desk['button'] = (name, scope = page) =>
    scope.getByRole('button', { name, exact: true })
  const link: Desk['link'] = (name, scope = page) => scope.getByRole('link', { name })
  const region: Desk['region'] = (name, scope = page) =>
    scope.getByRole('region', { name, exact: true })
  const press: Desk['press'] = (name, scope) => button(name, scope).click()
  const heading: Desk['heading'] = (name) =>
    page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

  const desk: Desk = {
    page,
    language,
    t,
    faults,
    field,
    button,
    link,
    region,
    press,
    heading,
    dialog: (name) => page.getByRole('dialog', { name, exact: true }),
    fill: (label, text, scope) => field(label, scope).fill(text),
    choose: async (label, typed, option, scope) => {
      await field(label, scope).fill(typed)
      await page.getByRole('option', { name: new RegExp(`^${escaped(option)}`, 'u') }).click()
    },
    sees: (text, scope = page) => scope.getByText(text).first().waitFor(),
    noticed: async (text) => {
      const notices = page.getByRole('status', { name: t('frame.notices') })
      const said = notices.getByText(text).first()
      await said.waitFor()
      // It leaves by itself after a while, perhaps before it is pressed away.
      const away = button(t('frame.dismiss'), said.locator('..')).click({ timeout: 5_000 })
      await away.catch(() => undefined)
      await said.waitFor({ state: 'hidden' })
    },
    enter: async (room) => {
      const rails = (['frame.rail', 'frame.railFoot'] as const).map((key) =>
        page.getByRole('navigation', { name: t(key), exact: true }),
      )
      const [rail, foot] = rails as [Locator, Locator]
      await rail.or(foot).getByRole('link', { name: room, exact: true }).click()
    },
    saved,
    shoot: async (name) => {
      await mkdir(PICTURES, { recursive: true })
      await page.screenshot({ path: join(PICTURES, `${name}.png`) })
    },
    another: async () => {
      const other = await page.context().newPage()
      const second = await deskOn(other, language, origin)
      await other.goto(origin)
      await other.getByRole('heading', { level: 1 }).waitFor()
      return second
    },
    inLanguage: async (next) => {
      const words = wordsIn(next)
      const choice = page.getByRole('group', { name: t('frame.language') })
      await choice.getByText(t(next === 'vi' ? 'frame.languageVi' : 'frame.languageEn')).click()
      await page.getByRole('group', { name: words('frame.language') }).waitFor()
      return deskOn(page, next, origin, faults, saved)
    },
  }
  return desk
}

/** Writes down what no test may bring about, from the first byte of the page on. */
async function watch(page: Page, origin: string): Promise<string[]> {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      faults.push(`console: ${message.text()} (${message.location().url})`)
    }
  })
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(?:blob|data):/.test(url)) faults.push(`out: ${url}`)
  })
  await page.exposeFunction('reportViolation', (text: string) => faults.push(`policy: ${text}`))
  await page.addInitScript(reportViolations)
  return faults
}

/** Runs in the page. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const report: unknown = Reflect.get(window, 'reportViolation')
    if (typeof report === 'function') {
      report.call(window, `${event.effectiveDirective} ${event.blockedURI}`)
    }
  })
}

async function savedByBrowser(page: Page, act: () => Promise<void>): Promise<Saved> {
  const coming = page.waitForEvent('download')
  await act()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
}
