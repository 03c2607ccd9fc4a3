/**
 * Every screen in both languages, and in both themes: WCAG 2.2 A and AA by axe, and nothing cut off at 1280×720. The colours of
 * the dark theme are looked at in one language, for another has the same.
 */
import axe, { type AxeResults } from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'

import { stepAt } from '#core/people/second-factor.ts'
import { codeOf } from '#main/vault/one-time-codes.ts'
import { addMember, setUp, signIn, signInFirst, signOut } from './kit/board.ts'
import { type Desk, launchChromium, openWorkspace } from './kit/desk.ts'
import { type Host, startHost } from './kit/host.ts'
import { cutOff, strayScrolls } from './kit/layout.ts'
import { DEPUTY } from './kit/members.ts'
import { DEMO_CHAIR, leave, SCREENS, settle } from './kit/screens.ts'
import { comes, proofIsStale } from './kit/stale-proof.ts'

/** With a password of their own once they were in. */
const CLERK = {
  username: 'hoa.vu',
  password: 'cánh đồng lúa chín vàng',
  fullName: 'Vũ Thị Hoa',
  title: 'Uỷ viên',
}

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type AxeWindow = Window & { axe: typeof axe }

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium(inject('chromiumPath'))
})
afterAll(() => browser.close())

/** What axe finds, in words that point to the place. The dark theme differs in its colours only, and another language in anything else. */
async function violations(desk: Desk, dark: boolean): Promise<readonly string[]> {
  const { page } = desk
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
  await page.locator(`html[data-theme="${dark ? 'dark' : 'light'}"]`).waitFor()
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const runOnly = dark
    ? { type: 'rule' as const, values: ['color-contrast'] }
    : { type: 'tag' as const, values: STANDARD }
  const rules = { 'color-contrast': { enabled: dark || desk.language === 'vi' } }
  const found: AxeResults = await page.evaluate(
    (options) => (window as unknown as AxeWindow).axe.run(document, options),
    { runOnly, rules, resultTypes: ['violations' as const] },
  )
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} — ${node.failureSummary ?? ''}`),
  )
}

async function examine(desk: Desk): Promise<void> {
  await settle(desk)
  expect(
    {
      cutOff: await cutOff(desk),
      light: await violations(desk, false),
      dark: desk.language === 'vi' ? await violations(desk, true) : [],
      strays: desk.language === 'vi' ? await strayScrolls(desk) : [],
    },
    'what a person cannot read or reach',
  ).toEqual({ cutOff: [], light: [], dark: [], strays: [] })
  expect(desk.faults).toEqual([])
}

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  describe('the demonstration board', () => {
    let host: Host
    let desk: Desk

    beforeAll(async () => {
      host = await startHost({ demo: true })
      desk = await openWorkspace(browser, host, { language })
    })
    afterAll(async () => {
      await desk.page.context().close()
      await host.stop()
    })
    /** One screen at fault says nothing of the others: the next finds the window as if it were just opened. */
    afterEach(async (context) => {
      if (context.task.result?.state !== 'fail') return
      process.stderr.write(`${context.task.name} is at fault. ${desk.faults.join('; ')}\n`)
      await desk.shoot(`axe-${language}-${context.task.name}-failed`)
      await desk.page.reload()
      await desk.page.getByRole('heading', { level: 1 }).waitFor()
      desk.faults.length = 0
    })

    it('sign-in', async () => {
      await examine(desk)
      await desk.press(desk.t('session.forgot'))
      await desk.heading(desk.t('session.recoverTitle'))
      await examine(desk)
      await desk.press(desk.t('session.backToSignIn'))
      await signIn(desk, DEMO_CHAIR)
    })

    // Once more: what only a hiccup of the browser or its network brought about is in the log, not in the verdict.
    it.each(SCREENS)('$name', { retry: 1 }, async ({ open }) => {
      await open(desk)
      await examine(desk)
      await leave(desk)
    })

    it('the question who sits here', async () => {
      await desk.enter(desk.t('figures.title'))
      await proofIsStale(desk, 'figures.export')
      await desk.press(desk.t('complaints.bulk.csv'))
      await desk.dialog(desk.t('session.proof.title')).waitFor()
      await examine(desk)
      await desk.press(desk.t('common.cancel'))
      await desk.sees(desk.t('errors.PROOF_REQUIRED'))
    })

    it('the second step: set up, its codes, and asked for', async () => {
      const { t, page } = desk
      const chair = { fullName: 'Trần Thị Ngọc Lan' }
      await desk.enter(t('frame.settings'))
      await desk.link(t('settings.section.account')).click()
      await desk.press(t('session.account.begin'))
      const picture = page.getByRole('img', { name: t('session.setUp.picture') })
      await comes(desk, picture, DEMO_CHAIR.password)
      await examine(desk)
      const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
      await desk.fill(
        t('session.secondStep.code'),
        codeOf(secret, stepAt(new Date().toISOString())),
      )
      await desk.press(t('session.setUp.confirm'))
      const codes = desk.region(t('session.setUp.codes')).getByRole('listitem')
      const recovery = await codes.first().innerText()
      await examine(desk)
      await desk.press(t('session.setUp.kept'))
      await desk.sees(t('session.account.on', { n: 10 }, 10))
      await signOut(desk, chair)
      await desk.fill(t('session.username'), DEMO_CHAIR.username)
      await desk.fill(t('session.password'), DEMO_CHAIR.password)
      await desk.press(t('session.signIn'))
      await desk.heading(t('session.secondStep.title'))
      await examine(desk)
      await desk.fill(t('session.secondStep.codeOrRecovery'), recovery)
      await desk.press(t('session.secondStep.enter'))
      await page.getByRole('navigation', { name: t('frame.rail'), exact: true }).waitFor()
      await proofIsStale(desk, 'figures.export')
      await desk.enter(t('figures.title'))
      await desk.press(t('complaints.bulk.csv'))
      await desk.field(t('session.secondStep.codeOrRecovery')).waitFor()
      await examine(desk)
      await desk.press(t('common.cancel'))
    })

    it('signs out from wherever it is', async () => {
      await signOut(desk, { fullName: 'Trần Thị Ngọc Lan' })
    })
  })

  it('the first set-up, and the accounts that wait for somebody’s word', async () => {
    const host = await startHost()
    try {
      const desk = await openWorkspace(browser, host, { language })
      const chair = { ...DEMO_CHAIR, fullName: 'Trần Thị Ngọc Lan', title: 'Trưởng ban' }
      await setUp(desk, chair, () => examine(desk))
      // Nobody is a second person yet.
      await desk.sees(desk.t('people.account.mark.alone'))
      await examine(desk)
      const names = 'Công Tằng Tôn Nữ Thị Bạch Liên Hoa Kim Ngân Phương Thảo'
      await addMember(desk, DEPUTY, 'board')
      await addMember(desk, { ...CLERK, fullName: names }, 'board')
      await signOut(desk, chair)
      await signInFirst(desk, DEPUTY, () => examine(desk))
      await signOut(desk, DEPUTY)
      await signInFirst(desk, CLERK)
      await desk.sees(desk.t('issues.ACCOUNT_UNCONFIRMED'))
      await examine(desk)
      await desk.shoot(`${language}-account-to-confirm`)
      await signOut(desk, { fullName: names })
      await signIn(desk, DEPUTY)
      await desk.link(desk.t('frame.approvalsWaiting', { n: 1 })).click()
      await desk.button(desk.t('people.account.confirmOf', { name: names })).waitFor()
      await examine(desk)
      await desk.shoot(`${language}-confirming-an-account`)
      await desk.page.context().close()
    } finally {
      await host.stop()
    }
  })
})
