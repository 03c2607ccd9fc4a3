import { createHash } from 'node:crypto'
import { countedAnew } from '#core/case/command/clock-moves.ts'
import { holdCase } from '#core/case/command/held-case.ts'
import { settleCase } from '#core/case/command/settle.ts'
import type { SearchTexts } from '#core/complaints/model.ts'
import { CASE_TABLES } from '#core/ports/case-tables.ts'
import type { CommandContext } from '#core/ports/context.ts'
import type { AllRepositories, CaseTables } from '#core/ports/repositories.ts'
import { createRepositories } from '#main/db/repositories.ts'
import { searchCopyOf } from '#main/db/complaints/search-copy.ts'
import { openDbSession, type DbSession } from '#main/db/db-session.ts'
import { endings } from './endings.ts'
import { unseen, watchStatements } from './statements.ts'

/**
 * Holds for every command of every test board: just before it is committed, each case it put something on record of
 * is read again and settled again, and nothing is left to be written. Raises in the command itself; what was found is
 * told by `unsettled` too, for tests that do not look at the answer.
 */
export const unsettled: string[] = []

let stop = (): void => undefined

/** For a test that writes on cases behind the program's back: from here on they are as they are. */
export function letCasesBe(): void {
  stop()
}

endings.push(() => {
  letCasesBe()
  unsettled.length = 0
})

/** The first event of the transaction that is open on each connection. */
const begun = new WeakMap<object, unknown>()

export function expectSettledCases(): void {
  stop()
  stop = watchStatements(async ({ engine, runner, sql, values }) => {
    if (sql.startsWith('BEGIN')) begun.delete(runner)
    if (sql.startsWith('INSERT INTO audit_event')) begun.set(runner, values[0])
    if (sql !== 'COMMIT' || !begun.has(runner)) return
    const first = begun.get(runner)
    begun.delete(runner)
    const connection = { runner, rollback: async () => undefined, release: async () => undefined }
    const { session } = openDbSession(engine, connection, 'read')
    await unseen(runner, async () => {
      const cases = await session.rows<{ id: string; acts: number | string }>(
        `SELECT complaint_id AS id, count(CASE WHEN action <> 'complaint.viewed' THEN 1 END) AS acts
         FROM audit_event WHERE sequence >= ? AND complaint_id IS NOT NULL GROUP BY complaint_id`,
        [first],
      )
      for (const { id, acts } of cases) await expectSettled(session, id, Number(acts) === 0)
    })
  })
}

async function expectSettled(session: DbSession, id: string, onlyLooked: boolean): Promise<void> {
  const repositories = createRepositories(session)
  const stored = await repositories.cases.find(id)
  const settings = await repositories.settings.load()
  if (stored === null || settings === null) return
  // Days off that were just saved move clocks a slice after the other: looking at a case not come to yet leaves it so.
  const file = onlyLooked ? countedAnew(stored, settings) : stored
  const tables = refusing(repositories, session)
  const held = { ...holdCase(tables, file, settings), current: () => ({ ...file }) }
  await settleCase(
    {
      repositories: { ...repositories, [CASE_TABLES]: tables },
      clock: { now: () => '2026-11-22T08:30:00.000Z' },
      ids: { next: () => 'new' },
      audit: () => undefined,
    } as unknown as CommandContext,
    held,
  )
}

/** The tables of a case that has nothing left to settle. */
function refusing(repositories: AllRepositories, session: DbSession): CaseTables {
  const refuse = (what: string) => async (): Promise<never> => {
    const found = `a command left ${what} to be settled`
    unsettled.push(found)
    throw new Error(found)
  }
  return {
    ...repositories,
    deadlines: {
      ...repositories.deadlines,
      insert: refuse('a clock'),
      update: refuse('a clock'),
    },
    complaints: {
      ...repositories.complaints,
      setStage: refuse('the stage'),
      setDue: refuse('the due day'),
      async index(id, texts) {
        if (!(await isOnRecord(session, id, texts))) await refuse('the search copy')()
      },
    },
  }
}

async function isOnRecord(session: DbSession, id: string, texts: SearchTexts): Promise<boolean> {
  const copy = searchCopyOf(texts).join(' ')
  const sqlite = session.engine === 'sqlite'
  const column = sqlite ? 'words_hash' : 'words'
  const [stored] = await session.rows<{ kept: string }>(
    `SELECT ${column} AS kept FROM complaint_search WHERE complaint_id = ?`,
    [id],
  )
  const kept = sqlite ? createHash('sha256').update(copy).digest('hex') : ` ${copy} `
  return stored?.kept === kept
}
