/** What the log says of statements that take long, played with every one of them counting as slow. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { LogEntry } from '#main/dispatch/logger.ts'
import { entryOfCoreLine } from '#main/host/log/core-output.ts'
import { logLine } from '#main/host/log/log-entry.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'
import { STAND_IN } from '#test/setup/letters.ts'

/** Words that stand in no statement unless a value was written into it. */
const CANARY = 'Chim hoàng yến'
const PHONE = '0987 654 321'

describe.each(ENGINES)('slow statements on %s', (engine) => {
  let app: TestApp
  const noted: LogEntry[] = []
  const logger = { write: (entry: LogEntry) => void noted.push(entry) }

  beforeAll(async () => {
    // None is so quick that it takes less than no time.
    app = await startBoard(engine, {
      options: { slowStatementMs: -1, logger, workerUrl: STAND_IN },
    })
    const complaint = await takeComplaint(app, {
      subject: CANARY,
      narrative: `${CANARY} đã hót.`,
      complainant: { fullName: CANARY, phones: [PHONE], address: CANARY },
    })
    const investigator = app.as('investigator')
    const { id } = complaint
    await investigator.call('complaints.list', {
      filter: { scope: 'all', search: CANARY },
      after: null,
      limit: 50,
    })
    await investigator.call('complaints.open', { id })
    await investigator.call('complaints.history', { id, before: null, limit: 50 })
  })
  afterAll(() => app.remove())

  const slow = () => noted.filter(({ event }) => event === 'slow-statement')

  it('are noted with their time, whatever they do', () => {
    const kinds = new Set(slow().map(({ statement }) => statement?.split(' ')[0]))
    expect([...kinds]).toEqual(expect.arrayContaining(['SELECT', 'INSERT', 'UPDATE']))
    for (const { facts } of slow()) expect(facts).toEqual({ milliseconds: expect.any(Number) })
  })

  it('are noted without a word of what was typed', () => {
    const words = /hoàng|hoang yen|chim|987|654|321|hót/iu
    expect(JSON.stringify(noted)).not.toMatch(words)
  })

  it('are written by the host as the core noted them', () => {
    for (const entry of slow()) {
      const taken = entryOfCoreLine(JSON.stringify(entry))
      if (taken === null) throw new Error('the host takes nothing of it')
      const line: unknown = JSON.parse(logLine(taken, new Date(0), []))
      expect(line).toMatchObject({ event: 'slow-statement', statement: entry.statement })
    }
  })
})
