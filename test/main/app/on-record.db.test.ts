import type { AuditEvent } from '#core/audit/model.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RouteDefinition } from '#shared/protocol/define.ts'
import { contract, type InputOf, type OutputOf, type RouteName } from '#shared/contract/index.ts'
import { ENGINES, startBoard, type PersonKey, type TestApp } from '#test/setup/app.ts'
import { wordless } from '#test/setup/event-words.ts'
import { doEveryAct } from './every-act.ts'

/** What changes nothing that anybody else can see: looking, and forms not finished yet. */
const WITHOUT_TRACE: ReadonlySet<string> = new Set([
  'app.status',
  'session.current',
  'session.present',
  'audit.verify',
  'drafts.save',
  'reminders.markSeen',
  'snapshots.list',
  'drafts.remove',
  // The upload itself is on record.
  'evidence.requestUpload',
  'settings.requestLogo',
  // Looking at a page, making ready, and a file that is only compared leave nothing behind.
  'letters.preview',
  'letters.previewTexts',
  'letters.warmUp',
  'letters.requestVerification',
  // Stopping leaves nothing that was not there before.
  'letters.stopPacking',
])
/** Done before anybody can look at the record; session.test.ts shows them. */
const BEFORE_THE_RECORD = [
  'setup.create',
  'session.signIn',
  'session.recover',
  'session.restore',
  'session.signOut',
  // Needs a loss first; journal-tail.db.test.ts shows it.
  'audit.acknowledgeLoss',
]

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(() => app.remove())

  it('every act there is leaves who did it and when', async () => {
    const played = new Set<string>(BEFORE_THE_RECORD)
    const lastEvent = async () => {
      const [event] = await app
        .as('auditor')
        .call('audit.list', { personId: null, before: null, limit: 1 })
      return event
    }
    async function act<R extends RouteName>(
      by: PersonKey,
      route: R,
      input: InputOf<R>,
    ): Promise<OutputOf<R>> {
      const before = await lastEvent()
      const data = await app.as(by).call(route, input)
      const after = await lastEvent()
      expect(after?.sequence ?? 0, route).toBeGreaterThan(before?.sequence ?? 0)
      expect(after, route).toMatchObject({ personId: app.ids[by], at: app.clock.now() })
      played.add(route)
      return data
    }

    await doEveryAct(app, engine, act)
    // A server keeps its own copies.
    if (engine !== 'sqlite') played.add('snapshots.take').add('snapshots.rehearse')

    const definitions: Readonly<Record<string, RouteDefinition>> = contract
    const acts = Object.entries(definitions)
      .filter(([, { kind }]) => kind === 'command' || kind === 'unmanaged')
      .map(([route]) => route)
      .filter((route) => !WITHOUT_TRACE.has(route))
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
