import { randomUUID } from 'node:crypto'
import type { AuditEvent } from '#core/audit/model.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type InputOf, type OutputOf, type RouteName } from '#shared/contract/index.ts'
import { AGAIN } from '#main/app/again.ts'
import { withCommandId } from '#shared/protocol/command-id.ts'
import { ENGINES, Refused, startBoard, type PersonKey, type TestApp } from '#test/setup/app.ts'
import { wordless } from '#test/setup/event-words.ts'
import { doEveryAct } from './every-act.ts'
import { ON_RECORD } from './on-record.ts'

const again: Readonly<Record<string, unknown>> = AGAIN
const table: Readonly<Record<string, readonly string[] | null>> = ON_RECORD

/** Done before anybody can look at the record; session.test.ts shows them. */
const BEFORE_THE_RECORD = [
  'setup.create',
  'session.signIn',
  'session.recover',
  'session.restore',
  // Where there is no board yet; second-place.db.test.ts shows it.
  'snapshots.bringBack',
  'session.signOut',
  // Needs a loss first; journal-tail.db.test.ts shows it.
  'audit.acknowledgeLoss',
  // Of an issued letter; looks.db.test.ts shows it.
  'letters.preview',
  // Need a case that was closed long ago; erasing.db.test.ts shows them.
  'retention.propose',
  'retention.decide',
  'retention.certify',
  'retention.certificate',
]

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(() => app.remove())

  it('every act there is leaves who did it and when', async () => {
    const played = new Set<string>(BEFORE_THE_RECORD)
    const newest = (limit: number) =>
      app.as('auditor').call('audit.list', { personId: null, before: null, limit })
    async function act<R extends RouteName>(
      by: PersonKey,
      route: R,
      input: InputOf<R>,
    ): Promise<OutputOf<R>> {
      const head = (await newest(1))[0]?.sequence ?? 0
      const isCommand = contract[route].kind === 'command'
      const sent = isCommand ? withCommandId(input, randomUUID()) : input
      const data = await callRaw(by, route, sent)
      const left = (await newest(20)).filter(({ sequence }) => sequence > head)
      const [after] = left
      const promised: readonly string[] = table[route] ?? []
      expect(
        left.map(({ action }) => action).filter((each) => promised.includes(each)),
        route,
      ).not.toEqual([])
      expect(after, route).toMatchObject({ personId: app.ids[by], at: app.clock.now() })
      // Sent again after a lost answer: the same answer, or that it was done; and nothing more is.
      if (isCommand) {
        const second = await app.as(by).askRaw(route, sent)
        const heard = again[route] ? { data } : { error: { code: 'DONE_BEFORE' } }
        expect(second, route).toMatchObject(heard)
        expect((await newest(1))[0]?.sequence, route).toBe(after?.sequence)
      }
      played.add(route)
      return data as OutputOf<R>
    }
    async function callRaw(by: PersonKey, route: RouteName, input: object): Promise<unknown> {
      const answer = await app.as(by).askRaw(route, input)
      if (!answer.ok) throw new Refused(route, answer.error)
      return answer.data
    }

    await doEveryAct(app, engine, act)
    // A server keeps its own copies.
    if (engine !== 'sqlite') {
      played.add('snapshots.take').add('snapshots.rehearse')
      played.add('snapshots.choosePlace').add('snapshots.leavePlace')
    }

    const acts = Object.entries(ON_RECORD).flatMap(([route, left]) =>
      left === null ? [] : [route],
    )
    expect([...played].toSorted()).toEqual(acts.toSorted())
    expect((await app.as('auditor').call('audit.verify', {})).brokenAt).toBeNull()

    const events: AuditEvent[] = []
    for (let before: number | null = null; ; before = events.at(-1)!.sequence) {
      const page: readonly AuditEvent[] = await app
        .as('auditor')
        .call('audit.list', { personId: null, before, limit: 100 })
      events.push(...page)
      if (page.length < 100) break
    }
    expect(wordless(events), 'has words for whoever reads the record').toEqual([])
  })
})
