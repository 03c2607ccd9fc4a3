import type { Engine } from '../engine.ts'
import type { Migration } from './migration.ts'

/**
 * What may tell of persons is kept beside the journal, where it can be erased, and the journal has only its HMAC
 * (ADR 35). Entries of before stay as they are. What a later entry of two persons names can be taken away, and nothing else.
 */
export const journalValues: Migration = {
  version: 14,
  name: 'journal-values',
  statements: (engine) => [
    // No foreign key, as the journal has none: what is missing of either is what its check tells.
    `CREATE TABLE audit_value (
       sequence INTEGER NOT NULL,
       position INTEGER NOT NULL,
       salt ${engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'} NOT NULL CHECK (length(salt) = 64),
       content TEXT NOT NULL,
       PRIMARY KEY (sequence, position)
     ) ${engine === 'sqlite' ? 'STRICT' : ''}`,
    ...GUARDS[engine],
  ],
}

const SQLITE_NAMES = `SELECT 1
     FROM audit_event AS later, json_each(later.changes) AS entries, json_each(entries.value, '$.to') AS name,
       json_each(later.changes) AS asked, audit_event AS meant
     WHERE meant.sequence = OLD.sequence AND later.complaint_id = meant.complaint_id
       AND later.sequence > OLD.sequence AND later.action = 'complaint.anonymised'
       AND json_extract(entries.value, '$.field') = 'erasedEntries'
       AND json_extract(asked.value, '$.field') = 'requestedBy'
       AND json_extract(asked.value, '$.to') <> later.person_id`

const SQLITE_GUARDS: readonly string[] = [
  'DROP TRIGGER audit_event_no_update',
  `CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
   WHEN NEW.sequence IS NOT OLD.sequence OR NEW.at IS NOT OLD.at OR NEW.person_id IS NOT OLD.person_id
     OR NEW.person_name IS NOT OLD.person_name OR NEW.action IS NOT OLD.action
     OR NEW.complaint_id IS NOT OLD.complaint_id OR NEW.entity IS NOT OLD.entity
     OR NEW.entity_id IS NOT OLD.entity_id OR NEW.previous_hash IS NOT OLD.previous_hash
     OR NEW.hash IS NOT OLD.hash
     OR NOT EXISTS (${SQLITE_NAMES} AND name.value LIKE OLD.sequence || ':%')
   BEGIN SELECT RAISE(ABORT, 'audit events are never changed'); END`,
  `CREATE TRIGGER audit_value_no_update BEFORE UPDATE ON audit_value
   BEGIN SELECT RAISE(ABORT, 'values beside the audit are never changed'); END`,
  `CREATE TRIGGER audit_value_no_delete BEFORE DELETE ON audit_value
   WHEN NOT EXISTS (${SQLITE_NAMES} AND name.value = CAST(OLD.sequence AS TEXT))
   BEGIN SELECT RAISE(ABORT, 'values beside the audit are erased by two persons only'); END`,
  // REPLACE deletes without asking the trigger above.
  `CREATE TRIGGER audit_value_append_only BEFORE INSERT ON audit_value
   WHEN EXISTS (SELECT 1 FROM audit_value WHERE sequence = NEW.sequence AND position = NEW.position)
   BEGIN SELECT RAISE(ABORT, 'values beside the audit are only appended'); END`,
]

const POSTGRES_GUARDS: readonly string[] = [
  'DROP TRIGGER audit_event_append_only ON audit_event',
  `CREATE FUNCTION is_erased(erased INTEGER, pattern TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE AS $$
     SELECT EXISTS (SELECT 1
       FROM audit_event AS meant
       JOIN audit_event AS later ON later.complaint_id = meant.complaint_id
         AND later.sequence > meant.sequence AND later.action = 'complaint.anonymised'
       CROSS JOIN LATERAL jsonb_array_elements(later.changes::jsonb) AS entries
       CROSS JOIN LATERAL jsonb_array_elements(later.changes::jsonb) AS asked
       WHERE meant.sequence = erased
         AND entries ->> 'field' = 'erasedEntries'
         AND asked ->> 'field' = 'requestedBy' AND asked ->> 'to' <> later.person_id
         AND EXISTS (SELECT 1 FROM jsonb_array_elements_text(entries -> 'to') AS name WHERE name LIKE pattern))
   $$`,
  `CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
   FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE FUNCTION refuse_audit_update() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF to_jsonb(NEW) - 'changes' = to_jsonb(OLD) - 'changes'
       AND is_erased(OLD.sequence, OLD.sequence || ':%') THEN RETURN NEW; END IF;
     RAISE EXCEPTION 'UPDATE of audit_event is refused' USING ERRCODE = 'integrity_constraint_violation';
   END $$`,
  `CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
   FOR EACH ROW EXECUTE FUNCTION refuse_audit_update()`,
  `CREATE FUNCTION refuse_value_delete() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF is_erased(OLD.sequence, OLD.sequence::text) THEN RETURN OLD; END IF;
     RAISE EXCEPTION 'DELETE of audit_value is refused' USING ERRCODE = 'integrity_constraint_violation';
   END $$`,
  `CREATE TRIGGER audit_value_no_delete BEFORE DELETE ON audit_value
   FOR EACH ROW EXECUTE FUNCTION refuse_value_delete()`,
  `CREATE TRIGGER audit_value_no_update BEFORE UPDATE ON audit_value
   FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER audit_value_no_truncate BEFORE TRUNCATE ON audit_value
   FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
]

const GUARDS: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: SQLITE_GUARDS,
  postgres: POSTGRES_GUARDS,
}
