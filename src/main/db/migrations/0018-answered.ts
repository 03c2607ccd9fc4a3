import type { Migration } from './migration.ts'

/**
 * Nobody unanswered: what two persons decided on the ending of a complaint, which case is the review of which, who else is
 * affected, and what became of a promise after its case was closed. Whatever ended before was ended by one person.
 */
export const answered: Migration = {
  version: 18,
  name: 'answered',
  statements: (engine) => {
    const code = engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
    const end = engine === 'sqlite' ? 'STRICT, WITHOUT ROWID' : ''
    const caseId = `${code} NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT`
    return [
      `ALTER TABLE complaint ADD COLUMN ending_id ${code} REFERENCES approval (id)`,
      `ALTER TABLE complaint ADD COLUMN withdrawal_evidence_id ${code} REFERENCES evidence (id)`,
      `ALTER TABLE complaint ADD COLUMN review_of_id ${code} REFERENCES complaint (id)`,
      `ALTER TABLE complaint ADD COLUMN review_finding ${code}`,
      // Room for the reviews of a complaint between its code and the next.
      'UPDATE complaint SET code_order = code_order * 1000',
      // The figures of a period are counted from this index alone, reviews by themselves.
      'DROP INDEX complaint_received',
      `CREATE INDEX complaint_received ON complaint (received_on, id, status, stage, severity, site, channel,
         outcome, assignee_id, due_on, answer_state, answer_ends_at, answer_stopped_on, review_of_id,
         review_finding)`,
      'CREATE INDEX complaint_review_of ON complaint (review_of_id) WHERE review_of_id IS NOT NULL',
      'CREATE INDEX complaint_ending ON complaint (ending_id) WHERE ending_id IS NOT NULL',
      `CREATE INDEX complaint_withdrawal ON complaint (withdrawal_evidence_id)
         WHERE withdrawal_evidence_id IS NOT NULL`,
      // Others affected by the same matter, each pair once, the smaller id first.
      `CREATE TABLE related_case (
        complaint_id ${caseId},
        other_id ${caseId},
        recorded_by ${code} NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
        recorded_at ${code} NOT NULL CHECK (length(recorded_at) = 24),
        PRIMARY KEY (complaint_id, other_id),
        CHECK (complaint_id < other_id)
      ) ${end}`,
      'CREATE INDEX related_case_other ON related_case (other_id)',
      ...(engine === 'sqlite' ? SQLITE_STEPS : POSTGRES_STEPS),
    ]
  },
}

/** A promise may be missed too. SQLite cannot change a CHECK, so the table is built anew, once. */
const COLUMNS =
  'id, complaint_id, version, type, description, owner_id, due_on, state, done_on, dropped_reason'

const SQLITE_STEPS: readonly string[] = [
  `CREATE TABLE remediation_step_new (
    id TEXT NOT NULL PRIMARY KEY,
    complaint_id TEXT NOT NULL REFERENCES complaint (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    description TEXT NOT NULL,
    owner_id TEXT REFERENCES person (id) ON DELETE RESTRICT,
    due_on TEXT CHECK (length(due_on) = 10),
    state TEXT CHECK (state IN ('planned', 'done', 'dropped', 'missed')) NOT NULL,
    done_on TEXT CHECK (length(done_on) = 10),
    dropped_reason TEXT,
    note TEXT
  ) STRICT`,
  `INSERT INTO remediation_step_new (${COLUMNS}) SELECT ${COLUMNS} FROM remediation_step`,
  'DROP TABLE remediation_step',
  'ALTER TABLE remediation_step_new RENAME TO remediation_step',
  'CREATE INDEX step_complaint ON remediation_step (complaint_id)',
  'CREATE INDEX step_owner ON remediation_step (owner_id)',
  `CREATE INDEX step_state_due
     ON remediation_step (state, (coalesce(due_on, '9999-12-31')), id)`,
]

const POSTGRES_STEPS: readonly string[] = [
  'ALTER TABLE remediation_step DROP CONSTRAINT remediation_step_state_check',
  `ALTER TABLE remediation_step ADD CONSTRAINT remediation_step_state_check
     CHECK (state IN ('planned', 'done', 'dropped', 'missed'))`,
  'ALTER TABLE remediation_step ADD COLUMN note TEXT',
]
