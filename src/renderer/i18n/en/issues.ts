import type { SameKeys } from '../shape.ts'
import type { issuesMessages as vi } from '../vi/issues.ts'
import { contactIssueMessages } from './issues-of-contacts.ts'
import { dutyIssueMessages } from './issues-of-duties.ts'
import { letterIssueMessages } from './issues-of-letters.ts'
import { undoIssueMessages } from './issues-of-undoing.ts'

export const issuesMessages = {
  unknown: 'Not right ({code}).',
  REQUIRED: 'This is not filled in.',
  TOO_LONG: 'This is over the limit (at most {max}).',
  TOO_SMALL: 'Not enough (at least {min}).',
  WRONG_TYPE: 'Not filled in, or of the wrong kind.',
  WRONG_FORMAT: 'The value does not have the right form.',
  UNKNOWN_FIELD: 'There is an unknown entry in what was sent.',
  NOT_JSON: 'What was sent cannot be read.',
  TOO_DEEP: 'What was sent is nested too deeply to be read.',
  NOT_CHANGED: 'The new value is the same as the present one.',
  DATE_IMPOSSIBLE: 'There is no such date. Check day, month and year.',
  INSTANT_IMPOSSIBLE: 'There is no such moment. Check date and time.',
  INSTANT_OUT_OF_RANGE: 'The moment is outside what the program can reckon with.',
  NOT_A_DATE: 'This is not a date.',
  NOT_A_TIME: 'This is not a time of day (for example 14:05).',
  NOT_AN_INSTANT: 'This is not a moment.',
  NOT_A_COUNT: 'Enter a whole number, not below zero.',
  DATE_IN_FUTURE: 'This date is still to come. Enter today or an earlier date.',
  TIME_IN_FUTURE: 'This moment is still to come.',
  RECEIPT_IN_FUTURE: 'A complaint cannot have been received in the future.',
  RECEIPT_TOO_EARLY: 'The day of receipt is before the year 2000: check the year you typed.',
  END_BEFORE_START: 'The end must not be before the start.',
  EMAIL_INVALID: "The e-mail address is not right. For example: name{'@'}example.com.",
  TAX_CODE_INVALID: 'A tax code has 10 digits, or 13 for a dependent unit.',
  USERNAME_INVALID:
    'A user name has 3 to 32 characters: small letters a–z, digits, dots, hyphens, underscores.',
  USERNAME_TAKEN: 'This user name is taken.',
  PASSWORD_TOO_SHORT: 'A password needs at least {min} characters. A short sentence works best.',
  PASSWORD_TOO_LONG: 'The password is longer than {max} characters.',
  PASSWORD_COMMON: 'This password is easy to guess. Choose a sentence only you would think of.',
  PASSWORD_CONTEXT:
    'The password must not contain the user name, the name of the site or of the program.',
  PASSWORD_MISMATCH: 'The two passwords are not the same.',
  PASSWORD_UNCHANGED: 'The new password must be another than the present one.',
  RECOVERY_KEY_MISTYPED:
    'There is a slip in the recovery key. It has 8 groups of 5 characters; compare each with the print.',
  CODE_WRONG:
    'This is not the code, or it was used already. Type the six digits the app shows now; if it stays wrong, check the clocks of the telephone and of this computer.',
  SECOND_STEP_DEMANDED:
    'The board asks your role for a second step, so it cannot be turned off; it can be set up again with another app.',
  SECOND_STEP_NOT_BEGUN: 'This picture is no longer valid. Begin the set-up again.',
  RECOVERY_GROUP_WRONG: 'This group does not match the key. Compare it with the print.',
  RECOVERY_KEY_NOT_SHOWN: 'The recovery key is no longer on the screen. Make a new one.',
  UPDATE_OFF: 'Updates are off. Enter an update address first.',
  UPDATE_ADDRESS_INVALID:
    'The address must begin with https:// and hold no user name, password, question mark or hash sign. A correct example: https://updates.example.com/hoi-am/.',
  UPDATE_NOT_A_FEED:
    'This address answers with something else, perhaps the sign-in page of a Wi-Fi network or another website. Check the network and the update address.',
  UPDATE_REDIRECTED:
    'The server sends the program on to another address; new versions are taken only from the address the board has set. Ask the publisher for the right one.',
  UPDATE_TOO_LARGE: 'The server sends more data than was announced. Tell the publisher.',
  UPDATE_UNSIGNED: 'This release has no signature. Tell the publisher.',
  UPDATE_WRONG_SIGNATURE:
    'The signature is not that of the publisher, or the content was altered after it was signed. Tell the publisher and the person in charge of the computers.',
  UPDATE_UNREADABLE: 'The list of the release is not in the right form. Tell the publisher.',
  UPDATE_EXPIRED:
    'The signature of this release has expired. Ask the publisher for a newer one; if the clock of this machine is wrong, set it and check again.',
  UPDATE_OLDER:
    'The version offered is older than the one in use, or than one the board has seen before. Tell the publisher.',
  UPDATE_CLOCK_BEHIND:
    'The clock of this machine is behind a moment the program already knows of. Set the date and time of the machine and check again.',
  UPDATE_MIXED:
    'The files on the server belong to different releases, or to another system. The publisher may be in the middle of uploading: try again later, and tell them if it stays so.',
  UPDATE_NO_FILE: 'This release has no installer for this kind of machine. Ask the publisher.',
  UPDATE_ALTERED:
    'The downloaded file is not the one that was signed: it was altered, cut short or damaged on the way. It was not used. Download it again; if it stays so, tell the publisher.',
  UPDATE_SYSTEM_SIGNATURE:
    'The operating system does not accept the signature of the installer. Tell the publisher.',
  UPDATE_NO_KEY:
    'This copy was built without the key that signatures are checked by, so it cannot be updated. Get a new installer from whoever gave you the program.',
  UPDATE_NOT_INSTALLED:
    'The program does not run from an installer, so there is nothing to replace. Install it with the installer and open it again.',
  UPDATE_UNREACHABLE:
    'The update server cannot be reached, or has a fault. Check the network and try again.',
  UPDATE_NOT_FOUND:
    'There is no release at this address, or a file is missing. Check the update address.',
  UPDATE_NO_ROOM:
    'The download could not be written to this machine: the disk is full, or writing is not permitted. Make room and download it again.',
  UPDATE_NOT_READY:
    'The step before is not finished, or the update address has changed. Check for a new version again.',
  UPDATE_STOPPED: 'Stopped as you asked.',
  RETRY_AFTER: 'You can try again in {seconds} seconds.',
  PHONE_EMPTY: 'No phone number given.',
  PHONE_INVALID:
    'This is not a phone number in use. For example: 028 38 49 40 88, 0903 123 456, +84…',
  PHONE_OLD_MOBILE:
    'Mobile numbers of 11 digits were changed to 10 digits in 2018. Ask for the present number.',
  UNKNOWN_RANGE: 'The shipped table knows no numbers that begin so. Read it back to the caller.',
  PRE_2017_FORM: 'This looks like a landline with an area code from before 2017. Ask the caller.',
  SITE_UNKNOWN: 'This website is not in the settings.',
  SITE_REPEATED: 'Two websites have the same code.',
  SITE_IN_USE: 'A website in the settings cannot be removed: complaints may still name it.',
  HOLIDAY_REPEATED: 'There are two lines for the same day.',
  NO_WORKING_DAY: 'A week must keep at least one working day.',
  CODE_UNKNOWN: 'What was chosen is not in the list.',
  PERSON_UNKNOWN: 'Nobody like this is on the board, or the account is no longer active.',
  PERSON_INACTIVE: 'This account is no longer active.',
  ROLE_NOT_ALLOWED: 'Your role may not decide this.',
  LAST_CHAIR: 'The board must keep at least one active chair.',
  IDENTITY_COVERED:
    'The complainant’s identity is covered from you. Open the case, choose “Reveal the identity”, say why, and try again.',
  IDENTITY_NOT_COVERED: 'The complainant’s identity in this case is not covered from you.',
  LAST_PERSON: 'At least one person must remain who can open the data.',
  SIGN_IN_AGAIN_FIRST:
    'Sign out and in again once, then approve: your key has to be kept in the new way before anybody can be let go.',
  RESET_OWN_PASSWORD: 'This is your own password: use “Change password” with the present one.',
  STALE_VERSION: 'Somebody else has changed this.',
  COMPLAINT_UNKNOWN: 'No complaint has this code.',
  COMPLAINT_ENDED: 'The complaint has ended.',
  COMPLAINT_NOT_OPEN: 'The complaint is no longer being handled.',
  COMPLAINT_NOT_ANSWERED: 'The complaint has not been answered, so it cannot be closed.',
  DUPLICATE_OF_ITSELF: 'A complaint cannot be a duplicate of itself.',
  DUPLICATE_OF_CLOSED:
    'The original was answered and closed. If the complainant does not agree, open a review from that case.',
  DUPLICATE_OF_ENDED:
    'The original itself ended without a result, so nobody would be answered. Choose a case that is being handled, or handle this one.',
  DUPLICATE_OF_ENDING:
    'The original is about to end without a result itself. Choose a case that is being handled, or handle this one.',
  DUPLICATE_OTHER_PERSON:
    'The two complaints are not of the same person: no telephone number, e-mail address or account agrees, or one is made for somebody else. Link them as related cases and answer each person.',
  CONTACT_NOT_MATCHED: 'This contact is not the same in both complaints.',
  REVIEW_OPEN: 'The review before this one is not answered yet.',
  REVIEW_SAME_HANDS:
    'This letter answers a review. Whoever wrote or approved the earlier letter neither writes nor approves this one while others are there.',
  RELATED_TO_ITSELF: 'A case cannot be related to itself.',
  RELATED_ALREADY: 'This case is linked already.',
  PROMISE_NOT_PLANNED: 'This remedy is not waiting to be carried out any more.',
  PROMISES_OPEN: 'What became of a promised remedy is not on record yet.',
  ENDING_DECIDED: 'Two persons have decided to end this complaint.',
  STATE_NO_CHECK: 'No information has been checked yet.',
  STATE_NOT_CONCLUDED: 'The check of the information is not concluded.',
  CAUSE_OPEN: 'The cause is not established.',
  CAUSE_NO_CATEGORY: 'The kind of cause is not chosen.',
  CAUSE_NO_STATEMENT: 'The sentence on the cause for the letter is not written.',
  CAUSE_NO_REASON: 'It is not said why the cause cannot be determined.',
  REMEDY_MISSING: 'There is no remedy, nor a reason why none is needed.',
  REMEDY_UNDATED: '{count} remedies have no day by which they will be done.',
  REMEDY_HAS_STEPS: 'There are remedies on record, so “none needed” cannot be noted.',
  STEP_ON_RECORD: 'A remedy that was done stays on record and cannot be deleted.',
  OUTCOME_MISSING: 'There is no conclusion yet.',
  OUTCOME_NO_REASON: 'The conclusion has no reason.',
  APPROVER_IS_REQUESTER: 'You asked for this, so you may not approve it; a second person must.',
  APPROVER_IS_SUBJECT: 'This is about yourself, so somebody else must decide it.',
  OWN_PASSWORD_MISSING: 'Set a password of your own before you approve anything.',
  ACCOUNT_UNCONFIRMED:
    'Your account waits for another approver to confirm it, so it cannot approve yet.',
  ACCOUNT_WAITS:
    'No other approver is left to confirm your account; it may approve in about {hours} hours, and each approval will be marked.',
  NOTHING_TO_CONFIRM: 'This account does not wait to be confirmed.',
  OWNER_NOT_SEEN_YET:
    'It can be confirmed once its owner has signed in and set a password of their own.',
  CONFIRMED_ALREADY: 'You have confirmed it; one more approver is needed.',
  CONFIRMER_NOT_INDEPENDENT:
    'Whoever confirms must be another approver, not the one who made or reset this account or asked for its role.',
  APPROVERS_TOO_FEW:
    'Only {count} would be left to approve letters of this case. To accept that, tick the box and send again.',
  NOBODY_TO_DECIDE:
    'Nobody else could decide this request. Let somebody ask who may not decide it themselves.',
  PERSON_CONCERNED: 'This member is concerned by the case and can be given no work of it.',
  CONFLICT_KNOWN: 'This member or firm is already named as concerned by the case.',
  CONFLICT_NOT_NAMED: 'The case does not name this member or firm as concerned.',
  APPROVAL_DECIDED: 'This request has been decided.',
  APPROVAL_NOT_YOURS: 'Only the person who asked can take it back, while it is undecided.',
  APPROVAL_PENDING: 'A request like this is already waiting.',
  RETENTION_OFF: 'The board has set no retention period, so no case is due.',
  RETENTION_NOT_OVER: 'The retention period of this case is not over.',
  COMPLAINT_NOT_ENDED: 'The complaint has not ended.',
  CASE_ON_HOLD: 'The case is on legal hold and must not be erased.',
  CASE_ANONYMISED: 'The personal data of this case were erased; it can no longer be changed.',
  CASE_WORKED_ON_SINCE:
    'The case changed after it was proposed. Return the proposal, look at the case and propose it again.',
  ERASURE_CERTIFIED: 'One of these cases has a certificate already.',
  FILES_NOT_DESTROYED:
    'Some files are not destroyed yet. Lock and sign in again so that the program finishes, then make the certificate.',
  HOLD_LIFTED: 'This hold was lifted already.',
  REASON_NAMES_PERSON:
    'These words stay after the erasure: leave out names, telephone numbers, e-mail addresses and identity numbers.',
  FIRM_UNKNOWN: 'This firm is not in the list.',
  FIRM_CONCERNED:
    'This firm is concerned by the case: it is not engaged in it and gets no letter of it.',
  FIRM_INACTIVE: 'We no longer work with this firm.',
  FIRM_NAME_TAKEN: 'There is a firm of this name already.',
  CONTRACT_MISSING: 'No contract with the firm is on record.',
  CONTRACT_EXPIRED: 'The contract with the firm ended on {until}.',
  NDA_MISSING: 'No confidentiality agreement with the firm is on record.',
  NDA_EXPIRED: 'The confidentiality agreement with the firm ended on {until}.',
  NOTE_UNKNOWN: 'There is no such note in the case.',
  EVIDENCE_GIVER_UNKNOWN:
    'Of {count} files it is not noted who gave them. Note it at each file of evidence, then take the copy.',
  EVIDENCE_UNKNOWN: 'This evidence does not belong to the case.',
  EXTENSION_NOT_ALLOWED: 'This time limit cannot be extended.',
  EXTENSION_TOO_LONG: 'It can be extended by {limit} days at most.',
  NO_RULE: 'There is no such deadline rule ({code}).',
  FILE_TOO_LARGE: 'Each file may have {megabytes} MB at most.',
  UPLOAD_INCOMPLETE: 'The file did not arrive whole. Send it again.',
  NETWORK_SHARE: 'The folder is on a network drive.',
  CLOUD_SYNC: 'The folder is synchronised to a cloud.',
  UNREACHABLE: 'The folder cannot be reached.',
  PATH_TOO_LONG:
    'The path of this folder is too long for the database to be opened. Choose a folder with a shorter path.',
  TOO_MANY_FILES_OPEN:
    'The computer has too many files open to open another. Close some programs and try again.',
  FOLDER_IN_PLACE_OF_FILE:
    'In the data folder a folder stands where a file should be. Rename that folder and try again.',
  KEYS_UNREADABLE:
    'The computer does not let the key file keys.json and its spare keys.json.bak be read. Ask whoever looks after it for the right to read both and open the program again; do not delete them.',
  ATTEMPTS_UNREADABLE:
    'The computer does not let attempts.json (how often a password was mistyped) in the data folder be read. Ask whoever looks after it for the right to read this file and try again.',
  NO_WINDOW: 'This window is no longer known. Open it again with the link printed at the start.',
  NOT_IN_BROWSER_HOST: 'This is only available in the desktop application.',
  NOT_A_POSTGRES_URL: 'The database address does not have the form postgres://…',
  URL_PARAMETER_REFUSED: 'The database address has a parameter that is not allowed.',
  CLOSED: 'The program is closing.',
  CONNECTION_LOST: 'The connection to the database was lost.',
  SCHEMA_VERSION: 'The structure of the data is of another version.',
  NO_SNAPSHOT: 'There is no whole copy to go back to. The database was left as it is.',
  DATABASE_WHOLE: 'The database is whole, so there is nothing to restore. Sign in as usual.',
  BOARD_IN_USE: 'Somebody is at work. Let everybody sign out, then restore.',
  SERVER_KEEPS_COPIES: 'The server keeps its own copies; back it up there.',
  SECOND_PLACE_CLOUD:
    'This folder is synchronised to a cloud. Confirm that you understand what a transfer abroad means.',
  SECOND_PLACE_GONE: 'There is no such folder, or it cannot be reached.',
  SECOND_PLACE_INSIDE: 'This folder is in the data folder. Choose another place.',
  SECOND_PLACE_NOT_WHOLE: 'Give the whole path, from the drive on.',
  SECOND_PLACE_NONE: 'There is no board in this folder.',
  SECOND_PLACE_TAKEN: 'This folder is the second place of another board. Choose another folder.',
  SNAPSHOT_UNSOUND: 'The snapshot before the upgrade did not pass its checks.',
  SQLITE_UNFIT: 'The database engine is not of a safe version.',
  SQLITE_SETTING_REFUSED: 'The database refused a safety setting that is required.',
  DATABASE_EMPTIED: 'The database file is empty. Nothing is written into it; go back to a copy.',
  FOLDER_GONE:
    'The data folder was moved or deleted while the program runs. What you just did was not saved, and nothing can be saved any more. Put the folder back where it was and start the program again.',
  CLOCK_BEHIND: 'The clock is behind the last entry of the journal.',
  CLOCK_AHEAD: 'The clock is more than 31 days ahead of the last entry of the journal.',
  DATABASE_FILE_MISSING: 'The database file is not in the data folder.',
  KEYS_OUTDATED:
    'The key file in the data folder is older than the data: somebody has left since, and the keys were renewed. Close the program, put back the newest keys.json (from keys.json.bak or the newest copy), and open it again.',
  BREACH_MISSING: 'No violation is on record, or it was ruled out.',
  PRESENT_ROLE_MISSING: 'The room Data violation does not say what part {name} had at the record.',
  MINUTES_CLOSED_BEFORE_BEGUN: 'It is closed before it is begun.',
  LIST_SENT: 'The whole list was sent. To change it, strike out the sending first.',
  LETTER_HAS_NO_LIST: 'This letter does not go to a list.',
  NOBODY_WAITS: 'None of these still waits to be sent.',
  LETTER_TO_A_LIST:
    'This letter goes to a list: put on record for each addressee that it was sent.',
  CHANNEL_UNFIT: 'This letter does not leave in this way.',
  TOO_MANY_ADDRESSEES: 'A list has at most {most} addressees.',
  PASSED_RIGHT_MISSING: 'No right to be passed on was chosen.',
  PASSED_ON_STRUCK: 'This passing on was struck out.',
  TOLD_BEFORE_ASKED: 'Before the request was made.',
  CONFIRMED_BEFORE_TOLD: 'Before they were told.',
  EVIDENCE_DESTROYED: 'This file was destroyed; only its entry is left.',
  EVIDENCE_OF_FIRM: 'A file of a security firm is no copy of papers.',
  NOT_AN_IDENTITY_COPY: 'Only a file marked as a copy of papers can be destroyed.',
  BREACH_FACT_MISSING: 'The room Data violation lacks: {breachFact}.',
  BREACH_RULED_OUT: 'This violation was ruled out: there is nothing to notify.',
  NOTIFICATION_UNDECIDED: 'It is not decided whether the violation must be notified.',
  OCCURRED_AFTER_DETECTION: 'It cannot have happened after it was detected.',
  OCCURRENCE_UNKNOWN: 'The time is marked as not known: leave the moment empty, or choose again.',
  BREACH_NOT_CONFIRMED: 'A record is made once the violation is confirmed.',
  NOTICE_SETTING_MISSING: 'The settings for notices of a violation lack: {noticeSetting}.',
  DEADLINE_MISSING: 'The case has no day by which to answer.',
  NEW_END_NOT_LATER: 'The new day must be later than the present one, {due}.',
  DAY_IN_FUTURE: 'This day has not come yet.',
  TEMPLATE: 'The page template has a fault.',
  TIMEOUT: 'Typesetting took too long and was stopped.',
  CRASH: 'The typesetter stopped all of a sudden.',
  READING_TIME:
    'Reading the file took too long and was stopped: it is built in an unusual way, perhaps to make programs hang. Ask for the original file again, or save it anew with another program and retry.',
  READING_MEMORY:
    'The file takes too much memory when it is opened, so reading was stopped: it may have been made to do harm. Ask for the original file again, or save it anew with another program and retry.',
  READING_STOPPED:
    'The file reader stopped at this file. Try once more; if that does not help the file is damaged: ask for the original again or save it anew with another program.',
  READING_BUSY: 'Several files are waiting to be read. Wait a moment and try again.',
  LOCK_FAILED: 'The data folder could not be locked.',
  UNKNOWN_FILE_ERROR: 'The operating system reported a file error without a name.',
  UNKNOWN_SYSTEM_ERROR: 'The machine reported an error without a name.',
  LOGO_NOT_IMAGE: 'This file is not a PNG, JPEG or SVG picture.',
  LOGO_TOO_LARGE: 'A logo may have at most {kilobytes} KB.',
  LOGO_TOO_MANY_PIXELS: 'The picture is too large. Make it smaller than 4,000 pixels each way.',
  LOGO_TOO_SMALL: 'The picture is too small and would print blurred. Use a larger one or an SVG.',
  LOGO_SHAPE: 'The picture is too long for its height.',
  LOGO_BROKEN: 'The picture is damaged or cannot be set on a page. Export it again and retry.',
  LOGO_CMYK: 'The JPEG uses CMYK colours. Export it again with RGB colours.',
  LOGO_UNSAFE: 'The SVG has unsafe content (scripts, links to elsewhere, or too much of it).',
  LOGO_SVG_TEXT: 'The SVG contains text. Turn the text into outlines and try again.',
  LOGO_SVG_ENCODING: 'The SVG must be saved as UTF-8.',
  MAY_NOT_SHARE: 'Only the chair and the board may share a list.',
  LIMIT_NUMBER: 'Enter a whole number from 1 to 1,000.',
  REMINDER_DAYS: 'Enter numbers of days from 1 to 60, separated by commas.',
  REMINDER_PERCENTS: 'Enter numbers from 1 to 99, separated by commas.',
  PERIOD_BACKWARDS: 'The period ends before it begins.',
  OWN_CASE_ITSELF: 'The complainant’s own case must be another case.',
  LATE_WITHOUT_REASON: 'The letter leaves after its time limit: choose why it is late.',
  LATE_WITHOUT_WORDS: 'Explain why it is late.',
  REGISTER_TOO_LONG:
    'The register is longer than {most} lines. Print it in shorter periods, or take the workbook.',
  LIST_TOO_LONG: 'The list is longer than {most} rows. Narrow it and export it in parts.',
  NOT_A_NUMBER: 'Enter a whole number such as 1,200, or leave it empty while it is not known.',
  NOTICE_STRUCK: 'This notice was struck out already.',
  NO_SUCH_DUTY: 'This violation does not call for that notice.',
  NOTICE_BEFORE_DETECTION: 'The notice is earlier than the moment the violation was detected.',
  ENDS_BEFORE_START: 'The last day must not come before the first day.',
  RULE_AFTER_OPEN_END: 'The version before has no last day yet. Give it one first.',
  RULE_GAP: 'Versions follow one another without a gap: this one must begin on {begins}.',
  PROMISE_NOT_EXTENDED: 'What the site has promised cannot be extended.',
  CLOCK_NOT_RUNNING: 'The time limit chosen no longer runs, or is not one of this case.',
  CLOCK_NOT_EXTENDABLE:
    'This time limit cannot be extended, or was extended once already. Choose another one.',
  NEW_END_TOO_LATE: 'The new day is beyond what may be granted: {last} at the latest.',
  EXTENSION_TOO_LATE:
    'This time limit is over and cannot be extended. Give the request a new day; the letter says it with an apology.',
  REFUSAL_NOT_TOLD:
    'A refusal is told in writing with its reasons: send a letter of refusal (L5) that names this very right first.',
  RIGHT_OPEN: 'This request is still open.',
  RIGHT_SETTLED: 'This request has come to its end. Reopen it to change it.',
  RIGHT_ASKED_ALREADY: 'This right is on record already and being carried out.',
  RIGHT_NEW_DAY_MISSING:
    'The request “{right}” is overdue: give it a new day, which the letter then says with an apology.',
  REFUSED_RIGHT_MISSING: 'The letter of refusal does not say which right it refuses.',
  REFUSED_RIGHT_SETTLED: 'A right chosen was carried out or is no longer asked for: leave it out.',
  ANSWER_DAY_OVER: 'The new day for the answer must be today or later.',
  IDENTITY_NOT_CHECKED:
    'This right is carried out, or passed on to be, only once it was checked who asks, with a match.',
  CHECKED_BEFORE_ASKED: 'The day of the check is earlier than the request.',
  PROMISED_DAY_OVER: 'The new day must be today or later.',
  ITEM_UNCHECKED:
    'Information complained of is not checked: {dataItem}. Record a finding, or choose “Not checked” and say why.',
  POINT_OPEN: 'Point {point} of the complaint has no finding yet.',
  POINTS_TOO_FEW: 'List at least two points, or make it one point again.',
  POINT_UNKNOWN: 'This point is no longer in the complaint. Open the case again to see its points.',
  POINTS_ANSWERED_APART: 'This complaint has several points. Record a finding on each of them.',
  AMOUNT_MISSING: 'Enter whole đồng in figures, such as 1,500,000.',
  CAUSE_TWICE: 'Choose each cause in one place only.',
  CAUSE_NOT_PRIMARY:
    'Other confirmed causes stand beside an established primary cause. While that is not known, choose them among the suspected.',
  ...letterIssueMessages,
  ...contactIssueMessages,
  ...dutyIssueMessages,
  ...undoIssueMessages,
} as const satisfies SameKeys<typeof vi>
