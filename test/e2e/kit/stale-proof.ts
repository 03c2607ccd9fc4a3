import type { Locator } from 'playwright-core'

import type { Desk } from './desk.ts'

/**
 * The next call of a route is answered as five minutes after the last proof; everything else goes through, the proof
 * itself and the repeated call too.
 */
export async function proofIsStale({ page }: Desk, route: string): Promise<void> {
  await page.route(
    `**/api/${route}`,
    (request) => request.fulfill({ json: { ok: false, error: { code: 'PROOF_REQUIRED' } } }),
    { times: 1 },
  )
}

/**
 * Waits for what an act brings, and first answers who sits here where that is asked: on a slow machine the five minutes after
 * the last proof are over by themselves.
 */
export async function comes(desk: Desk, sign: Locator, password: string): Promise<void> {
  const asked = desk.dialog(desk.t('session.proof.title'))
  await sign.or(asked).first().waitFor()
  if (!(await asked.isVisible())) return
  await desk.field(desk.t('session.password'), asked).fill(password)
  await desk.page.keyboard.press('Enter')
  await sign.waitFor()
}
