/** One's own way in: who sits here is asked again, and a telephone as second step, on a demonstration board. */
import { expect } from 'vitest'

import { stepAt } from '#core/people/second-factor.ts'
import { codeOf } from '#main/vault/one-time-codes.ts'
import { signOut } from '#test/e2e/kit/board.ts'
import { DEMO_CHAIR } from '#test/e2e/kit/screens.ts'
import { proofIsStale } from '../kit/outside.ts'
import { openSection } from './board-work.ts'
import { CHAIR, type Walk } from './walk.ts'

export const wayIn: Walk = {
  'asks again who sits here, and goes on with what was begun': async ({ desk, program }) => {
    const { t } = desk
    await desk.enter(t('figures.title'))
    await proofIsStale(program, 'figures.export')
    const table = await desk.saved(async () => {
      await desk.press(t('complaints.bulk.csv'))
      const asked = desk.dialog(t('session.proof.title'))
      await desk.fill(t('session.password'), DEMO_CHAIR.password, asked)
      await desk.press(t('session.proof.act'), asked)
    })
    expect(table.name).toMatch(/\.csv$/u)
  },

  'takes a telephone as second step, comes in by its code, and gives it up': async ({ desk }) => {
    const { t, page } = desk
    await openSection(desk, 'account')
    await desk.press(t('session.account.begin'))
    const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
    const code = codeOf(secret, stepAt(new Date().toISOString()))
    await desk.fill(t('session.secondStep.code'), code)
    await desk.press(t('session.setUp.confirm'))
    const codes = desk.region(t('session.setUp.codes')).getByRole('listitem')
    const recovery = await codes.first().innerText()
    await desk.press(t('session.setUp.kept'))
    await desk.sees(t('session.account.on', { n: 10 }, 10))
    await signOut(desk, CHAIR)
    await desk.fill(t('session.username'), DEMO_CHAIR.username)
    await desk.fill(t('session.password'), DEMO_CHAIR.password)
    await desk.press(t('session.signIn'))
    await desk.fill(t('session.secondStep.codeOrRecovery'), recovery)
    await desk.press(t('session.secondStep.enter'))
    await openSection(desk, 'account')
    await desk.press(t('session.account.drop'))
    await desk.press(t('session.account.drop'), desk.dialog(t('session.account.dropTitle')))
    await desk.sees(t('session.account.off'))
  },

  'demands a second step of a role': async ({ desk }) => {
    const { t } = desk
    await openSection(desk, 'people')
    const block = desk.region(t('people.secondStep.title'))
    await desk.press(t('case.block.edit'), block)
    await block.getByLabel(t('terms.role.auditor')).check()
    await desk.press(t('case.block.save'), block)
    await desk.sees(t('people.secondStep.some', { demanded: t('terms.role.auditor') }), block)
  },
}
