/** Five minutes after the last proof: the question who sits here, answered with ten fingers. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'

import { signIn } from '../kit/board.ts'
import { type Desk, launchChromium, openWorkspace } from '../kit/desk.ts'
import { fingersOn } from '../kit/fingers.ts'
import { type Host, startHost } from '../kit/host.ts'
import { DEMO_CHAIR } from '../kit/screens.ts'
import { proofIsStale } from '../kit/stale-proof.ts'

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

const { keys, type, use } = fingersOn(() => desk)

it('is asked once, is not answered by a wrong password, and lets what was begun go on', async () => {
  const { t, page } = desk
  await desk.enter(t('figures.title'))
  const csv = desk.button(t('complaints.bulk.csv'))
  await proofIsStale(desk, 'figures.export')
  await use(csv)
  const asked = desk.dialog(t('session.proof.title'))
  await asked.waitFor()
  await desk.shoot('fresh-proof')

  // Stepping back: not done, and said so quietly.
  await keys('Escape')
  await asked.waitFor({ state: 'detached' })
  await desk.sees(t('errors.PROOF_REQUIRED'))

  await proofIsStale(desk, 'figures.export')
  await use(csv)
  await asked.waitFor()
  await type('không phải mật khẩu này')
  await keys('Enter')
  await desk.sees(t('errors.WRONG_CREDENTIALS'))
  expect(await desk.field(t('session.password'), asked).inputValue()).toBe('')

  const { name } = await desk.saved(async () => {
    await type(DEMO_CHAIR.password)
    await keys('Enter')
  })
  expect(name).toMatch(/\.csv$/u)
  await asked.waitFor({ state: 'detached' })
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(desk.faults).toEqual([])
})
