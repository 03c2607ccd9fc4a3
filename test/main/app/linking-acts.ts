import type { TestApp } from '#test/setup/app.ts'
import type { Act } from './every-act.ts'

/** What makes cases hang together: a related case, linked and unlinked, and the review of an answered one. */
export async function doLinkingActs(
  app: TestApp,
  act: Act,
  { answered, one, other }: Readonly<Record<'answered' | 'one' | 'other', string>>,
): Promise<void> {
  await act('intake', 'complaints.relate', { id: one, code: other, related: true })
  await act('intake', 'complaints.relate', { id: one, code: other, related: false })
  await act('intake', 'complaints.review', {
    ...{ id: answered, channel: 'phone', receivedAt: app.clock.now() },
    ...{ narrative: 'Không đồng ý', wanted: '' },
  })
}
