import type Database from 'better-sqlite3-multiple-ciphers'

import { EVERYTHING } from '#main/db/conflicts/sight.ts'
import type { DbSession } from '#main/db/db-session.ts'

export type Statement = Readonly<{ sql: string; values: readonly unknown[] }>

/** What a repository asks while `ask` runs, answered by the bare driver: the same SQL, to be run without the program. */
export async function statementsOf(
  bare: Database.Database,
  ask: (session: DbSession) => Promise<unknown>,
): Promise<readonly Statement[]> {
  const asked: Statement[] = []
  await ask({
    engine: 'sqlite',
    sight: EVERYTHING,
    rows: async <Row>(sql: string, values: readonly unknown[] = []) => {
      asked.push({ sql, values })
      return bare.prepare<unknown[], Row>(sql).all(...values)
    },
    returning: refused,
    run: refused,
    select: refused,
    metadata: refused,
    hydrate: refused,
  })
  return asked
}

function refused(): never {
  throw new Error('only statements that read are compared')
}
