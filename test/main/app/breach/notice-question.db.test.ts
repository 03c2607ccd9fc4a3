import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { CaseFile } from '#core/case/case-file.ts'
import { addHours, type Instant } from '#core/kernel/calendar.ts'
import { ENGINES, START, startBoard, type TestApp } from '#test/setup/app.ts'
import {
  breachFacts,
  caseOf,
  checkInput,
  checkState,
  decideNotice,
  findCause,
  planRemedy,
  setOutcome,
  takeComplaint,
} from '#test/setup/case.ts'

const OWED = { owed: true, reason: 'Thông tin bị dùng sai mục đích.' }
const FREE = { owed: false, reason: 'Không có dấu hiệu gây nguy hại.' }

const clockOf = ({ deadlines }: CaseFile, rule: string) =>
  deadlines.find((each) => each.rule === rule)

describe.each(ENGINES)('whether a violation must be notified, on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(() => app.remove())
  beforeEach(() => comeIn(START))

  /** Everybody whose session a turned clock has ended is there again. */
  async function comeIn(at: Instant): Promise<void> {
    app.clock.set(at)
    for (const key of ['chair', 'deputy', 'investigator', 'intake'] as const) await app.signIn(key)
  }

  const leak = async (id: string, finding: 'leaked' | 'misused' | 'correct' = 'leaked') => {
    await app.as('investigator').call('investigation.saveCheck', {
      ...{ ...checkInput(app, id), dataItem: 'email', finding },
    })
  }

  /** Puts right what a check said by mistake. */
  const correct = async (id: string) => {
    const { stateChecks } = await caseOf(app, id)
    for (const { version } of stateChecks) {
      await app.as('investigator').call('investigation.saveCheck', {
        ...{ ...checkInput(app, id), dataItem: 'email', finding: 'correct' },
        version,
      })
    }
  }

  it.each(['leaked', 'misused'] as const)(
    'is asked the moment a check says %s, with 72 hours from then',
    async (finding) => {
      const { id } = await takeComplaint(app)
      await leak(id, 'correct')
      expect((await caseOf(app, id)).breach).toBeNull()
      await comeIn(addHours(START, 5))
      await app.as('investigator').call('investigation.saveCheck', {
        ...{ ...checkInput(app, id), dataItem: 'address', finding },
      })
      const file = await caseOf(app, id)
      expect(file.breach).toMatchObject({ state: 'suspected', detectedAt: addHours(START, 5) })
      const question = { state: 'running', endsAt: addHours(START, 77) }
      expect(clockOf(file, 'T-BR-ASK')).toMatchObject(question)
      expect(clockOf(file, 'T-BR-72')).toMatchObject(question)
      const events = await app.as('chair').call('complaints.history', {
        ...{ id, before: null, limit: 10 },
      })
      expect(events.map(({ action }) => action)).toContain('breach.suspected')
    },
  )

  it('is asked when the cause alone says so', async () => {
    const { id } = await takeComplaint(app)
    await app.as('investigator').call('investigation.saveCause', {
      ...{ complaintId: id, version: 0, state: 'established', category: 'NN-07' },
      ...{ statement: 'Người bán gọi quảng cáo.', undeterminedReason: '' },
    })
    expect(clockOf(await caseOf(app, id), 'T-BR-ASK')?.state).toBe('running')
  })

  it('counts from the detection on record, and is not asked twice', async () => {
    const { id } = await takeComplaint(app, { breachDetectedAt: START })
    await comeIn(addHours(START, 10))
    await leak(id)
    const file = await caseOf(app, id)
    expect(file.breach?.version).toBe(1)
    expect(clockOf(file, 'T-BR-ASK')?.endsAt).toBe(addHours(START, 72))
  })

  it('keeps a result letter from being submitted until both halves are answered', async () => {
    const { id } = await takeComplaint(app)
    await checkState(app, id)
    await leak(id)
    await findCause(app, id)
    await planRemedy(app, id)
    await setOutcome(app, id)
    const letter = await app.as('investigator').call('letters.draft', {
      ...{ complaintId: id, kind: 'L4', variant: 'upheld', replacesId: null, language: 'vi' },
    })
    const submit = { id: letter.id, version: letter.version }
    expect(await app.as('investigator').refused('letters.submit', submit)).toMatchObject({
      issues: [{ path: 'breach', code: 'NOTIFICATION_UNDECIDED' }],
    })
    await decideNotice(app, id)
    const file = await caseOf(app, id)
    expect(clockOf(file, 'T-BR-ASK')).toMatchObject({ state: 'met', stoppedAt: app.clock.now() })
    expect(clockOf(file, 'T-BR-72')?.state).toBe('ended')
    await app.as('investigator').call('letters.submit', submit)
  })

  it('goes on being owed when either half says so, and may be decided anew', async () => {
    const { id } = await takeComplaint(app, { breachDetectedAt: START })
    const decide = (version: number, harm = FREE, conduct = FREE) =>
      app.as('deputy').call('breach.decide', { complaintId: id, version, harm, conduct })
    const stateOfNotice = async () => clockOf(await caseOf(app, id), 'T-BR-72')?.state
    const first = await decide(1, FREE, OWED)
    expect(first).toMatchObject({ conductNotice: 'owed', decidedBy: app.ids.deputy })
    expect(await stateOfNotice()).toBe('running')
    const second = await decide(first.version)
    expect(await stateOfNotice()).toBe('ended')
    await decide(second.version, OWED, FREE)
    expect(await stateOfNotice()).toBe('running')
    const stale = { complaintId: id, version: 1, harm: FREE, conduct: FREE }
    expect((await app.as('chair').refused('breach.decide', stale)).code).toBe('CONFLICT')
  })

  it('is not answered by a notice that was given: it says of neither half why', async () => {
    const { id } = await takeComplaint(app, { breachDetectedAt: START })
    await app.as('chair').call('breach.recordNotice', {
      ...{ complaintId: id, rule: 'T-BR-72', givenAt: START, recipient: 'Bộ Công an' },
      ...{ reference: '', evidenceId: null },
    })
    const file = await caseOf(app, id)
    expect(clockOf(file, 'T-BR-72')?.state).toBe('met')
    expect(clockOf(file, 'T-BR-ASK')?.state).toBe('running')
    const answer = { complaintId: id, rule: 'T-BR-ASK', givenAt: START, recipient: 'Ai đó' }
    expect(
      await app
        .as('chair')
        .refused('breach.recordNotice', { ...answer, reference: '', evidenceId: null }),
    ).toMatchObject({ issues: [{ path: 'rule', code: 'NO_SUCH_DUTY' }] })
  })

  it('is decided by whom the table of roles lets, with a reason, and not of what was ruled out', async () => {
    const { id } = await takeComplaint(app, { breachDetectedAt: START })
    const decision = { complaintId: id, version: 1, harm: FREE, conduct: FREE }
    expect((await app.as('investigator').refused('breach.decide', decision)).code).toBe('FORBIDDEN')
    const silent = { ...decision, harm: { owed: false, reason: ' ' } }
    expect((await app.as('chair').refused('breach.decide', silent)).code).toBe('INVALID_INPUT')
    const { breach } = await caseOf(app, id)
    if (breach === null) throw new Error('no violation')
    const ruled = await app.as('chair').call('breach.save', {
      ...{ ...breachFacts(breach), state: 'ruled-out', ruledOutReason: 'Nhầm' },
    })
    expect(
      await app.as('chair').refused('breach.decide', { ...decision, version: ruled.version }),
    ).toMatchObject({ issues: [{ code: 'BREACH_RULED_OUT' }] })
    expect(clockOf(await caseOf(app, id), 'T-BR-ASK')?.state).toBe('ended')
  })

  it('one person does not rule out what a check says; once corrected, they may', async () => {
    const { id } = await takeComplaint(app)
    await leak(id)
    const out = async () => {
      const { breach } = await caseOf(app, id)
      if (breach === null) throw new Error('no violation')
      return { ...breachFacts(breach), state: 'ruled-out', ruledOutReason: 'Nhầm' } as const
    }
    expect(await app.as('chair').refused('breach.save', await out())).toMatchObject({
      issues: [{ path: 'state', code: 'VIOLATION_STANDS' }],
    })
    await correct(id)
    expect((await app.as('chair').call('breach.save', await out())).state).toBe('ruled-out')
    // Found after all: its hours run from then, and a notice of the old suspicion is none of this one.
    const again = addHours(START, 100)
    await comeIn(again)
    await app.as('investigator').call('investigation.saveCheck', {
      ...{ ...checkInput(app, id), dataItem: 'address', finding: 'leaked' },
    })
    const file = await caseOf(app, id)
    expect(file.breach).toMatchObject({
      ...{ state: 'suspected', detectedAt: again, ruledOutReason: '', harmNotice: 'undecided' },
    })
    for (const rule of ['T-BR-ASK', 'T-BR-72']) {
      expect(clockOf(file, rule)).toMatchObject({ state: 'running', endsAt: addHours(again, 72) })
    }
  })

  it('is asked again when a check says so after it was decided that nothing is owed', async () => {
    const { id } = await takeComplaint(app, { breachDetectedAt: START })
    await decideNotice(app, id)
    expect(clockOf(await caseOf(app, id), 'T-BR-ASK')?.state).toBe('met')
    await comeIn(addHours(START, 10))
    await leak(id)
    const file = await caseOf(app, id)
    expect(file.breach).toMatchObject({ harmNotice: 'undecided', conductNotice: 'undecided' })
    expect(clockOf(file, 'T-BR-ASK')).toMatchObject({
      ...{ state: 'running', endsAt: addHours(START, 72) },
    })
  })

  it('has no more hours by the word of one who investigates: only the board moves the detection later', async () => {
    const { id } = await takeComplaint(app, { breachDetectedAt: START })
    await comeIn(addHours(START, 60))
    const { breach } = await caseOf(app, id)
    if (breach === null) throw new Error('no violation')
    const moved = (hours: number) => ({
      ...breachFacts(breach),
      detectedAt: addHours(START, hours),
    })
    expect(await app.as('investigator').refused('breach.save', moved(48))).toMatchObject({
      ...{ code: 'FORBIDDEN', issues: [{ path: 'detectedAt', code: 'ROLE_NOT_ALLOWED' }] },
    })
    expect(clockOf(await caseOf(app, id), 'T-BR-72')?.endsAt).toBe(addHours(START, 72))
    await app.as('deputy').call('breach.save', moved(1))
    expect(clockOf(await caseOf(app, id), 'T-BR-72')?.endsAt).toBe(addHours(START, 73))
  })

  it('a moment of the violation is told when, and only when, one is known, and not after its detection', async () => {
    const { id } = await takeComplaint(app, { breachDetectedAt: START })
    const { breach } = await caseOf(app, id)
    if (breach === null) throw new Error('no violation')
    const saving = (changes: object) => ({ ...breachFacts(breach), ...changes })
    const refusedFor = async (changes: object) =>
      (await app.as('chair').refused('breach.save', saving(changes))).issues
    await comeIn(addHours(START, 1))
    expect(await refusedFor({ occurrence: 'known' })).toMatchObject([
      { path: 'occurredAt', code: 'REQUIRED' },
    ])
    const late = addHours(START, 0.5)
    expect(await refusedFor({ occurrence: 'estimated', occurredAt: late })).toMatchObject([
      { path: 'occurredAt', code: 'OCCURRED_AFTER_DETECTION' },
    ])
    expect(await refusedFor({ occurredAt: START })).toMatchObject([
      { path: 'occurredAt', code: 'OCCURRENCE_UNKNOWN' },
    ])
    const saved = await app
      .as('chair')
      .call('breach.save', saving({ occurrence: 'estimated', occurredAt: addHours(START, -9) }))
    expect(saved).toMatchObject({ occurrence: 'estimated', occurredAt: addHours(START, -9) })
  })

  it('the record of a violation is due from its confirmation, not from its detection', async () => {
    const { id } = await takeComplaint(app, { breachDetectedAt: START })
    const confirmed = addHours(START, 60)
    await comeIn(confirmed)
    const { breach } = await caseOf(app, id)
    if (breach === null) throw new Error('no violation')
    const stored = await app
      .as('investigator')
      .call('breach.save', { ...breachFacts(breach), state: 'confirmed' })
    expect(stored.confirmedAt).toBe(confirmed)
    expect(clockOf(await caseOf(app, id), 'T-BR-REC')).toMatchObject({
      ...{ startsAt: confirmed, endsAt: addHours(confirmed, 24) },
    })
    await comeIn(addHours(confirmed, 3))
    const again = await app
      .as('investigator')
      .call('breach.save', { ...breachFacts(stored), people: 3 })
    expect(again.confirmedAt).toBe(confirmed)
  })
})
