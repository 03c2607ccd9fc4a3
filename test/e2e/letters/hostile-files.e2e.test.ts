/** Files made to harm, given to the built program: refused in words, while everybody else works on. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'

import { signIn } from '../kit/board.ts'
import { fillIntake, openIntake } from '../kit/complaint.ts'
import { type Desk, launchChromium, openWorkspace } from '../kit/desk.ts'
import { type Host, startHost } from '../kit/host.ts'
import { verifyHostilePdf } from '../kit/hostile.ts'
import { DEMO_CHAIR } from '../kit/screens.ts'

let browser: Browser
let host: Host
let desk: Desk

beforeAll(async () => {
  browser = await launchChromium(inject('chromiumPath'))
  host = await startHost({ demo: true })
  desk = await openWorkspace(browser, host)
  await signIn(desk, DEMO_CHAIR)
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await desk.shoot('hostile-file-failed')
})

it('a PDF that once froze the program for two minutes is refused, and a complaint saved meanwhile', async () => {
  const { t } = desk
  const core = host.processOf('core-process')
  const other = await desk.another()
  await openIntake(other)
  await fillIntake(other, { fullName: 'Lê Thị Thu', phone: '0912 345 678', account: 'thu.le' })
  await verifyHostilePdf(desk, async () => {
    await other.press(t('intake.save'))
    await other.sees('KN-', other.region(t('intake.saved.title')))
  })
  expect(host.processOf('core-process')).toBe(core)
  await desk.shoot('verify-refused')

  // The next file is read as if nothing had been.
  const files = desk.region(t('letters.verify.file'))
  const buffer = Buffer.from('%PDF-1.4')
  await files
    .locator('input[type=file]')
    .setInputFiles({ name: 'Báo giá.pdf', mimeType: 'application/pdf', buffer })
  await desk.sees(t('letters.verify.result.unknown'), files)
  expect([...desk.faults, ...other.faults]).toEqual([])
})
