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
