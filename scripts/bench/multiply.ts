import type Database from 'better-sqlite3-multiple-ciphers'

import { searchCopyOf } from '#main/db/complaints/search-copy.ts'

const PER_TRANSACTION = 20_000

type Source = Readonly<{
  rowid: number
  id: string
  subject: string
  narrative: string
  name: string
}>

/**
 * Makes a seeded board so many times larger by copying its cases with their clocks, telephones, labels and search
 * copies, each copy under its own id, code, name and days: for measuring only, since what nobody did is on no record.
 */
export function multiplyCases(database: Database.Database, times: number): void {
  const sources = database
    .prepare<[], Source>(
      'SELECT rowid, id, subject, narrative, complainant_name AS name FROM complaint ORDER BY rowid',
    )
    .all()
  database.pragma('foreign_keys = OFF')
  database.pragma('synchronous = OFF')
  const copies = Array.from({ length: times - 1 }, (_each, at) => at + 1)
  const work = copies.flatMap((copy) => sources.map((source) => ({ copy, source })))
  const statements = prepare(database)
  for (let start = 0; start < work.length; start += PER_TRANSACTION) {
    database.transaction(() => {
      for (const { copy, source } of work.slice(start, start + PER_TRANSACTION)) {
        copyCase(statements, copy, source)
      }
    })()
  }
  database.pragma('wal_checkpoint(TRUNCATE)')
}

function copyCase(statements: ReturnType<typeof prepare>, copy: number, source: Source): void {
  // The time at the beginning of an id tells no two apart that were made together; what follows it does.
  const id = `${copy.toString(16).padStart(8, '0')}${source.id.slice(8)}`
  const days = `-${(copy * 7) % 600} days`
  // One case in a hundred of the copies still runs: a board answers most of what it gets.
  const over = (copy + source.rowid) % 100 === 0 ? 0 : 1
  const name = `${source.name} ${copy}`
  const values = { id, old: source.id, days, over, name, number: copy * 100_000 + source.rowid }
  statements.complaint.run(values)
  statements.deadline.run(values)
  statements.phone.run(values)
  statements.label.run(values)
  const { lastInsertRowid } = statements.search.run({ id })
  const words = searchCopyOf({
    names: [name],
    notes: [],
    coveredNotes: [],
    persons: [],
    texts: [`${name} ${source.subject} ${source.narrative} hiem${values.number}`],
  })
  statements.text.run({ rowid: lastInsertRowid, words: words.join(' ') })
}

function prepare(database: Database.Database) {
  const columns = (table: string): readonly string[] =>
    database
      .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map(({ name }) => name)
  const insert = (table: string, changed: Readonly<Record<string, string>>, from: string) => {
    const names = columns(table)
    const values = names.map((name) => changed[name] ?? name)
    return database.prepare(
      `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${table} WHERE ${from} = @old`,
    )
  }
  return {
    complaint: insert(
      'complaint',
      {
        id: '@id',
        code: `'KN-' || substr(date(received_on, @days), 1, 4) || '-' || @number`,
        code_order: `CAST(substr(date(received_on, @days), 1, 4) AS INTEGER) * 100000000 + @number`,
        complainant_name: '@name',
        received_on: 'date(received_on, @days)',
        due_on: 'date(due_on, @days)',
        due_at: 'CASE WHEN @over THEN NULL ELSE due_at END',
        due_rule: 'CASE WHEN @over THEN NULL ELSE due_rule END',
        status: `CASE WHEN @over AND status = 'open' THEN 'closed' ELSE status END`,
      },
      'id',
    ),
    deadline: insert(
      'deadline',
      {
        id: 'substr(@id, 1, 8) || substr(id, 9)',
        complaint_id: '@id',
        state: `CASE WHEN @over AND state = 'running' THEN 'met' ELSE state END`,
        stopped_at: `CASE WHEN @over AND state = 'running' THEN starts_at ELSE stopped_at END`,
      },
      'complaint_id',
    ),
    phone: insert(
      'complaint_phone',
      { complaint_id: '@id', e164: `'+8490' || substr('0000000' || (@number % 9999999), -7)` },
      'complaint_id',
    ),
    label: insert('complaint_label', { complaint_id: '@id' }, 'complaint_id'),
    search: database.prepare('INSERT INTO complaint_search (complaint_id) VALUES (@id)'),
    text: database.prepare(
      'INSERT INTO complaint_search_text (rowid, words) VALUES (@rowid, @words)',
    ),
  }
}
