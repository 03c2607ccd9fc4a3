import { expect, it } from 'vitest'

import { type SlowStatement, slowStatementLogger, withoutTexts } from '#main/db/slow-statements.ts'

it('a statement is told without the values given with it', () => {
  const told: SlowStatement[] = []
  const logger = slowStatementLogger({ longerThan: 200, tell: (slow) => told.push(slow) })
  logger.logQuerySlow(312, 'SELECT *\n  FROM "person" WHERE "name" = ?', ['Trần Thị B'])
  logger.logQuery('SELECT 1', ['Trần Thị B'])
  logger.logQueryError('Trần Thị B', 'SELECT 1', ['Trần Thị B'])
  logger.log('warn', 'Trần Thị B')
  expect(told).toEqual([
    { statement: 'SELECT * FROM "person" WHERE "name" = ?', milliseconds: 312 },
  ])
})

it.each([
  ["SELECT 'Trần Thị B'", 'SELECT ?'],
  ["SELECT 'a''b', \"c\" WHERE d = 'e'", 'SELECT ?, "c" WHERE d = ?'],
  ['SELECT $1', 'SELECT $1'],
])('no text is left in %s', (statement, left) => {
  expect(withoutTexts(statement)).toBe(left)
})
