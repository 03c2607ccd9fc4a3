import type { Engine } from '../engine.ts'
import type { Migration } from './migration.ts'

/** As many clocks as a case has duties, the rights asked for, and a violation with its notices. */
export const clocks: Migration = {
  version: 3,
  name: 'clocks',
  statements: (engine) => [
    ...deadlineColumns(engine),
    ...complaintColumns(engine),
    ...tables(engine),
    // A case has one clock of a rule for each thing that set it off.
    'CREATE UNIQUE INDEX deadline_duty ON deadline (complaint_id, rule, trigger_id)',
    'DROP INDEX deadline_complaint',
    `CREATE INDEX deadline_running ON deadline (ends_at, id) WHERE state = 'running'`,
    // The work list: what still runs, in the order it is due.
    'CREATE INDEX complaint_open_due ON complaint (due_on, id) WHERE due_at IS NOT NULL',
    'CREATE INDEX right_request_complaint ON right_request (complaint_id)',
    'CREATE INDEX breach_notice_complaint ON breach_notice (complaint_id)',
    'CREATE INDEX breach_notice_evidence ON breach_notice (evidence_id)',
    ...(engine === 'sqlite' ? SQLITE_GUARDS : POSTGRES_GUARDS),
  ],
}

/** Any moment will do where a column must be added before it can be filled. */
const BEFORE_FILLED = '1970-01-01T00:00:00.000Z'

/** A limit in days is over when the next day begins in Vietnam, at UTC+7 the whole year round. */
const DAY_IS_OVER = 'T17:00:00.000Z'

function codeOf(engine: Engine): string {
  return engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
}

function flagOf(engine: Engine, name: string): string {
  return engine === 'sqlite'
    ? `${name} INTEGER NOT NULL CHECK (${name} IN (0, 1))`
    : `${name} BOOLEAN NOT NULL`
}

/** Clocks on record before are those of the policy's 30 days, from the receipt. */
function deadlineColumns(engine: Engine): readonly string[] {
  const code = codeOf(engine)
  const no = engine === 'sqlite' ? '0' : 'FALSE'
  return [
    `ALTER TABLE deadline ADD COLUMN trigger ${code} NOT NULL DEFAULT 'receipt'
       CHECK (trigger IN ('receipt', 'right', 'breach'))`,
    `ALTER TABLE deadline ADD COLUMN trigger_id ${code} NOT NULL DEFAULT ''`,
    `ALTER TABLE deadline ADD COLUMN starts_at ${code} NOT NULL DEFAULT '${BEFORE_FILLED}'
       CHECK (length(starts_at) = 24)`,
    `ALTER TABLE deadline ADD COLUMN ends_at ${code} NOT NULL DEFAULT '${BEFORE_FILLED}'
       CHECK (length(ends_at) = 24)`,
    `ALTER TABLE deadline ADD COLUMN ${flagOf(engine, 'via_processor')} DEFAULT ${no}`,
    `ALTER TABLE deadline ADD COLUMN extension INTEGER NOT NULL DEFAULT 0 CHECK (extension >= 0)`,
    `UPDATE deadline SET ends_at = legal_end || '${DAY_IS_OVER}',
       starts_at = (SELECT received_at FROM complaint c WHERE c.id = deadline.complaint_id)`,
  ]
}

/** The clock a case is listed under: the open one that ends first. Null when none runs. */
function complaintColumns(engine: Engine): readonly string[] {
  const code = codeOf(engine)
  return [
    `ALTER TABLE complaint ADD COLUMN due_at ${code} CHECK (length(due_at) = 24)`,
    `ALTER TABLE complaint ADD COLUMN due_rule ${code}`,
    `UPDATE complaint SET due_at = due_on || '${DAY_IS_OVER}', due_rule = 'T-POL-30'
       WHERE EXISTS (SELECT 1 FROM deadline d WHERE d.complaint_id = complaint.id AND d.state = 'running')`,
  ]
}

function tables(engine: Engine): readonly string[] {
  const code = codeOf(engine)
  const end = engine === 'sqlite' ? 'STRICT' : ''
  const day = (name: string): string => `${name} ${code} CHECK (length(${name}) = 10)`
  const moment = (name: string): string => `${name} ${code} CHECK (length(${name}) = 24)`
  const person = (name: string): string =>
    `${name} ${code} REFERENCES person (id) ON DELETE RESTRICT`
  return [
    `CREATE TABLE right_request (
      id ${code} NOT NULL PRIMARY KEY,
      complaint_id ${code} NOT NULL REFERENCES complaint (id) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      kind ${code} NOT NULL CHECK (kind IN
        ('withdraw', 'restrict', 'object', 'view', 'correct', 'copy', 'delete', 'protect')),
      ${flagOf(engine, 'via_processor')},
      ${moment('asked_at')} NOT NULL,
      state ${code} NOT NULL CHECK (state IN ('open', 'done', 'refused', 'dropped')),
      ${day('settled_on')},
      remark TEXT NOT NULL,
      CHECK ((settled_on IS NOT NULL) = (state IN ('done', 'refused')))
    ) ${end}`,

    `CREATE TABLE breach (
      complaint_id ${code} NOT NULL PRIMARY KEY REFERENCES complaint (id) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      state ${code} NOT NULL CHECK (state IN ('suspected', 'confirmed', 'ruled-out')),
      ${moment('detected_at')} NOT NULL,
      ${flagOf(engine, 'serious')},
      ${flagOf(engine, 'sensitive')},
      ${flagOf(engine, 'consumer')},
      happened TEXT NOT NULL,
      place TEXT NOT NULL,
      involved TEXT NOT NULL,
      data_items TEXT NOT NULL,
      people INTEGER CHECK (people >= 0),
      consequence TEXT NOT NULL,
      measures TEXT NOT NULL,
      ruled_out_reason TEXT NOT NULL
    ) ${end}`,

    `CREATE TABLE breach_notice (
      id ${code} NOT NULL PRIMARY KEY,
      complaint_id ${code} NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT,
      version INTEGER NOT NULL,
      rule ${code} NOT NULL,
      ${moment('given_at')} NOT NULL,
      recipient TEXT NOT NULL,
      reference TEXT NOT NULL,
      evidence_id ${code} REFERENCES evidence (id) ON DELETE RESTRICT,
      ${person('recorded_by')} NOT NULL,
      ${moment('recorded_at')} NOT NULL,
      ${person('struck_by')},
      ${moment('struck_at')},
      struck_reason TEXT,
      CHECK ((struck_at IS NULL) = (struck_by IS NULL) AND (struck_at IS NULL) = (struck_reason IS NULL))
    ) ${end}`,
  ]
}

/** That an authority was told stays on record. */
const SQLITE_GUARDS: readonly string[] = [
  `CREATE TRIGGER breach_notice_no_delete BEFORE DELETE ON breach_notice
   BEGIN SELECT RAISE(ABORT, 'a notice is struck out, never removed'); END`,
]

const POSTGRES_GUARDS: readonly string[] = [
  `CREATE TRIGGER breach_notice_no_delete BEFORE DELETE ON breach_notice
   FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
]
