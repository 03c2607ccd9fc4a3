import type { QueryRunner } from 'typeorm'
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js'
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js'
import type { Engine } from '#main/db/engine.ts'
import { endings } from './endings.ts'

/** A statement on its way to a database of this process. */
export type Statement = Readonly<{
  engine: Engine
  runner: QueryRunner
  sql: string
  values: readonly unknown[]
}>

type Watcher = (statement: Statement) => Promise<void> | void

const watchers = new Set<Watcher>()
endings.push(() => watchers.clear())

/** Tells of every statement before it is run, `BEGIN` and `COMMIT` too; returns how to stop. */
export function watchStatements(watcher: Watcher): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

const unwatched = new WeakSet<QueryRunner>()

/** Lets a watcher ask something itself, of which nobody is told. */
export async function unseen<Result>(
  runner: QueryRunner,
  ask: () => Promise<Result>,
): Promise<Result> {
  unwatched.add(runner)
  try {
    return await ask()
  } finally {
    unwatched.delete(runner)
  }
}

type Query = (sql: string, values?: unknown[], structured?: boolean) => Promise<unknown>

function watch(engine: Engine, runners: QueryRunner): void {
  const query = Reflect.get(runners, 'query') as Query
  runners.query = async function (this: QueryRunner, sql: string, ...rest: [unknown[]?, boolean?]) {
    for (const watcher of unwatched.has(this) ? [] : watchers) {
      await watcher({ engine, runner: this, sql, values: rest[0] ?? [] })
    }
    return query.call(this, sql, ...rest)
  } as QueryRunner['query']
}

watch('sqlite', BetterSqlite3QueryRunner.prototype)
watch('postgres', PostgresQueryRunner.prototype)
