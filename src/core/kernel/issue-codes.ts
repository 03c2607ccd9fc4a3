/**
 * What can be wrong with one field, and which rule can speak against an act: every such code there is, by
 * what it is about. The window has words for each in both languages (`issues`); a test
 * compares them both ways.
 */
export const ISSUE_CODES = [
  // What a schema, a date or a number can be found wrong in
  'REQUIRED',
  'TOO_LONG',
  'TOO_SMALL',
  'WRONG_TYPE',
  'WRONG_FORMAT',
  'UNKNOWN_FIELD',
  'NOT_JSON',
  'TOO_DEEP',
  'NOT_CHANGED',
  'DATE_IMPOSSIBLE',
  'INSTANT_IMPOSSIBLE',
  'INSTANT_OUT_OF_RANGE',
  'NOT_A_DATE',
  'NOT_A_TIME',
  'NOT_AN_INSTANT',
  'NOT_A_COUNT',
  'DATE_IN_FUTURE',
  'TIME_IN_FUTURE',
  'END_BEFORE_START',
  'EMAIL_INVALID',
  'TAX_CODE_INVALID',
  'CODE_UNKNOWN',
  'STALE_VERSION',
  'DAY_IN_FUTURE',
  'NOT_A_NUMBER',

  // Telephone numbers
  'PHONE_EMPTY',
  'PHONE_INVALID',
  'PHONE_OLD_MOBILE',
  'PRE_2017_FORM',

  // Signing in, passwords and the recovery key
  'USERNAME_INVALID',
  'USERNAME_TAKEN',
  'PASSWORD_TOO_SHORT',
  'PASSWORD_TOO_LONG',
  'PASSWORD_COMMON',
  'PASSWORD_CONTEXT',
  'PASSWORD_MISMATCH',
  'PASSWORD_UNCHANGED',
  'RECOVERY_KEY_MISTYPED',
  'RECOVERY_GROUP_WRONG',
  'RECOVERY_KEY_NOT_SHOWN',
  'RETRY_AFTER',

  // People and their roles
  'PERSON_UNKNOWN',
  'PERSON_INACTIVE',
  'ROLE_NOT_ALLOWED',
  'LAST_CHAIR',
  'LAST_PERSON',
  'RESET_OWN_PASSWORD',

  // Complaints, their receipt and their end
  'RECEIPT_IN_FUTURE',
  'RECEIPT_TOO_EARLY',
  'SITE_UNKNOWN',
  'COMPLAINT_UNKNOWN',
  'COMPLAINT_ENDED',
  'COMPLAINT_NOT_OPEN',
  'COMPLAINT_NOT_ANSWERED',
  'DUPLICATE_OF_ITSELF',
  'OUTCOME_MISSING',
  'OUTCOME_NO_REASON',
  'CLOCKS_OPEN',

  // Investigation and remediation
  'STATE_NO_CHECK',
  'STATE_NOT_CONCLUDED',
  'CAUSE_OPEN',
  'CAUSE_NO_CATEGORY',
  'CAUSE_NO_STATEMENT',
  'CAUSE_NO_REASON',
  'REMEDY_MISSING',
  'REMEDY_UNDATED',
  'REMEDY_HAS_STEPS',
  'STEP_ON_RECORD',

  // Breach
  'BREACH_MISSING',
  'BREACH_FACT_MISSING',
  'BREACH_NOT_CONFIRMED',
  'NOTICE_SETTING_MISSING',
  'NOTICE_STRUCK',
  'NOTICE_BEFORE_DETECTION',

  // Rights of the data subject
  'REFUSAL_NOT_TOLD',
  'RIGHT_OPEN',
  'RIGHT_SETTLED',
  'RIGHT_ASKED_ALREADY',

  // Time limits
  'HOLIDAY_REPEATED',
  'NO_WORKING_DAY',
  'EXTENSION_NOT_ALLOWED',
  'EXTENSION_TOO_LONG',
  'NO_RULE',
  'DEADLINE_MISSING',
  'NEW_END_NOT_LATER',
  'LIMIT_NUMBER',
  'REMINDER_DAYS',
  'REMINDER_PERCENTS',
  'RULE_AFTER_OPEN_END',
  'RULE_GAP',
  'CLOCK_NOT_RUNNING',
  'CLOCK_NOT_EXTENDABLE',
  'NEW_END_TOO_LATE',

  // Letters, their sending and their phrases
  'CONTENT_CHANGED',
  'LETTER_MISSING',
  'LETTER_NOT_ISSUED',
  'LETTER_NOT_SUBMITTED',
  'LETTER_ISSUED',
  'LETTER_IN_WORK',
  'LETTER_STATE',
  'PART_UNKNOWN',
  'FACTS_CHANGED',
  'APPROVAL_VOID',
  'APPROVER_IS_AUTHOR',
  'LETTER_NOT_DISPATCHED',
  'LETTER_REPLACED',
  'REPLACED_LETTER_UNFIT',
  'LETTERHEAD_MISSING',
  'SIGNATORY_MISSING',
  'PARTICULAR_MISSING',
  'VARIANT_UNKNOWN',
  'ENGAGEMENT_UNKNOWN',
  'DATA_ITEMS_MISSING',
  'SENT_BEFORE_ISSUE',
  'DISPATCH_STRUCK',
  'NO_LETTERS',
  'TOO_MANY_LETTERS',
  'PHRASE_EMPTY',
  'PHRASE_BRACE',
  'PHRASE_FIELD_UNKNOWN',

  // Approvals by a second person
  'APPROVER_IS_REQUESTER',
  'APPROVER_IS_SUBJECT',
  'OWN_PASSWORD_MISSING',
  'ACCOUNT_UNCONFIRMED',
  'ACCOUNT_WAITS',
  'NOTHING_TO_CONFIRM',
  'OWNER_NOT_SEEN_YET',
  'CONFIRMED_ALREADY',
  'CONFIRMER_NOT_INDEPENDENT',
  'APPROVERS_TOO_FEW',
  'NOBODY_TO_DECIDE',
  'PERSON_CONCERNED',
  'CONFLICT_KNOWN',
  'CONFLICT_NOT_NAMED',
  'APPROVAL_DECIDED',
  'APPROVAL_NOT_YOURS',
  'APPROVAL_PENDING',

  // Security firms
  'FIRM_UNKNOWN',
  'FIRM_INACTIVE',
  'FIRM_CONCERNED',
  'FIRM_NAME_TAKEN',
  'CONTRACT_MISSING',
  'CONTRACT_EXPIRED',
  'NDA_MISSING',
  'NDA_EXPIRED',
  'NOTE_UNKNOWN',

  // Evidence and files
  'EVIDENCE_UNKNOWN',
  'FILE_TOO_LARGE',
  'UPLOAD_INCOMPLETE',

  // Views
  'MAY_NOT_SHARE',

  // Settings, with the logo
  'SITE_REPEATED',
  'SITE_IN_USE',
  'LOGO_NOT_IMAGE',
  'LOGO_TOO_LARGE',
  'LOGO_TOO_MANY_PIXELS',
  'LOGO_TOO_SMALL',
  'LOGO_SHAPE',
  'LOGO_BROKEN',
  'LOGO_CMYK',
  'LOGO_UNSAFE',
  'LOGO_SVG_TEXT',
  'LOGO_SVG_ENCODING',

  // Updates
  'UPDATE_OFF',
  'UPDATE_ADDRESS_INVALID',
  'UPDATE_NOT_A_FEED',
  'UPDATE_REDIRECTED',
  'UPDATE_TOO_LARGE',
  'UPDATE_UNSIGNED',
  'UPDATE_WRONG_SIGNATURE',
  'UPDATE_UNREADABLE',
  'UPDATE_EXPIRED',
  'UPDATE_OLDER',
  'UPDATE_CLOCK_BEHIND',
  'UPDATE_MIXED',
  'UPDATE_NO_FILE',
  'UPDATE_ALTERED',
  'UPDATE_SYSTEM_SIGNATURE',
  'UPDATE_NO_KEY',
  'UPDATE_NOT_INSTALLED',
  'UPDATE_UNREACHABLE',
  'UPDATE_NOT_FOUND',
  'UPDATE_NO_ROOM',
  'UPDATE_NOT_READY',
  'UPDATE_STOPPED',

  // The data folder, the database and its copies
  'NETWORK_SHARE',
  'CLOUD_SYNC',
  'UNREACHABLE',
  'NO_WINDOW',
  'NOT_IN_BROWSER_HOST',
  'NOT_A_POSTGRES_URL',
  'URL_PARAMETER_REFUSED',
  'CLOSED',
  'CONNECTION_LOST',
  'SCHEMA_VERSION',
  'NO_SNAPSHOT',
  'DATABASE_WHOLE',
  'BOARD_IN_USE',
  'SERVER_KEEPS_COPIES',
  'SNAPSHOT_UNSOUND',
  'SQLITE_UNFIT',
  'SQLITE_SETTING_REFUSED',
  'DATABASE_FILE_MISSING',
  'CLOCK_BEHIND',
  'CLOCK_AHEAD',
  'DATABASE_EMPTIED',
  'FOLDER_GONE',
  'PERIOD_BACKWARDS',
  'LIST_TOO_LONG',
  'NO_SUCH_DUTY',
  'ENDS_BEFORE_START',
  'PROMISE_NOT_EXTENDED',
  'ASKED_BEFORE_RECEIPT',
  'SETTLED_BEFORE_ASKED',

  // Typesetting
  'TEMPLATE',
  'TIMEOUT',
  'CRASH',

  // Files that came from outside
  'READING_TIME',
  'READING_MEMORY',
  'READING_STOPPED',
  'READING_BUSY',

  // The machine under the program
  'LOCK_FAILED',
  'UNKNOWN_FILE_ERROR',
  'UNKNOWN_SYSTEM_ERROR',
] as const

export type IssueCode = (typeof ISSUE_CODES)[number]

/** Whether a text is such a code: a schema's own message may be one, or a sentence of its library. */
export function isIssueCode(text: string): text is IssueCode {
  const codes: readonly string[] = ISSUE_CODES
  return codes.includes(text)
}

declare const SYSTEM: unique symbol

/** A code of an engine or the operating system (`SQLITE_BUSY`, `EIO`), passed on as it was said. */
export type SystemCode = string & Readonly<{ [SYSTEM]: true }>

/** Whether a text has the form of such a code: capitals and digits, never a sentence with somebody's data. */
export function isSystemCode(text: string): text is SystemCode {
  return /^[A-Z0-9_]{1,60}$/u.test(text)
}
