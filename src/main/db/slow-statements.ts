import type { Logger } from 'typeorm'

/** A statement that took long. Its text has placeholders only: no value anybody typed is in it. */
export type SlowStatement = Readonly<{ statement: string; milliseconds: number }>

export type SlowStatements = Readonly<{
  /** From how many milliseconds on a statement is told of. */
  longerThan: number
  tell(slow: SlowStatement): void
}>

/** A list of every column of a case has some thousand characters; the end, with its conditions, is what is wanted. */
const MAX_LENGTH = 4_000

/** A text in a statement; ours are codes, but the log need not trust that. */
const TEXT = /'(?:[^']|'')*'/gu

/** What TypeORM is to say of its statements: nothing but that one was slow, and never the values given with it. */
export function slowStatementLogger({ tell }: SlowStatements): Logger {
  const silent = (): void => undefined
  return {
    logQuery: silent,
    logQueryError: silent,
    logQuerySlow: (milliseconds, query) =>
      tell({ statement: withoutTexts(query).slice(0, MAX_LENGTH), milliseconds }),
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  }
}

/** A statement in one line, with a placeholder for every text in it. */
export function withoutTexts(statement: string): string {
  return statement.replace(TEXT, '?').replace(/\s+/gu, ' ').trim()
}
