import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromiumFlags, findChromium } from '../../../scripts/chromium.ts'
import { type Browser, connect } from './cdp.ts'
import { tellTest } from './wire.ts'

/** Found by the ways of this machine, whatever system the program is told later that it runs on. */
const PROGRAM = findChromium()

let running: Promise<Browser> | null = null
let child: ChildProcess | null = null
let profile = ''

/** The one Chromium behind all windows of this program, started with the first of them. */
export function chromium(): Promise<Browser> {
  running ??= start()
  return running
}

/** Ends Chromium at once and removes what it wrote. */
export function stopChromium(): void {
  child?.kill('SIGKILL')
  child = null
  if (profile !== '') rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}

async function start(): Promise<Browser> {
  if (PROGRAM === undefined) throw new Error('No Chromium found: name one in HOI_AM_CHROMIUM.')
  profile = mkdtempSync(join(tmpdir(), 'stand-in-window-'))
  const started = spawn(
    PROGRAM,
    [
      ...chromiumFlags(),
      '--headless=new',
      '--remote-debugging-port=0',
      '--remote-allow-origins=*',
      `--user-data-dir=${profile}`,
      '--lang=en-US',
      '--no-default-browser-check',
      '--disable-dev-shm-usage',
      '--disable-backgrounding-occluded-windows',
      // A process kept ready for the next page is one more at every sign-out, which takes the page's own away.
      '--disable-features=SpareRendererForSitePerProcess',
      'about:blank',
    ],
    // Far from Vietnam, as the desks of the end-to-end tests are.
    { env: { ...process.env, TZ: 'America/New_York' }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  child = started
  let said = ''
  const endpoint = await new Promise<string>((resolve, reject) => {
    started.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000)
      const [, url] = /DevTools listening on (ws:\S+)/u.exec(said) ?? []
      if (url !== undefined) resolve(url)
    })
    started.once('error', reject)
    started.once('exit', (code) =>
      reject(new Error(`Chromium ended with ${String(code)}.\n${said}`)),
    )
  })
  tellTest({ type: 'browser', endpoint })
  return connect(endpoint)
}
