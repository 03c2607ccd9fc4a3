import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadCase } from '#core/case/command/load.ts'
import type { CaseFile } from '#core/case/case-file.ts'
import type { ListCursor } from '#core/complaints/model.ts'
import { deriveStage } from '#core/case/stage.ts'
import { vietnamDate } from '#core/kernel/calendar.ts'
import { openWorkspace } from '#main/workspace/workspace.ts'
import type { Board } from '#main/workspace/unlocked-board.ts'
import { sha256 } from '#main/dispatch/services.ts'
import { DEMO_VAULT, demoAccounts, seedBoard } from '#main/demo/demo-board.ts'
import { seedVolume } from '#main/demo/volume.ts'
import { createTypesetter } from '#main/letters/typesetter.ts'
import { RESOURCES, TYPESET_WORKER } from '../../setup/app.ts'
import { wordless } from '../../setup/event-words.ts'
import { pageOf } from '../../setup/lists.ts'

const NOW = '2026-11-22T08:30:00.000Z'
const folders: string[] = []

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** Fills a new board and reads every case of it back. */
async function filled(
  fill: (services: Parameters<typeof seedBoard>[0]) => Promise<unknown>,
): Promise<readonly CaseFile[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hoi-am-demo-test-'))
  folders.push(dataDir)
  const desk = await openWorkspace({ dataDir, vault: DEMO_VAULT })
  const typesetter = createTypesetter({ resourcesDir: RESOURCES, workerUrl: TYPESET_WORKER })
  try {
    const ids = { next: randomUUID }
    await fill({ desk, clock: { now: () => NOW }, ids, sha256, typesetter })
    const board = desk.board()
    if (board === null) throw new Error('the board was not left open')
    expect((await board.store.verifyAudit()).brokenAt).toBeNull()
    const events = await board.store.read((r) => r.audit.page({}, null, 100_000))
    expect(wordless(events), 'has words for whoever reads the record').toEqual([])
    return await allCases(board)
  } finally {
    await typesetter.close()
    await desk.close()
  }
}

function allCases({ store }: Board): Promise<readonly CaseFile[]> {
  return store.read(async (repositories) => {
    const files: CaseFile[] = []
    let after: ListCursor | null = null
    do {
      const question = { ...pageOf({ scope: 'all' }, 100), after }
      const page = await repositories.complaints.page(question, NOW)
      for (const { id } of page.items) files.push(await loadCase(repositories, id))
      after = page.next
    } while (after !== null)
    return files
  })
}

/** What anybody can see of a board, without the identifiers, which are new every time. */
function visible(files: readonly CaseFile[]): readonly string[] {
  return files
    .map(({ complaint: c, letters }) => [
      c.code,
      c.complainant.fullName,
      c.subject,
      c.stage,
      c.status,
      c.dueOn,
      letters[0]?.number,
    ])
    .map((facts) => facts.join(' | '))
    .toSorted()
}

describe('the demonstration board', () => {
  it('is the same every time, but for the day it is counted from', async () => {
    const one = await filled((services) => seedBoard(services, 12))
    const other = await filled((services) => seedBoard(services, 12))
    expect(visible(one)).toEqual(visible(other))
  })

  it('shows every stage, something overdue, and answers with issued letters', async () => {
    const files = await filled((services) => seedBoard(services, 64))
    const stages = new Set(files.map(({ complaint }) => complaint.stage))
    expect([...stages].toSorted()).toEqual(
      ['answering', 'checking', 'done', 'finding-cause', 'received', 'remedying'].toSorted(),
    )
    const today = vietnamDate(NOW)
    const open = files.filter(({ complaint }) => complaint.status === 'open')
    expect(open.some(({ complaint }) => complaint.dueOn < today)).toBe(true)
    const answered = files.filter(({ complaint }) => complaint.answeredAt !== null)
    expect(answered.length).toBeGreaterThan(5)
    for (const { letters } of answered)
      expect(letters.map((each) => each.state)).toEqual(['issued'])
    expect(
      files.some(({ firmNotes, evidence }) => firmNotes.length > 0 && evidence.length > 0),
    ).toBe(true)
    // Codes follow the order in which complaints came in.
    const byCode = files.toSorted((a, b) => (a.complaint.code < b.complaint.code ? -1 : 1))
    const recorded = byCode.map(({ complaint }) => complaint.recordedAt)
    expect(recorded).toEqual(recorded.toSorted())
    expect(demoAccounts().map(({ role }) => role)).toContain('auditor')
  })

  it('in volume keeps what it writes true to the rules', async () => {
    const files = await filled((services) => seedVolume(services, 700))
    expect(files).toHaveLength(700)
    expect(files.filter((file) => deriveStage(file) !== file.complaint.stage)).toEqual([])
    expect(new Set(files.map(({ complaint }) => complaint.code)).size).toBe(700)
  })
})
