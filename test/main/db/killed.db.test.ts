import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keep, rounds } from '#test/setup/promises.ts'
import { openSqliteTestStore } from '#test/setup/stores.ts'

const PROGRAM = fileURLToPath(new URL('../../fixtures/db/save-until-killed.ts', import.meta.url))
const KILLS = rounds(20, 100)

describe('a program that is killed', () => {
  let test: Awaited<ReturnType<typeof openSqliteTestStore>>
  beforeAll(async () => {
    test = await openSqliteTestStore()
    await test.store.close()
    await rm(test.file)
  })
  afterAll(() => test.remove())

  /** Runs the program until it has said "saved" so often, and kills it while it saves the next. */
  async function killAfter(saves: number): Promise<readonly string[]> {
    const child = spawn(process.execPath, [PROGRAM, test.file, test.key.toString('hex')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const saved: string[] = []
    createInterface(child.stdout).on('line', (line) => {
      saved.push(line)
      if (saved.length === saves) child.kill('SIGKILL')
    })
    const [exitCode, signal]: unknown[] = await once(child, 'close')
    expect([exitCode, signal]).toEqual([null, 'SIGKILL'])
    return saved
  }

  it(`loses nothing it said was saved, and leaves nothing half done, ${KILLS} times`, async (context) => {
    const saved: string[] = []
    for (let kill = 0; kill < KILLS; kill += 1)
      saved.push(...(await killAfter(1 + ((kill * 7) % 25))))
    expect(saved.length).toBeGreaterThan(KILLS)

    const stored = await test.sql<{ id: string }>('SELECT id FROM complaint')
    const ids = new Set(stored.map(({ id }) => id))
    expect(saved.filter((id) => !ids.has(id))).toEqual([])

    const [counts] = await test.sql<Record<string, number>>(`SELECT
      (SELECT count(*) FROM complaint) AS complaints,
      (SELECT count(*) FROM complaint_phone) AS phones,
      (SELECT count(*) FROM complaint_search) AS searchable,
      (SELECT count(*) FROM audit_event) AS events,
      (SELECT value FROM series) AS numbered`)
    const first = KILLS
    expect(counts).toEqual({
      complaints: stored.length,
      phones: stored.length,
      searchable: stored.length - first,
      events: stored.length - first,
      numbered: stored.length - first,
    })
    expect(await test.sql('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(await test.sql('PRAGMA foreign_key_check')).toEqual([])
    keep(context, {
      promise: 'R1',
      figure: `0 of ${String(saved.length)} lost, ${String(KILLS)} kills`,
      goal: '0 lost of 100 kills',
    })
  }, 900_000)
})
