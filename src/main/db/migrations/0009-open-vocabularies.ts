import type { Migration } from './migration.ts'

/**
 * Terms the board, its policy or the law may add to (ADR 21) are no longer listed in the tables: the core and the
 * contract know them. SQLite cannot drop a CHECK, so these tables are built anew, once, as they were but for it.
 */
export const openVocabularies: Migration = {
  version: 9,
  name: 'open-vocabularies',
  statements: (engine) => (engine === 'sqlite' ? rebuilds() : droppedConstraints()),
}

const OPEN: readonly (readonly [table: string, column: string])[] = [
  ['person', 'role'],
  ['complaint', 'severity'],
  ['complaint', 'channel'],
  ['complaint', 'salutation'],
  ['complaint', 'outcome'],
  ['deadline', 'trigger'],
  ['state_check', 'finding'],
  ['letter', 'kind'],
  ['dispatch', 'channel'],
  ['right_request', 'kind'],
]

/** By the names PostgreSQL gave them itself. */
function droppedConstraints(): readonly string[] {
  return OPEN.map(
    ([table, column]) => `ALTER TABLE ${table} DROP CONSTRAINT ${table}_${column}_check`,
  )
}

/** Columns in the order in which earlier versions brought them, each by its name; then what holds for the row. */
type Table = Readonly<{
  name: string
  columns: Readonly<Record<string, string>>
  rules?: readonly string[]
  /** What goes with a table that is dropped. */
  made: readonly string[]
}>

/**
 * With foreign keys off (`runner.ts`), what refers to a table goes on doing so by its name, which nothing has in
 * between. Source: https://www.sqlite.org/lang_altertable.html#otheralter
 */
function rebuilds(): readonly string[] {
  return TABLES.flatMap(({ name, columns, rules = [], made }) => {
    const names = Object.keys(columns).join(', ')
    const defined = Object.entries(columns).map(([column, type]) => `${column} ${type}`)
    return [
      `CREATE TABLE ${name}_new (${[...defined, ...rules].join(', ')}) STRICT`,
      `INSERT INTO ${name}_new (${names}) SELECT ${names} FROM ${name}`,
      `DROP TABLE ${name}`,
      `ALTER TABLE ${name}_new RENAME TO ${name}`,
      ...made,
    ]
  })
}

const KEY = 'TEXT NOT NULL PRIMARY KEY'
const TEXT = 'TEXT NOT NULL'
const NUMBER = 'INTEGER NOT NULL'
const PERSON = 'TEXT REFERENCES person (id) ON DELETE RESTRICT'
const COMPLAINT = 'TEXT NOT NULL REFERENCES complaint (id)'

const day = (name: string): string => `TEXT CHECK (length(${name}) = 10)`
const moment = (name: string): string => `TEXT CHECK (length(${name}) = 24)`
const flag = (name: string): string => `INTEGER NOT NULL CHECK (${name} IN (0, 1))`
const oneOf = (name: string, ...values: readonly string[]): string =>
  `TEXT CHECK (${name} IN (${values.map((value) => `'${value}'`).join(', ')})) NOT NULL`

/** What a list can be narrowed by, in the index of its order (migration 6). */
const NARROWED_BY = 'status, stage, severity, site, channel, outcome, assignee_id'

const TABLES: readonly Table[] = [
  {
    name: 'person',
    columns: {
      id: KEY,
      version: NUMBER,
      username: 'TEXT NOT NULL UNIQUE',
      full_name: TEXT,
      title: TEXT,
      role: TEXT,
      active: flag('active'),
      created_at: `${moment('created_at')} NOT NULL`,
    },
    made: [],
  },
  {
    name: 'complaint',
    columns: {
      id: KEY,
      code: 'TEXT NOT NULL UNIQUE',
      version: NUMBER,
      status: oneOf('status', 'open', 'answered', 'closed', 'withdrawn', 'rejected', 'duplicate'),
      stage: oneOf(
        'stage',
        ...['received', 'checking', 'finding-cause', 'remedying', 'answering', 'done'],
      ),
      due_on: `${day('due_on')} NOT NULL`,
      target_on: `${day('target_on')} NOT NULL`,
      severity: TEXT,
      site: TEXT,
      assignee_id: PERSON,
      channel: TEXT,
      received_at: `${moment('received_at')} NOT NULL`,
      received_on: `${day('received_on')} NOT NULL`,
      recorded_at: `${moment('recorded_at')} NOT NULL`,
      recorded_by: `${PERSON} NOT NULL`,
      salutation: TEXT,
      complainant_name: TEXT,
      email: 'TEXT',
      email_folded: 'TEXT',
      address: 'TEXT',
      member_account: 'TEXT',
      member_account_folded: 'TEXT',
      acting_for: 'TEXT',
      subject: TEXT,
      narrative: TEXT,
      wanted: TEXT,
      outcome: 'TEXT',
      outcome_reason: 'TEXT',
      state_conclusion: 'TEXT',
      state_concluded_at: moment('state_concluded_at'),
      state_concluded_by: PERSON,
      no_remedy_reason: 'TEXT',
      answered_at: moment('answered_at'),
      closed_at: moment('closed_at'),
      end_reason: 'TEXT',
      duplicate_of_id: 'TEXT REFERENCES complaint (id) ON DELETE RESTRICT',
      due_at: moment('due_at'),
      due_rule: 'TEXT',
      code_order: `${NUMBER} DEFAULT 0`,
      answer_state: 'TEXT',
      answer_ends_at: moment('answer_ends_at'),
      answer_stopped_on: day('answer_stopped_on'),
    },
    rules: ['CHECK (duplicate_of_id <> id)'],
    made: [
      'CREATE INDEX complaint_email ON complaint (email_folded) WHERE email_folded IS NOT NULL',
      `CREATE INDEX complaint_member_account ON complaint (member_account_folded)
         WHERE member_account_folded IS NOT NULL`,
      `CREATE INDEX complaint_duplicate_of ON complaint (duplicate_of_id)
         WHERE duplicate_of_id IS NOT NULL`,
      'CREATE INDEX complaint_open_due ON complaint (due_on, id) WHERE due_at IS NOT NULL',
      'CREATE INDEX complaint_open_due_at ON complaint (due_at, id) WHERE due_at IS NOT NULL',
      `CREATE INDEX complaint_open_received ON complaint (received_on, id)
         WHERE due_at IS NOT NULL`,
      'CREATE INDEX complaint_open_code ON complaint (code_order, id) WHERE due_at IS NOT NULL',
      'CREATE INDEX complaint_open_severity ON complaint (severity, due_at, id) WHERE due_at IS NOT NULL',
      'CREATE INDEX complaint_open_stage ON complaint (stage, due_at, id) WHERE due_at IS NOT NULL',
      `CREATE INDEX complaint_open_assignee ON complaint (assignee_id, due_at, id, due_on)
         WHERE due_at IS NOT NULL`,
      ...['severity', 'stage', 'assignee'].map((group) => {
        const column = group === 'assignee' ? 'assignee_id' : group
        return `CREATE INDEX complaint_${group}_due ON complaint (${column}, due_on, id, ${NARROWED_BY}, received_on)`
      }),
      `CREATE INDEX complaint_due ON complaint (due_on, id, ${NARROWED_BY}, received_on)`,
      `CREATE INDEX complaint_code_order ON complaint (code_order, id, ${NARROWED_BY}, received_on, due_on)`,
      `CREATE INDEX complaint_received ON complaint (received_on, id, ${NARROWED_BY}, due_on,
         answer_state, answer_ends_at, answer_stopped_on)`,
    ],
  },
  {
    name: 'deadline',
    columns: {
      id: KEY,
      complaint_id: `${COMPLAINT} ON DELETE CASCADE`,
      version: NUMBER,
      rule: TEXT,
      starts_on: `${day('starts_on')} NOT NULL`,
      legal_end: `${day('legal_end')} NOT NULL`,
      target: `${day('target')} NOT NULL`,
      state: oneOf('state', 'running', 'met', 'missed', 'ended'),
      stopped_at: moment('stopped_at'),
      trigger: `${TEXT} DEFAULT 'receipt'`,
      trigger_id: `${TEXT} DEFAULT ''`,
      starts_at: `${moment('starts_at')} NOT NULL DEFAULT '1970-01-01T00:00:00.000Z'`,
      ends_at: `${moment('ends_at')} NOT NULL DEFAULT '1970-01-01T00:00:00.000Z'`,
      via_processor: `${flag('via_processor')} DEFAULT 0`,
      extension: 'INTEGER NOT NULL DEFAULT 0 CHECK (extension >= 0)',
    },
    made: [
      'CREATE UNIQUE INDEX deadline_duty ON deadline (complaint_id, rule, trigger_id)',
      `CREATE INDEX deadline_running ON deadline (ends_at, id) WHERE state = 'running'`,
    ],
  },
  {
    name: 'state_check',
    columns: {
      id: KEY,
      complaint_id: `${COMPLAINT} ON DELETE CASCADE`,
      version: NUMBER,
      data_item: TEXT,
      system: TEXT,
      phase: oneOf('phase', 'before', 'after'),
      finding: TEXT,
      detail: TEXT,
      checked_by: `${PERSON} NOT NULL`,
      checked_at: `${moment('checked_at')} NOT NULL`,
    },
    rules: ['UNIQUE (complaint_id, data_item, system, phase)'],
    made: [],
  },
  {
    name: 'letter',
    columns: {
      id: KEY,
      complaint_id: `${COMPLAINT} ON DELETE RESTRICT`,
      version: NUMBER,
      kind: TEXT,
      language: oneOf('language', 'vi', 'en'),
      state: oneOf('state', 'draft', 'submitted', 'approved', 'issued'),
      parts: TEXT,
      signatory: TEXT,
      author_id: `${PERSON} NOT NULL`,
      editor_ids: TEXT,
      created_at: `${moment('created_at')} NOT NULL`,
      content_hash: TEXT,
      facts_hash: TEXT,
      submitted_by: PERSON,
      submitted_at: moment('submitted_at'),
      approved_by: PERSON,
      approved_at: moment('approved_at'),
      approved_hash: 'TEXT',
      return_remark: 'TEXT',
      number: 'TEXT',
      issued_by: PERSON,
      issued_at: moment('issued_at'),
      issued_on: day('issued_on'),
      pdf_sha256: 'TEXT',
      pages: 'INTEGER',
      variant: `${TEXT} DEFAULT ''`,
      particulars: `${TEXT} DEFAULT '${noParticulars()}'`,
      replaces_id: 'TEXT REFERENCES letter (id) ON DELETE RESTRICT',
    },
    rules: ['CHECK (number IS NULL OR issued_on IS NOT NULL)'],
    made: [
      'CREATE INDEX letter_complaint ON letter (complaint_id)',
      `CREATE UNIQUE INDEX letter_number ON letter (number, (substr(issued_on, 1, 4)))
         WHERE number IS NOT NULL`,
      'CREATE UNIQUE INDEX letter_replaces ON letter (replaces_id) WHERE replaces_id IS NOT NULL',
      'CREATE INDEX letter_pdf ON letter (pdf_sha256) WHERE pdf_sha256 IS NOT NULL',
      'CREATE INDEX letter_issued_on ON letter (issued_on) WHERE issued_on IS NOT NULL',
      'CREATE INDEX letter_content ON letter (content_hash)',
      'CREATE INDEX letter_latest ON letter ((coalesce(issued_at, created_at)), id)',
      'CREATE INDEX letter_state_latest ON letter (state, (coalesce(issued_at, created_at)), id)',
      `CREATE TRIGGER letter_issued_no_update BEFORE UPDATE ON letter WHEN OLD.state = 'issued'
       BEGIN SELECT RAISE(ABORT, 'an issued letter is never changed'); END`,
      `CREATE TRIGGER letter_issued_no_delete BEFORE DELETE ON letter WHEN OLD.state = 'issued'
       BEGIN SELECT RAISE(ABORT, 'an issued letter is never removed'); END`,
    ],
  },
  {
    name: 'dispatch',
    columns: {
      id: KEY,
      complaint_id: `${COMPLAINT} ON DELETE RESTRICT`,
      letter_id: 'TEXT NOT NULL REFERENCES letter (id) ON DELETE RESTRICT',
      version: NUMBER,
      channel: TEXT,
      sent_on: `${day('sent_on')} NOT NULL`,
      tracking_number: 'TEXT',
      evidence_id: 'TEXT REFERENCES evidence (id) ON DELETE RESTRICT',
      recorded_by: `${PERSON} NOT NULL`,
      recorded_at: `${moment('recorded_at')} NOT NULL`,
      struck_by: PERSON,
      struck_at: moment('struck_at'),
      struck_reason: 'TEXT',
    },
    rules: [
      'CHECK ((struck_at IS NULL) = (struck_by IS NULL) AND (struck_at IS NULL) = (struck_reason IS NULL))',
    ],
    made: [
      'CREATE INDEX dispatch_complaint ON dispatch (complaint_id)',
      'CREATE INDEX dispatch_letter ON dispatch (letter_id)',
      'CREATE INDEX dispatch_evidence ON dispatch (evidence_id)',
      `CREATE TRIGGER dispatch_no_delete BEFORE DELETE ON dispatch
       BEGIN SELECT RAISE(ABORT, 'a dispatch is struck out, never removed'); END`,
    ],
  },
  {
    name: 'right_request',
    columns: {
      id: KEY,
      complaint_id: `${COMPLAINT} ON DELETE CASCADE`,
      version: NUMBER,
      kind: TEXT,
      via_processor: flag('via_processor'),
      asked_at: `${moment('asked_at')} NOT NULL`,
      state: oneOf('state', 'open', 'done', 'refused', 'dropped'),
      settled_on: day('settled_on'),
      remark: TEXT,
    },
    rules: [`CHECK ((settled_on IS NOT NULL) = (state IN ('done', 'refused')))`],
    made: ['CREATE INDEX right_request_complaint ON right_request (complaint_id)'],
  },
]

/** As a letter of before migration 2 has them. */
function noParticulars(): string {
  return JSON.stringify({
    ...{ asked: '', performed: '', reason: '', replyBy: null, newEnd: null, happenedOn: null },
    ...{ happened: '', consequence: '', engagementId: null },
    ...{ recipientName: '', recipientAddress: '', recipientEmail: '' },
  })
}
