import type { Database as SqliteHandle } from 'better-sqlite3-multiple-ciphers'

import { ERASED_FILE, ERASED_TEXT } from '#core/retention/model.ts'
import { PARTS_OF_CASE } from '../drafts/repository.ts'

/** Texts that tell of persons, by table; what was empty stays so. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  breach: [
    ...['happened', 'place', 'involved', 'consequence', 'measures', 'ruled_out_reason'],
    ...['data_quantity', 'harm_reason', 'conduct_reason'],
    ...['detected_how', 'minutes_place', 'minutes_present'],
  ],
  breach_notice: ['recipient', 'reference', 'struck_reason'],
  conflict: ['reason'],
  dispatch: ['tracking_number', 'struck_reason', 'late_explanation'],
  engagement: ['scope'],
  evidence: ['file_name'],
  firm_note: ['author', 'body'],
  hold: ['reason'],
  log_entry: ['contact', 'body', 'withdrawn_reason'],
  remediation_step: ['description', 'dropped_reason', 'note'],
  right_request: ['remark', 'late_explanation'],
  root_cause: ['statement', 'undetermined_reason'],
  state_check: ['detail'],
  why: ['text'],
}

const OF_COMPLAINT = [
  ...['complainant_name', 'subject', 'narrative', 'wanted', 'outcome_reason', 'state_conclusion'],
  ...['no_remedy_reason', 'end_reason'],
]
const CONTACTS = [
  ...['email', 'email_folded', 'address', 'member_account', 'member_account_folded', 'acting_for'],
]
const OF_LETTER = [
  ...['asked', 'performed', 'reason', 'happened', 'consequence', 'effect', 'lessons'],
  ...['recipientName', 'recipientAddress', 'recipientEmail'],
]

/** Of what an authority asks; the kind of it and its days stay. */
const OF_AUTHORITY = ['name', 'number', 'officer']

/** What a point says and why it was found so; its finding stays. */
const OF_POINT = ['text', 'reason']

/** What of those a right was passed on to tells of them. */
const PASSED_ON = ['recipient', 'reference', 'confirmation', 'struckReason']
const erasedIn = (field: string): string =>
  `'$.${field}', CASE WHEN coalesce(json_extract(value, '$.${field}'), '') = ''
     THEN json_extract(value, '$.${field}') ELSE '${ERASED_TEXT}' END`

const emptied = (columns: readonly string[]): string =>
  columns
    .map(
      (each) =>
        `${each} = CASE WHEN coalesce(${each}, '') = '' THEN ${each} ELSE '${ERASED_TEXT}' END`,
    )
    .join(', ')

/** The files of these cases, as the database names them, by their SHA-256. */
export function filesOfCases(handle: SqliteHandle, ids: readonly string[]): readonly string[] {
  const files = handle
    .prepare<[string, string], string>(
      `SELECT sha256 FROM evidence WHERE complaint_id = ? AND sha256 <> '${ERASED_FILE}'
       UNION SELECT pdf_sha256 FROM letter WHERE complaint_id = ? AND pdf_sha256 IS NOT NULL`,
    )
    .pluck()
  return ids.flatMap((id) => files.all(id, id))
}

/**
 * Takes out of a case in a database what an erasure takes out (`core/retention/commands/erase.ts`), where that was on record
 * and the rows it left cannot be read any more. Needs the triggers of the schema to be out of the way.
 */
export function scrubCase(handle: SqliteHandle, id: string, at: string): void {
  const run = (sql: string, ...values: readonly string[]): unknown =>
    handle.prepare(sql).run(values)
  // Forms have the id of what they are about in their name.
  const parts = PARTS_OF_CASE.map((table) => `SELECT id FROM ${table} WHERE complaint_id = ?`)
  run(
    `DELETE FROM draft WHERE EXISTS (SELECT 1 FROM (SELECT ? AS id UNION ${parts.join(' UNION ')}) AS part
       WHERE instr(form, part.id) > 0)`,
    ...[id, ...parts.map(() => id)],
  )
  run(
    `UPDATE complaint SET ${emptied(OF_COMPLAINT)}, salutation = 'unknown', flags = '[]', anonymised_at = ?,
       ${CONTACTS.map((each) => `${each} = NULL`).join(', ')} WHERE id = ?`,
    ...[at, id],
  )
  run(
    `UPDATE complaint SET mandate = json_set(mandate, '$.paper', '${ERASED_TEXT}')
     WHERE id = ? AND mandate IS NOT NULL`,
    id,
  )
  run(
    `UPDATE complaint SET points = (SELECT json_group_array(json_set(json(value),
       ${OF_POINT.map(erasedIn).join(', ')})) FROM json_each(points))
       WHERE id = ? AND points <> '[]'`,
    id,
  )
  run('DELETE FROM letter_addressee WHERE complaint_id = ?', id)
  run('DELETE FROM letter_master WHERE complaint_id = ?', id)
  run(
    `UPDATE complaint SET authority = json_set(authority, ${OF_AUTHORITY.map((each) => `'$.${each}', '${ERASED_TEXT}'`).join(', ')})
       WHERE id = ? AND authority IS NOT NULL`,
    id,
  )
  run('DELETE FROM complaint_phone WHERE complaint_id = ?', id)
  for (const [table, columns] of Object.entries(TEXTS)) {
    run(`UPDATE ${table} SET ${emptied(columns)} WHERE complaint_id = ?`, id)
  }
  run(
    `UPDATE right_request SET identity = json_set(identity, '$.against', '${ERASED_TEXT}')
       WHERE complaint_id = ? AND identity IS NOT NULL AND json_extract(identity, '$.against') <> ''`,
    id,
  )
  run(
    `UPDATE right_request SET passed_on = (SELECT json_group_array(json_set(json(value),
       ${PASSED_ON.map(erasedIn).join(', ')})) FROM json_each(passed_on))
       WHERE complaint_id = ? AND passed_on <> '[]'`,
    id,
  )
  run(`UPDATE log_entry SET unread = '[]' WHERE complaint_id = ?`, id)
  run(`UPDATE evidence SET sha256 = '${ERASED_FILE}' WHERE complaint_id = ?`, id)
  run(`DELETE FROM letter WHERE complaint_id = ? AND state <> 'issued'`, id)
  const particulars = OF_LETTER.map((each) => `'$.${each}', ''`).join(', ')
  run(
    `UPDATE letter SET parts = '[]', return_remark = NULL,
       particulars = json_set(particulars, ${particulars}) WHERE complaint_id = ?`,
    id,
  )
  run(
    `UPDATE approval SET ${emptied(['remark'])}, request = json_set(request, '$.reason', '${ERASED_TEXT}')
     WHERE complaint_id = ? AND json_extract(request, '$.kind') <> 'anonymise-complaint'`,
    id,
  )
}
