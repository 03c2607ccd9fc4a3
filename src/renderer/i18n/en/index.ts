import type { SameKeys } from '../shape.ts'
import type { vi } from '../vi/index.ts'
import { approvalsMessages } from './approvals.ts'
import { attachingMessages } from './attaching.ts'
import { auditMessages } from './audit.ts'
import { addresseeMessages } from './addressees.ts'
import { breachMessages } from './breach.ts'
import { caseMessages } from './case.ts'
import { closingMessages } from './closing.ts'
import { commonMessages } from './common.ts'
import { complaintsMessages } from './complaints.ts'
import { conflictsMessages } from './conflicts.ts'
import { contactsMessages } from './contacts.ts'
import { dropsMessages } from './drops.ts'
import { dutiesMessages } from './duties.ts'
import { errorsMessages } from './errors.ts'
import { figuresMessages } from './figures.ts'
import { findMessages } from './find.ts'
import { firmsMessages } from './firms.ts'
import { frameMessages } from './frame.ts'
import { intakeMessages } from './intake.ts'
import { issuesMessages } from './issues.ts'
import { letterMessages } from './letters.ts'
import { limitsMessages } from './limits.ts'
import { paletteMessages } from './palette.ts'
import { peopleMessages } from './people.ts'
import { phrasesMessages } from './phrases.ts'
import { printMessages } from './print.ts'
import { remediationMessages } from './remediation.ts'
import { remindersMessages } from './reminders.ts'
import { retentionMessages } from './retention.ts'
import { savingMessages } from './saving.ts'
import { sessionMessages } from './session.ts'
import { settingsMessages } from './settings.ts'
import { setupMessages } from './setup.ts'
import { shortcutsMessages } from './shortcuts.ts'
import { snapshotsMessages } from './snapshots.ts'
import { supportMessages } from './support.ts'
import { termsMessages } from './terms.ts'
import { todayMessages } from './today.ts'
import { updatesMessages } from './updates.ts'

/** The English messages; a namespace or a key that is missing does not compile. */
export const en = {
  approvals: approvalsMessages,
  attaching: attachingMessages,
  audit: auditMessages,
  addressees: addresseeMessages,
  breach: breachMessages,
  case: caseMessages,
  closing: closingMessages,
  common: commonMessages,
  complaints: complaintsMessages,
  conflicts: conflictsMessages,
  contacts: contactsMessages,
  drops: dropsMessages,
  duties: dutiesMessages,
  errors: errorsMessages,
  figures: figuresMessages,
  find: findMessages,
  firms: firmsMessages,
  frame: frameMessages,
  intake: intakeMessages,
  issues: issuesMessages,
  letters: letterMessages,
  limits: limitsMessages,
  palette: paletteMessages,
  people: peopleMessages,
  phrases: phrasesMessages,
  print: printMessages,
  remediation: remediationMessages,
  reminders: remindersMessages,
  retention: retentionMessages,
  saving: savingMessages,
  session: sessionMessages,
  settings: settingsMessages,
  setup: setupMessages,
  shortcuts: shortcutsMessages,
  snapshots: snapshotsMessages,
  support: supportMessages,
  terms: termsMessages,
  today: todayMessages,
  updates: updatesMessages,
} as const satisfies SameKeys<typeof vi>
