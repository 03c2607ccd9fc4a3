import type { Engine } from '../engine.ts'
import type { Migration } from './migration.ts'

/** The full set of letters: what each is about, corrections, dispatch, the board's own wording, its logo. */
export const letters: Migration = {
  version: 2,
  name: 'letters',
  statements: (engine) => [
    ...letterColumns(engine),
    ...tables(engine),
    'CREATE UNIQUE INDEX letter_replaces ON letter (replaces_id) WHERE replaces_id IS NOT NULL',
    'CREATE INDEX letter_pdf ON letter (pdf_sha256) WHERE pdf_sha256 IS NOT NULL',
    'CREATE INDEX letter_issued_on ON letter (issued_on) WHERE issued_on IS NOT NULL',
    'CREATE INDEX letter_content ON letter (content_hash)',
    'CREATE INDEX dispatch_complaint ON dispatch (complaint_id)',
    'CREATE INDEX dispatch_letter ON dispatch (letter_id)',
    'CREATE INDEX dispatch_evidence ON dispatch (evidence_id)',
    ...(engine === 'sqlite' ? SQLITE_GUARDS : POSTGRES_GUARDS),
  ],
}

function codeOf(engine: Engine): string {
  return engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
}

/** Letters written before there were kinds and corrections are result letters and replace nothing. */
function letterColumns(engine: Engine): readonly string[] {
  const nothing = JSON.stringify({
    asked: '',
    performed: '',
    reason: '',
    replyBy: null,
    newEnd: null,
    happenedOn: null,
    happened: '',
    consequence: '',
    engagementId: null,
    recipientName: '',
    recipientAddress: '',
    recipientEmail: '',
  })
  return [
    `ALTER TABLE letter ADD COLUMN variant ${codeOf(engine)} NOT NULL DEFAULT ''`,
    `ALTER TABLE letter ADD COLUMN particulars TEXT NOT NULL DEFAULT '${nothing}'`,
    `ALTER TABLE letter ADD COLUMN replaces_id ${codeOf(engine)} REFERENCES letter (id) ON DELETE RESTRICT`,
  ]
}

function tables(engine: Engine): readonly string[] {
  const code = codeOf(engine)
  const [end, keyed] = engine === 'sqlite' ? ['STRICT', 'STRICT, WITHOUT ROWID'] : ['', '']
  const moment = (name: string): string => `${name} ${code} CHECK (length(${name}) = 24)`
  const person = (name: string): string =>
    `${name} ${code} REFERENCES person (id) ON DELETE RESTRICT`
  return [
    `CREATE TABLE dispatch (
      id ${code} NOT NULL PRIMARY KEY,
      complaint_id ${code} NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT,
      letter_id ${code} NOT NULL REFERENCES letter (id) ON DELETE RESTRICT,
      version INTEGER NOT NULL,
      channel ${code} NOT NULL CHECK (channel IN ('email', 'post', 'courier', 'in-person', 'portal')),
      sent_on ${code} NOT NULL CHECK (length(sent_on) = 10),
      tracking_number TEXT,
      evidence_id ${code} REFERENCES evidence (id) ON DELETE RESTRICT,
      ${person('recorded_by')} NOT NULL,
      ${moment('recorded_at')} NOT NULL,
      ${person('struck_by')},
      ${moment('struck_at')},
      struck_reason TEXT,
      CHECK ((struck_at IS NULL) = (struck_by IS NULL) AND (struck_at IS NULL) = (struck_reason IS NULL))
    ) ${end}`,

    `CREATE TABLE house_phrase (
      kind ${code} NOT NULL,
      variant ${code} NOT NULL,
      part ${code} NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      vi TEXT,
      en TEXT,
      ${person('author_id')} NOT NULL,
      ${moment('created_at')} NOT NULL,
      PRIMARY KEY (kind, variant, part, version),
      CHECK ((vi IS NULL) = (en IS NULL))
    ) ${keyed}`,

    `CREATE TABLE letterhead_logo (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      media_type ${code} NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/svg+xml')),
      base64 TEXT NOT NULL
    ) ${end}`,
  ]
}

/** A phrase once worded stays on record, and so does a dispatch. */
const SQLITE_GUARDS: readonly string[] = [
  `CREATE TRIGGER house_phrase_no_update BEFORE UPDATE ON house_phrase
   BEGIN SELECT RAISE(ABORT, 'a version of a phrase is never changed'); END`,
  `CREATE TRIGGER house_phrase_no_delete BEFORE DELETE ON house_phrase
   BEGIN SELECT RAISE(ABORT, 'a version of a phrase is never removed'); END`,
  `CREATE TRIGGER dispatch_no_delete BEFORE DELETE ON dispatch
   BEGIN SELECT RAISE(ABORT, 'a dispatch is struck out, never removed'); END`,
]

const POSTGRES_GUARDS: readonly string[] = [
  `CREATE TRIGGER house_phrase_unchanged BEFORE UPDATE OR DELETE ON house_phrase
   FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER dispatch_no_delete BEFORE DELETE ON dispatch
   FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
]
