import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseCommand } from '#core/case/command/case-command.ts'
import type { CommandContext } from '#core/ports/context.ts'
import type { AllRepositories } from '#core/ports/repositories.ts'
import { expectSettledCases, unsettled } from '#test/setup/settled-cases.ts'
import { AT, seedCase, SETTINGS, SYSTEM } from '#test/setup/records.ts'
import { openTestStore, type TestStore } from '#test/setup/stores.ts'

expectSettledCases()

/** The watch over the commands of every other test, itself watched. */
describe.each(['sqlite', 'postgres'] as const)('a case left unsettled on %s', (dialect) => {
  let test: TestStore
  beforeAll(async () => {
    test = await openTestStore(dialect)
    await test.store.write(SYSTEM, AT, (r) => r.settings.save(SETTINGS))
  })
  afterAll(() => test.remove())

  /** A case as a command leaves it. */
  async function settledCase(): Promise<string> {
    const { complaint } = await test.store.write(SYSTEM, AT, (r) => seedCase(r))
    const { id } = complaint
    await onRecord(id, async (r, audit) => {
      const context = {
        ...{ repositories: r, audit, ids: { next: () => crypto.randomUUID() } },
        clock: { now: () => AT },
        actor: { role: 'chair', coversInvestigators: false, revealed: new Set() },
      } as unknown as CommandContext
      await caseCommand(context, id, ({ write }) => write.complaint.update(complaint))
    })
    return id
  }

  const onRecord = (
    id: string,
    work: (r: AllRepositories, audit: CommandContext['audit']) => Promise<unknown>,
  ) =>
    test.store.write(SYSTEM, AT, async (r, audit) => {
      await work(r, audit)
      audit({ action: 'complaint.updated', complaintId: id, entity: 'complaint', entityId: id })
    })

  it.each<[string, (r: AllRepositories, id: string) => Promise<void>]>([
    ['a clock', (r, id) => moveClock(r, id)],
    ['the stage', (r, id) => r.complaints.setStage(id, 'answering')],
    [
      'the due day',
      (r, id) =>
        r.complaints.setDue(id, {
          dueOn: '2030-01-01',
          targetOn: '2030-01-01',
          dueAt: null,
          dueRule: null,
        }),
    ],
    [
      'the search copy',
      (r, id) =>
        r.complaints.index(id, { names: [], persons: [], texts: [], notes: [], coveredNotes: [] }),
    ],
  ])('is told by %s, and the command does not come about', async (what, spoil) => {
    const id = await settledCase()
    const before = await test.store.read((r) => r.cases.find(id))
    expect(unsettled).toEqual([])
    await expect(onRecord(id, (r) => spoil(r, id))).rejects.toThrow()
    expect(unsettled.splice(0)).toEqual([`a command left ${what} to be settled`])
    expect(await test.store.read((r) => r.cases.find(id))).toEqual(before)
  })

  async function moveClock(r: AllRepositories, id: string): Promise<void> {
    const [clock] = await r.deadlines.ofComplaint(id)
    await r.deadlines.update({ ...clock!, legalEnd: '2030-01-01' })
  }
})
