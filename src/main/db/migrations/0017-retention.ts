import type { Migration } from './migration.ts'

/**
 * Cases that are made anonymous when their period is over, holds that keep them from it, and what was destroyed by whom.
 * An issued letter can be emptied then, and in no other way changed.
 */
export const retention: Migration = {
  version: 17,
  name: 'retention',
  statements: (engine) => {
    const code = engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
    const [end, keyed] = engine === 'sqlite' ? ['STRICT', 'STRICT, WITHOUT ROWID'] : ['', '']
    const moment = (name: string): string => `${name} ${code} CHECK (length(${name}) = 24)`
    const person = (name: string): string =>
      `${name} ${code} REFERENCES person (id) ON DELETE RESTRICT`
    const ofCase = `complaint_id ${code} NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT`
    return [
      `ALTER TABLE complaint ADD COLUMN ${moment('anonymised_at')}`,
      // What is over and still tells of persons, the longest over first.
      `CREATE INDEX complaint_closed ON complaint (closed_at, id)
         WHERE closed_at IS NOT NULL AND anonymised_at IS NULL`,
      `CREATE TABLE hold (
        id ${code} NOT NULL PRIMARY KEY,
        ${ofCase},
        version INTEGER NOT NULL,
        state ${code} NOT NULL CHECK (state IN ('set', 'lifted')),
        reason TEXT NOT NULL,
        ${person('set_by')} NOT NULL,
        ${moment('set_at')} NOT NULL,
        ${person('lifted_by')},
        ${moment('lifted_at')},
        CHECK ((state = 'lifted') = (lifted_by IS NOT NULL) AND (state = 'lifted') = (lifted_at IS NOT NULL))
      ) ${end}`,
      'CREATE INDEX hold_complaint ON hold (complaint_id)',
      `CREATE TABLE certificate (
        id ${code} NOT NULL PRIMARY KEY,
        version INTEGER NOT NULL,
        number ${code} NOT NULL UNIQUE,
        ${moment('made_at')} NOT NULL,
        ${person('made_by')} NOT NULL,
        pdf_sha256 ${code} NOT NULL CHECK (length(pdf_sha256) = 64)
      ) ${end}`,
      `CREATE TABLE erasure (
        id ${code} NOT NULL PRIMARY KEY REFERENCES approval (id) ON DELETE RESTRICT,
        version INTEGER NOT NULL,
        complaint_id ${code} NOT NULL UNIQUE REFERENCES complaint (id) ON DELETE RESTRICT,
        months INTEGER NOT NULL,
        ${moment('closed_at')} NOT NULL,
        reason TEXT NOT NULL,
        ${person('requested_by')} NOT NULL,
        ${moment('requested_at')} NOT NULL,
        ${person('decided_by')} NOT NULL,
        ${moment('erased_at')} NOT NULL,
        evidence_files INTEGER NOT NULL,
        letter_files INTEGER NOT NULL,
        shared_files INTEGER NOT NULL,
        certificate_id ${code} REFERENCES certificate (id) ON DELETE RESTRICT,
        CHECK (decided_by <> requested_by)
      ) ${end}`,
      'CREATE INDEX erasure_certificate ON erasure (certificate_id)',
      'CREATE INDEX erasure_erased ON erasure (erased_at, id)',
      // What is destroyed once the erasure is durable: a file by its hash, and `search`, words the search still keeps.
      `CREATE TABLE doomed (
        what ${code} NOT NULL PRIMARY KEY
      ) ${keyed}`,
      // Nobody was asked before who gave a file.
      `ALTER TABLE evidence ADD COLUMN given_by ${code}`,
      'CREATE INDEX evidence_sha256 ON evidence (sha256)',
      ...(engine === 'sqlite' ? SQLITE_GUARDS : POSTGRES_GUARDS),
    ]
  },
}

/** What a letter has said: each of its texts, without the days that clocks follow from. */
const TEXTS = [
  ...['asked', 'performed', 'reason', 'happened', 'consequence'],
  ...['recipientName', 'recipientAddress', 'recipientEmail'],
]

/** What stays of an issued letter when it is emptied. */
const STAYS = [
  ...['id', 'complaint_id', 'kind', 'variant', 'language', 'state', 'signatory', 'author_id'],
  ...['editor_ids', 'created_at', 'content_hash', 'facts_hash', 'submitted_by', 'submitted_at'],
  ...['approved_by', 'approved_at', 'approved_hash', 'approval_mark', 'number', 'issued_by'],
  ...['issued_at', 'issued_on', 'pdf_sha256', 'pages', 'replaces_id', 'right_ids'],
]

/** A case two persons decided to make anonymous, in this transaction or an earlier one. */
const SQLITE_DECIDED = `EXISTS (SELECT 1 FROM complaint c JOIN approval a ON a.complaint_id = c.id
    WHERE c.id = OLD.complaint_id AND c.anonymised_at IS NOT NULL AND a.state = 'approved'
      AND json_extract(a.request, '$.kind') = 'anonymise-complaint' AND a.decided_by <> a.requested_by)`

const SQLITE_GUARDS: readonly string[] = [
  'DROP TRIGGER letter_issued_no_update',
  `CREATE TRIGGER letter_issued_no_update BEFORE UPDATE ON letter WHEN OLD.state = 'issued' AND NOT (
     ${STAYS.map((column) => `NEW.${column} IS OLD.${column}`).join(' AND ')}
     AND NEW.parts = '[]' AND NEW.return_remark IS NULL
     AND ${TEXTS.map((text) => `json_extract(NEW.particulars, '$.${text}') IS ''`).join(' AND ')}
     AND ${SQLITE_DECIDED})
   BEGIN SELECT RAISE(ABORT, 'an issued letter is never changed'); END`,
  `CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure
   BEGIN SELECT RAISE(ABORT, 'that something was destroyed stays on record'); END`,
  `CREATE TRIGGER certificate_no_update BEFORE UPDATE ON certificate
   BEGIN SELECT RAISE(ABORT, 'a certificate is never changed'); END`,
  `CREATE TRIGGER certificate_no_delete BEFORE DELETE ON certificate
   BEGIN SELECT RAISE(ABORT, 'a certificate is never removed'); END`,
]

const POSTGRES_GUARDS: readonly string[] = [
  'DROP TRIGGER letter_issued_unchanged ON letter',
  `CREATE FUNCTION refuse_letter_update() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF ${STAYS.map((column) => `NEW.${column} IS NOT DISTINCT FROM OLD.${column}`).join(' AND ')}
       AND NEW.parts = '[]' AND NEW.return_remark IS NULL
       AND ${TEXTS.map((text) => `NEW.particulars::jsonb ->> '${text}' = ''`).join(' AND ')}
       AND EXISTS (SELECT 1 FROM complaint c JOIN approval a ON a.complaint_id = c.id
         WHERE c.id = OLD.complaint_id AND c.anonymised_at IS NOT NULL AND a.state = 'approved'
           AND a.request::jsonb ->> 'kind' = 'anonymise-complaint' AND a.decided_by <> a.requested_by)
     THEN RETURN NEW; END IF;
     RAISE EXCEPTION 'UPDATE of letter is refused' USING ERRCODE = 'integrity_constraint_violation';
   END $$`,
  `CREATE TRIGGER letter_issued_no_update BEFORE UPDATE ON letter
   FOR EACH ROW WHEN (OLD.state = 'issued') EXECUTE FUNCTION refuse_letter_update()`,
  `CREATE TRIGGER letter_issued_no_delete BEFORE DELETE ON letter
   FOR EACH ROW WHEN (OLD.state = 'issued') EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure
   FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER certificate_unchanged BEFORE UPDATE OR DELETE ON certificate
   FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
]
