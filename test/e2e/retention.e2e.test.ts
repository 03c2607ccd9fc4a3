/** Personal data of closed cases: a period set, cases proposed by one, erased by another, certified; a hold in a case. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'

import { signIn } from './kit/board.ts'
import { type Desk, launchChromium, openWorkspace } from './kit/desk.ts'
import { type Host, startHost } from './kit/host.ts'
import { certify, eraseAsDeputy, holdCase, proposeFirst } from './kit/retention.ts'
import { DEMO_CHAIR } from './kit/screens.ts'

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
  if (context.task.result?.state === 'fail') await desk.shoot('retention-failed')
  expect(desk.faults).toEqual([])
})

it('a case is kept by a hold, which stands at its head until a second person lifts it', () =>
  holdCase(desk))

it('cases that are due are proposed by one person, erased by another, and certified', async () => {
  const { t, page } = desk
  const code = await proposeFirst(desk)
  await desk.shoot('retention-proposed')
  await eraseAsDeputy(desk, code)
  const register = desk.region(t('retention.register.title'))
  const take = await certify(desk, code)
  await desk.shoot('retention-certified')
  const { name, bytes } = await desk.saved(() => desk.press(take, register))
  expect(name).toBe('01-BB-XDL.pdf')
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')

  await register.getByRole('row', { name: code }).getByText(code).click()
  await page.waitForURL(/khieu-nai/u)
  await page.getByText(/^Thông tin cá nhân của hồ sơ này đã bị xóa/u).waitFor()
  await desk.shoot('retention-anonymous')
})
