import { ERASED_FILE } from '#core/retention/model.ts'

/**
 * Every file the board needs, by its SHA-256, each once: evidence, issued letters, certificates. A case that was made
 * anonymous names none, though its letters still say which PDF they were.
 */
export const NAMED_FILES = `SELECT sha256 FROM evidence WHERE sha256 <> '${ERASED_FILE}'
  UNION SELECT l.pdf_sha256 FROM letter l JOIN complaint c ON c.id = l.complaint_id
    WHERE l.pdf_sha256 IS NOT NULL AND c.anonymised_at IS NULL
  UNION SELECT pdf_sha256 FROM certificate`

/** The same of a board from before anything could be erased. */
export const NAMED_FILES_BEFORE = `SELECT sha256 FROM evidence
  UNION SELECT pdf_sha256 FROM letter WHERE pdf_sha256 IS NOT NULL`
