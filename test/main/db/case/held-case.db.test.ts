import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { suspectedBreach } from '#core/breach/model.ts'
import { caseCommand, type CaseResult } from '#core/case/command/case-command.ts'
import type { HeldCase } from '#core/case/command/held-case.ts'
import type { CommandContext } from '#core/ports/context.ts'
import type { AllRepositories } from '#core/ports/repositories.ts'
import { newRight } from '#core/rights/rules.ts'
import { sha256, systemClock } from '#main/dispatch/services.ts'
import {
  aFirm,
  aFirmNote,
  aLetter,
  anApproval,
  anEngagement,
  anEvidence,
  aStateCheck,
  aStep,
  aWhy,
  AT,
  seedCase,
  SETTINGS,
  SYSTEM,
} from '#test/setup/records.ts'
import { DIALECTS, openTestStore, type TestStore } from '#test/setup/stores.ts'

describe.each(DIALECTS)('a held case on %s', (dialect) => {
  let test: TestStore
  const ids = { next: () => crypto.randomUUID() }
  beforeAll(async () => {
    test = await openTestStore(dialect)
    await test.store.write(SYSTEM, AT, (r) => r.settings.save(SETTINGS))
  })
  afterAll(() => test.remove())

  function contextOf(repositories: AllRepositories, personId: string): CommandContext {
    const actor = {
      personId,
      username: 'x',
      fullName: 'X',
      role: 'chair',
      shut: [],
      coversInvestigators: false,
      revealed: new Set<string>(),
      word: null,
    } as const
    return { actor, clock: systemClock, sha256, ids, repositories, audit: () => undefined }
  }

  /** What a command left, and the same case read afresh in a transaction of its own. */
  async function played<Answer>(
    id: string,
    personId: string,
    run: (held: HeldCase) => Promise<Answer>,
  ) {
    const result: CaseResult<Answer> = await test.store.write(SYSTEM, AT, (r) =>
      caseCommand(contextOf(r, personId), id, run, 'any'),
    )
    const fresh = await test.store.read((r) => r.cases.find(id))
    return { result, fresh }
  }

  it('has everything written through it in its file, in the order it is read in', async () => {
    const { person, complaint } = await test.store.write(SYSTEM, AT, (r) => seedCase(r))
    const { id } = complaint
    const firm = aFirm()
    await test.store.write(SYSTEM, AT, (r) => r.firms.insert(firm))
    const engagement = anEngagement(id, firm.id)
    const letter = aLetter(id, person.id)
    const steps = [aStep(id), aStep(id), aStep(id)]
    const whys = [aWhy(id, { position: 2 }), aWhy(id, { position: 1 })]
    const first = await played(id, person.id, async ({ write }) => {
      await write.engagements.insert(engagement)
      await write.firmNotes.insert(aFirmNote(engagement, person.id))
      await write.evidence.insert(anEvidence(id, person.id, { fileName: '“tệp”\\\n\u2028😀.pdf' }))
      await write.stateChecks.insert(aStateCheck(id, person.id, { system: 'member-db' }))
      await write.stateChecks.insert(aStateCheck(id, person.id, { system: 'crm' }))
      for (const why of whys) await write.whys.insert(why)
      for (const step of steps) await write.steps.insert(step)
      await write.letters.insert(letter)
      await write.rights.insert(newRight({ ids }, id, { kind: 'delete', viaProcessor: true }, AT))
      await write.breach.save(suspectedBreach(id, AT))
      await write.rootCause.save({
        complaintId: id,
        version: 0,
        state: 'established',
        category: 'NN-01',
        statement: 'Đối tác để lộ.',
        undeterminedReason: '',
        searchUntil: null,
        contributing: [],
        suspected: [],
      })
      await write.approvals.insert(anApproval(person.id, { complaintId: id }))
      await write.complaint.update({ ...complaint, subject: 'Tên mới', clauses: ['1.2', '1.1'] })
    })
    expect(first.fresh).toEqual(first.result.file)
    expect(first.fresh?.whys.map(({ position }) => position)).toEqual([1, 2])
    expect(first.fresh?.deadlines.length).toBeGreaterThan(2)

    const second = await played(id, person.id, async ({ file, write, current }) => {
      const [step, other] = steps
      await write.steps.update({ ...step!, description: 'Làm lại' })
      await write.steps.remove(other!.id, other!.version)
      await write.whys.update({ ...whys[0]!, position: 0 })
      await write.letters.update({ ...letter, parts: [] })
      await write.breach.save({ ...file.breach!, sensitive: true })
      await write.rootCause.save({ ...file.rootCause!, statement: 'Nhân viên sao chép.' })
      await write.approvals.update({ ...file.approvals[0]!, state: 'withdrawn' })
      return current().whys.map(({ position }) => position)
    })
    expect(second.result.answer).toEqual([0, 1])
    expect(second.fresh).toEqual(second.result.file)
  })

  it('takes no record of another case', async () => {
    const { person, complaint } = await test.store.write(SYSTEM, AT, (r) => seedCase(r))
    const other = await test.store.write(SYSTEM, AT, (r) => seedCase(r))
    const step = aStep(other.complaint.id)
    await expect(
      played(complaint.id, person.id, ({ write }) => write.steps.insert(step)),
    ).rejects.toThrow()
    expect(await test.store.read((r) => r.steps.find(step.id))).toBeNull()
  })

  it('is over for a command unless that says otherwise', async () => {
    const { person, complaint } = await test.store.write(SYSTEM, AT, (r) =>
      seedCase(r, { status: 'withdrawn' }),
    )
    const run = (which?: 'any') =>
      test.store.write(SYSTEM, AT, (r) =>
        caseCommand(contextOf(r, person.id), complaint.id, async () => 'done', which),
      )
    await expect(run()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect((await run('any')).answer).toBe('done')
    await expect(played(crypto.randomUUID(), person.id, async () => null)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
