import type { Engine } from '../engine.ts'
import type { Migration } from './migration.ts'

/**
 * The first schema. The engines differ in four words only: text compared byte by byte, booleans, the
 * end of a table definition, and how search copies and triggers are written.
 *
 * Days and moments are text of fixed length. Columns that say who did something refer to people, who are
 * never deleted, only made inactive; these need no index of their own.
 */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  statements: (engine) => [
    ...tables(wordsOf(engine)),
    ...INDEXES,
    ...(engine === 'sqlite' ? SQLITE_SEARCH : POSTGRES_SEARCH),
    ...(engine === 'sqlite' ? SQLITE_GUARDS : POSTGRES_GUARDS),
    `INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '${'0'.repeat(64)}')`,
  ],
}

type Words = Readonly<{
  /** Text of ids, codes, days and moments: its byte order is its order, whatever the server's language. */
  code: string
  flag: string
  /** Ends a table whose rows are found by their key alone. */
  keyed: string
  end: string
}>

function wordsOf(engine: Engine): Words {
  return engine === 'sqlite'
    ? {
        code: 'TEXT',
        flag: 'INTEGER CHECK (active IN (0, 1))',
        keyed: 'STRICT, WITHOUT ROWID',
        end: 'STRICT',
      }
    : { code: 'TEXT COLLATE "C"', flag: 'BOOLEAN', keyed: '', end: '' }
}

function tables({ code, flag, keyed, end }: Words): readonly string[] {
  const day = (name: string): string => `${name} ${code} CHECK (length(${name}) = 10)`
  const instant = (name: string): string => `${name} ${code} CHECK (length(${name}) = 24)`
  const oneOf = (name: string, values: readonly string[]): string =>
    `${name} ${code} CHECK (${name} IN (${values.map((value) => `'${value}'`).join(', ')}))`
  const ofComplaint = `complaint_id ${code} NOT NULL REFERENCES complaint (id) ON DELETE CASCADE`
  const person = (name: string): string =>
    `${name} ${code} REFERENCES person (id) ON DELETE RESTRICT`

  return [
    `CREATE TABLE person (
      id ${code} NOT NULL PRIMARY KEY,
      version INTEGER NOT NULL,
      username ${code} NOT NULL UNIQUE,
      full_name TEXT NOT NULL,
      title TEXT NOT NULL,
      ${oneOf('role', ['chair', 'board', 'investigator', 'intake', 'auditor'])} NOT NULL,
      active ${flag} NOT NULL,
      ${instant('created_at')} NOT NULL
    ) ${end}`,

    `CREATE TABLE complaint (
      id ${code} NOT NULL PRIMARY KEY,
      code ${code} NOT NULL UNIQUE,
      version INTEGER NOT NULL,
      ${oneOf('status', ['open', 'answered', 'closed', 'withdrawn', 'rejected', 'duplicate'])} NOT NULL,
      ${oneOf('stage', ['received', 'checking', 'finding-cause', 'remedying', 'answering', 'done'])} NOT NULL,
      ${day('due_on')} NOT NULL,
      ${day('target_on')} NOT NULL,
      ${oneOf('severity', ['low', 'medium', 'high', 'critical'])} NOT NULL,
      site ${code} NOT NULL,
      ${person('assignee_id')},
      ${oneOf('channel', ['phone', 'email', 'in-person', 'post', 'web-form', 'authority'])} NOT NULL,
      ${instant('received_at')} NOT NULL,
      ${day('received_on')} NOT NULL,
      ${instant('recorded_at')} NOT NULL,
      ${person('recorded_by')} NOT NULL,
      ${oneOf('salutation', ['mr', 'ms', 'unknown'])} NOT NULL,
      complainant_name TEXT NOT NULL,
      email TEXT,
      email_folded ${code},
      address TEXT,
      member_account TEXT,
      member_account_folded ${code},
      acting_for TEXT,
      subject TEXT NOT NULL,
      narrative TEXT NOT NULL,
      wanted TEXT NOT NULL,
      ${oneOf('outcome', ['upheld', 'partly-upheld', 'unfounded', 'insufficient', 'withdrawn', 'outside-remit', 'duplicate'])},
      outcome_reason TEXT,
      state_conclusion TEXT,
      ${instant('state_concluded_at')},
      ${person('state_concluded_by')},
      no_remedy_reason TEXT,
      ${instant('answered_at')},
      ${instant('closed_at')},
      end_reason TEXT,
      duplicate_of_id ${code} REFERENCES complaint (id) ON DELETE RESTRICT,
      CHECK (duplicate_of_id <> id)
    ) ${end}`,

    `CREATE TABLE complaint_phone (
      ${ofComplaint},
      position INTEGER NOT NULL,
      e164 ${code} NOT NULL,
      as_told TEXT NOT NULL,
      PRIMARY KEY (complaint_id, position)
    ) ${keyed}`,

    `CREATE TABLE complaint_label (
      ${ofComplaint},
      ${oneOf('kind', ['data-item', 'category', 'clause'])} NOT NULL,
      position INTEGER NOT NULL,
      code ${code} NOT NULL,
      PRIMARY KEY (complaint_id, kind, position)
    ) ${keyed}`,

    `CREATE TABLE deadline (
      id ${code} NOT NULL PRIMARY KEY,
      ${ofComplaint},
      version INTEGER NOT NULL,
      rule ${code} NOT NULL,
      ${day('starts_on')} NOT NULL,
      ${day('legal_end')} NOT NULL,
      ${day('target')} NOT NULL,
      ${oneOf('state', ['running', 'met', 'missed', 'ended'])} NOT NULL,
      ${instant('stopped_at')}
    ) ${end}`,

    `CREATE TABLE state_check (
      id ${code} NOT NULL PRIMARY KEY,
      ${ofComplaint},
      version INTEGER NOT NULL,
      data_item ${code} NOT NULL,
      system ${code} NOT NULL,
      ${oneOf('phase', ['before', 'after'])} NOT NULL,
      ${oneOf('finding', ['correct', 'wrong', 'leaked', 'misused', 'missing', 'deleted', 'unknown'])} NOT NULL,
      detail TEXT NOT NULL,
      ${person('checked_by')} NOT NULL,
      ${instant('checked_at')} NOT NULL,
      UNIQUE (complaint_id, data_item, system, phase)
    ) ${end}`,

    `CREATE TABLE why (
      id ${code} NOT NULL PRIMARY KEY,
      ${ofComplaint},
      version INTEGER NOT NULL,
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      evidence_ids TEXT NOT NULL
    ) ${end}`,

    `CREATE TABLE root_cause (
      complaint_id ${code} NOT NULL PRIMARY KEY REFERENCES complaint (id) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      ${oneOf('state', ['open', 'established', 'undetermined'])} NOT NULL,
      category ${code},
      statement TEXT NOT NULL,
      undetermined_reason TEXT NOT NULL
    ) ${end}`,

    `CREATE TABLE remediation_step (
      id ${code} NOT NULL PRIMARY KEY,
      ${ofComplaint},
      version INTEGER NOT NULL,
      type ${code} NOT NULL,
      description TEXT NOT NULL,
      ${person('owner_id')},
      ${day('due_on')},
      ${oneOf('state', ['planned', 'done', 'dropped'])} NOT NULL,
      ${day('done_on')},
      dropped_reason TEXT
    ) ${end}`,

    `CREATE TABLE firm (
      id ${code} NOT NULL PRIMARY KEY,
      version INTEGER NOT NULL,
      name TEXT NOT NULL,
      tax_code TEXT,
      address TEXT,
      contact_name TEXT,
      phone TEXT,
      email TEXT,
      contract_number TEXT,
      ${day('contract_valid_until')},
      ${day('nda_valid_until')},
      active ${flag} NOT NULL
    ) ${end}`,

    `CREATE TABLE engagement (
      id ${code} NOT NULL PRIMARY KEY,
      ${ofComplaint},
      firm_id ${code} NOT NULL REFERENCES firm (id) ON DELETE RESTRICT,
      version INTEGER NOT NULL,
      scope TEXT NOT NULL,
      ${day('starts_on')} NOT NULL,
      ${day('ends_on')}
    ) ${end}`,

    `CREATE TABLE firm_note (
      id ${code} NOT NULL PRIMARY KEY,
      engagement_id ${code} NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
      ${ofComplaint},
      version INTEGER NOT NULL,
      author TEXT NOT NULL,
      ${day('noted_on')} NOT NULL,
      body TEXT NOT NULL,
      ${person('recorded_by')} NOT NULL,
      ${instant('recorded_at')} NOT NULL
    ) ${end}`,

    `CREATE TABLE evidence (
      id ${code} NOT NULL PRIMARY KEY,
      complaint_id ${code} NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT,
      firm_note_id ${code} REFERENCES firm_note (id) ON DELETE RESTRICT,
      sha256 ${code} NOT NULL CHECK (length(sha256) = 64),
      size INTEGER NOT NULL CHECK (size >= 0),
      file_name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      ${person('added_by')} NOT NULL,
      ${instant('added_at')} NOT NULL
    ) ${end}`,

    `CREATE TABLE letter (
      id ${code} NOT NULL PRIMARY KEY,
      complaint_id ${code} NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT,
      version INTEGER NOT NULL,
      ${oneOf('kind', ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9'])} NOT NULL,
      ${oneOf('language', ['vi', 'en'])} NOT NULL,
      ${oneOf('state', ['draft', 'submitted', 'approved', 'issued'])} NOT NULL,
      parts TEXT NOT NULL,
      signatory TEXT NOT NULL,
      ${person('author_id')} NOT NULL,
      editor_ids TEXT NOT NULL,
      ${instant('created_at')} NOT NULL,
      content_hash ${code} NOT NULL,
      facts_hash ${code} NOT NULL,
      ${person('submitted_by')},
      ${instant('submitted_at')},
      ${person('approved_by')},
      ${instant('approved_at')},
      approved_hash ${code},
      return_remark TEXT,
      number ${code},
      ${person('issued_by')},
      ${instant('issued_at')},
      ${day('issued_on')},
      pdf_sha256 ${code},
      pages INTEGER,
      CHECK (number IS NULL OR issued_on IS NOT NULL)
    ) ${end}`,

    `CREATE TABLE approval (
      id ${code} NOT NULL PRIMARY KEY,
      version INTEGER NOT NULL,
      ${oneOf('state', ['pending', 'approved', 'returned', 'withdrawn'])} NOT NULL,
      request TEXT NOT NULL,
      complaint_id ${code} REFERENCES complaint (id) ON DELETE CASCADE,
      subject_version INTEGER NOT NULL,
      ${person('requested_by')} NOT NULL,
      ${instant('requested_at')} NOT NULL,
      ${person('decided_by')},
      ${instant('decided_at')},
      remark TEXT,
      CHECK (decided_by <> requested_by OR state NOT IN ('approved', 'returned'))
    ) ${end}`,

    `CREATE TABLE settings (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      version INTEGER NOT NULL,
      body TEXT NOT NULL
    ) ${end}`,

    `CREATE TABLE draft (
      person_id ${code} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
      form ${code} NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (person_id, form)
    ) ${end}`,

    `CREATE TABLE series (
      name ${code} NOT NULL PRIMARY KEY,
      value INTEGER NOT NULL CHECK (value > 0)
    ) ${keyed}`,

    // No foreign keys: what happened stays on record whatever becomes of its subject.
    `CREATE TABLE audit_event (
      sequence INTEGER NOT NULL PRIMARY KEY CHECK (sequence > 0),
      ${instant('at')} NOT NULL,
      person_id ${code},
      person_name TEXT NOT NULL,
      action ${code} NOT NULL,
      complaint_id ${code},
      entity ${code} NOT NULL,
      entity_id ${code} NOT NULL,
      changes TEXT NOT NULL,
      previous_hash ${code} NOT NULL,
      hash ${code} NOT NULL
    ) ${end}`,

    `CREATE TABLE audit_head (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      sequence INTEGER NOT NULL,
      hash ${code} NOT NULL
    ) ${end}`,
  ]
}

const INDEXES: readonly string[] = [
  // The work list in the order things are due, alone and under each of its filters.
  'CREATE INDEX complaint_due ON complaint (due_on, id)',
  'CREATE INDEX complaint_status_due ON complaint (status, due_on, id)',
  'CREATE INDEX complaint_stage_due ON complaint (stage, due_on, id)',
  'CREATE INDEX complaint_assignee_due ON complaint (assignee_id, due_on, id)',
  'CREATE INDEX complaint_severity_due ON complaint (severity, due_on, id)',
  'CREATE INDEX complaint_site_due ON complaint (site, due_on, id)',
  'CREATE INDEX complaint_email ON complaint (email_folded) WHERE email_folded IS NOT NULL',
  `CREATE INDEX complaint_member_account ON complaint (member_account_folded)
     WHERE member_account_folded IS NOT NULL`,
  `CREATE INDEX complaint_duplicate_of ON complaint (duplicate_of_id)
     WHERE duplicate_of_id IS NOT NULL`,
  'CREATE INDEX complaint_phone_e164 ON complaint_phone (e164)',
  'CREATE INDEX deadline_complaint ON deadline (complaint_id)',
  'CREATE INDEX why_complaint ON why (complaint_id, position)',
  'CREATE INDEX step_complaint ON remediation_step (complaint_id)',
  'CREATE INDEX step_owner ON remediation_step (owner_id)',
  // A step without a day comes last, which is said the same way here and in the query.
  `CREATE INDEX step_state_due
     ON remediation_step (state, (coalesce(due_on, '9999-12-31')), id)`,
  'CREATE INDEX engagement_complaint ON engagement (complaint_id)',
  'CREATE INDEX engagement_firm ON engagement (firm_id, starts_on)',
  'CREATE INDEX firm_note_complaint ON firm_note (complaint_id)',
  'CREATE INDEX firm_note_engagement ON firm_note (engagement_id)',
  'CREATE INDEX evidence_complaint ON evidence (complaint_id)',
  'CREATE INDEX evidence_firm_note ON evidence (firm_note_id)',
  'CREATE INDEX letter_complaint ON letter (complaint_id)',
  'CREATE INDEX letter_state_created ON letter (state, created_at, id)',
  // `01/TB-BQT` starts again each year.
  `CREATE UNIQUE INDEX letter_number ON letter (number, (substr(issued_on, 1, 4)))
     WHERE number IS NOT NULL`,
  'CREATE INDEX approval_complaint ON approval (complaint_id)',
  'CREATE INDEX approval_state ON approval (state, requested_at)',
  'CREATE INDEX audit_event_complaint ON audit_event (complaint_id, sequence)',
  'CREATE INDEX audit_event_person ON audit_event (person_id, sequence)',
]

/**
 * The words of a case are folded by us, so the index must not do it again: `ascii` splits at ASCII
 * punctuation only and leaves every other letter alone. The index keeps no text of its own; it knows
 * numbers, which `complaint_search` gives to cases and which, unlike a rowid, survive `VACUUM`.
 */
const SQLITE_SEARCH: readonly string[] = [
  `CREATE TABLE complaint_search (
     number INTEGER NOT NULL PRIMARY KEY,
     complaint_id TEXT NOT NULL UNIQUE REFERENCES complaint (id) ON DELETE CASCADE
   ) STRICT`,
  `CREATE VIRTUAL TABLE complaint_search_text
     USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii')`,
  `CREATE TRIGGER complaint_search_deleted AFTER DELETE ON complaint_search
   BEGIN DELETE FROM complaint_search_text WHERE rowid = OLD.number; END`,
]

/** `lexemes` finds the cases that hold the words; `words` decides about their order in a phrase. */
const POSTGRES_SEARCH: readonly string[] = [
  `CREATE TABLE complaint_search (
     complaint_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES complaint (id) ON DELETE CASCADE,
     words TEXT COLLATE "C" NOT NULL,
     lexemes TSVECTOR NOT NULL
   )`,
  'CREATE INDEX complaint_search_lexemes ON complaint_search USING gin (lexemes)',
]

/** The audit chain only grows, and an issued letter stays as it left the house. */
const SQLITE_GUARDS: readonly string[] = [
  `CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
   BEGIN SELECT RAISE(ABORT, 'audit events are never changed'); END`,
  `CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
   BEGIN SELECT RAISE(ABORT, 'audit events are never removed'); END`,
  // REPLACE deletes without asking the trigger above.
  `CREATE TRIGGER audit_event_append_only BEFORE INSERT ON audit_event
   WHEN NEW.sequence <= (SELECT coalesce(max(sequence), 0) FROM audit_event)
   BEGIN SELECT RAISE(ABORT, 'audit events are only appended'); END`,
  `CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
   BEGIN SELECT RAISE(ABORT, 'the head of the audit chain stays'); END`,
  `CREATE TRIGGER letter_issued_no_update BEFORE UPDATE ON letter WHEN OLD.state = 'issued'
   BEGIN SELECT RAISE(ABORT, 'an issued letter is never changed'); END`,
  `CREATE TRIGGER letter_issued_no_delete BEFORE DELETE ON letter WHEN OLD.state = 'issued'
   BEGIN SELECT RAISE(ABORT, 'an issued letter is never removed'); END`,
]

const POSTGRES_GUARDS: readonly string[] = [
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION '% of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
   END $$`,
  `CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
   FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
   FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
   FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_head
   FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER letter_issued_unchanged BEFORE UPDATE OR DELETE ON letter
   FOR EACH ROW WHEN (OLD.state = 'issued') EXECUTE FUNCTION refuse_change()`,
]
