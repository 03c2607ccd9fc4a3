import { initial } from './0001-initial.ts'
import { letters } from './0002-letters.ts'
import { clocks } from './0003-clocks.ts'
import { workList } from './0004-work-list.ts'
import { figures } from './0005-figures.ts'
import { wideOrders } from './0006-wide-orders.ts'
import { letterOrder } from './0007-letter-order.ts'
import { searchHash } from './0008-search-hash.ts'
import { openVocabularies } from './0009-open-vocabularies.ts'
import { journalLosses } from './0010-journal-losses.ts'
import { accounts } from './0011-accounts.ts'
import { conflicts } from './0012-conflicts.ts'
import { secondFactors } from './0013-second-factors.ts'
import { journalValues } from './0014-journal-values.ts'
import { noticeQuestion } from './0015-notice-question.ts'
import { clocksOfRights } from './0016-clocks-of-rights.ts'
import { retention } from './0017-retention.ts'
import { answered } from './0018-answered.ts'
import { registers } from './0019-registers.ts'
import { notices } from './0020-notices.ts'
import { answers } from './0021-answers.ts'
import { pointsAndFlags } from './0022-points-and-flags.ts'
import { lateRights } from './0023-late-rights.ts'
import { doneCommands } from './0024-done-commands.ts'
import { contactLog } from './0025-contact-log.ts'
import type { Migration } from './migration.ts'

/** Every migration, oldest first; versions count up from 1 without a gap. */
export const ALL_MIGRATIONS: readonly Migration[] = [
  initial,
  letters,
  clocks,
  workList,
  figures,
  wideOrders,
  letterOrder,
  searchHash,
  openVocabularies,
  journalLosses,
  accounts,
  conflicts,
  secondFactors,
  journalValues,
  noticeQuestion,
  clocksOfRights,
  retention,
  answered,
  registers,
  notices,
  answers,
  pointsAndFlags,
  lateRights,
  doneCommands,
  contactLog,
]
