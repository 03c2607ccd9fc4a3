/** The second step with ten fingers and a real code: set up, asked at the next sign-in, asked with the password, turned off. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'

import { stepAt } from '#core/people/second-factor.ts'
import { codeOf } from '#main/vault/one-time-codes.ts'
import { signIn } from '../kit/board.ts'
import { type Desk, launchChromium, openWorkspace } from '../kit/desk.ts'
import { fingersOn } from '../kit/fingers.ts'
import { type Host, startHost } from '../kit/host.ts'
import { DEMO_CHAIR } from '../kit/screens.ts'
import { appOf, readPicture } from '../kit/telephone.ts'

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
  if (context.task.result?.state === 'fail') await desk.shoot('second-step-failed')
})

const { keys, type, use, write } = fingersOn(() => desk)

it('is set up, asked for after the password, and taken once', async () => {
  const { t, page } = desk
  const now = (later = 0): number => stepAt(new Date().toISOString()) + later
  await desk.enter(t('frame.settings'))
  await use(desk.link(t('settings.section.account')))
  await desk.sees(t('session.account.off'))
  await use(desk.button(t('session.account.begin')))
  await desk.heading(t('session.setUp.title'))
  const picture = page.getByRole('img', { name: t('session.setUp.picture') })
  await picture.waitFor()
  await desk.shoot('second-step-set-up')
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
  const app = appOf(await readPicture(picture))
  expect(app.secret.base32).toBe(secret)
  expect([app.issuer, app.label]).toEqual(['Hồi Âm', DEMO_CHAIR.username])

  await write(t('session.secondStep.code'), codeOf(secret, now(20)))
  await keys('Enter')
  await desk.sees(t('issues.CODE_WRONG'))
  // Typed over what was wrong.
  await keys('Control+a')
  await type(app.generate())
  await keys('Enter')
  const codes = desk.region(t('session.setUp.codes'))
  await codes.waitFor()
  const shown = await codes.getByRole('listitem').allInnerTexts()
  expect(shown).toHaveLength(10)
  await desk.shoot('second-step-codes')
  await use(desk.button(t('session.setUp.kept')))
  await desk.sees(t('session.account.on', { n: 10 }, 10))

  await page
    .getByRole('button', { name: t('frame.personMenu', { name: 'Trần Thị Ngọc Lan' }) })
    .press('Enter')
  await use(desk.button(t('frame.signOut')))
  await desk.heading(t('session.title'))
  await write(t('session.username'), DEMO_CHAIR.username)
  await write(t('session.password'), DEMO_CHAIR.password)
  await keys('Enter')
  await desk.heading(t('session.secondStep.title'))
  await desk.shoot('second-step-code')
  // No other room opens by its address.
  await page.evaluate(() => (window.location.hash = '#/khieu-nai'))
  await desk.heading(t('session.secondStep.title'))

  await type(codeOf(secret, now(-20)))
  await keys('Enter')
  await desk.sees(t('issues.CODE_WRONG'))
  const [recovery = ''] = shown
  await type(recovery.toLowerCase())
  await keys('Enter')
  await desk.heading(t('complaints.title'))

  await desk.enter(t('frame.settings'))
  await use(desk.link(t('settings.section.account')))
  await desk.sees(t('session.account.on', { n: 9 }, 9))
  await use(desk.button(t('session.account.drop')))
  await use(desk.button(t('session.account.drop'), desk.dialog(t('session.account.dropTitle'))))
  await desk.sees(t('session.account.off'))
  expect(desk.faults).toEqual([])
})
