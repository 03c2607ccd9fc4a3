import type { TestApp } from '#test/setup/app.ts'
import { versionOf } from '#test/setup/case.ts'
import type { Act } from './every-act.ts'

/** A complaint divided into points, answered point by point, and made one again. */
export async function doPointActs(app: TestApp, act: Act, id: string): Promise<void> {
  const version = () => versionOf(app, id)
  const { points } = await act('investigator', 'complaints.divide', {
    ...{ id, version: await version() },
    points: ['Số bị lộ', 'Bị gọi'].map((text) => ({ id: null, text, clauses: [] })),
  })
  await act('investigator', 'complaints.answerPoints', {
    ...{ id, version: await version() },
    answers: points.map((point) => ({ id: point.id, finding: 'upheld' as const, reason: 'Đúng' })),
  })
  await act('investigator', 'complaints.divide', { id, version: await version(), points: [] })
}
