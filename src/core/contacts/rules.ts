import { addDays, vietnamDate, type Instant } from '../kernel/calendar.ts'
import { decide, type Decision } from '../kernel/decision.ts'
import { DomainError, invalid, type Issue } from '../kernel/errors.ts'
import { requirePast } from '../kernel/guards.ts'
import { isNote, isWithdrawn, type EntryFacts, type LogEntry } from './model.ts'

/** How long before a complaint was received something said can belong to it: who writes often rings first. */
export const DAYS_BEFORE_RECEIPT = 30

/**
 * The facts of an entry as they are kept: a note is of the moment it is written, by who writes it, over no number. Raises
 * `INVALID_INPUT` for a moment still to come or long before the receipt, and for words without who turned to whom.
 */
export function checkedFacts(
  told: EntryFacts,
  { now, receivedAt, author }: Readonly<{ now: Instant; receivedAt: Instant; author: string }>,
  before: Pick<LogEntry, 'kind' | 'happenedAt'> | null = null,
): EntryFacts {
  const mentions = [...new Set(told.mentions)].filter((id) => id !== author)
  if (isNote(told)) {
    const happenedAt = before !== null && isNote(before) ? before.happenedAt : now
    return { ...told, direction: null, contact: null, spokenBy: author, happenedAt, mentions }
  }
  if (told.direction === null) throw invalid('direction', 'REQUIRED')
  requirePast('happenedAt', told.happenedAt, now)
  const first = addDays(vietnamDate(receivedAt), -DAYS_BEFORE_RECEIPT)
  if (vietnamDate(told.happenedAt) < first) throw invalid('happenedAt', 'SAID_LONG_BEFORE_RECEIPT')
  return { ...told, mentions }
}

/** Whether somebody may correct an entry or take it back: it is theirs, and was not taken back. */
export function canChange(entry: LogEntry, personId: string): Decision {
  const reasons: Issue[] = []
  if (entry.recordedBy !== personId) reasons.push({ path: '', code: 'ENTRY_OF_ANOTHER' })
  if (isWithdrawn(entry)) reasons.push({ path: '', code: 'ENTRY_WITHDRAWN' })
  return decide(reasons)
}

/** Who has still to read an entry after its mentions changed: whoever was named already and has read it does not again. */
export function unreadAfter(
  before: Pick<LogEntry, 'mentions' | 'unread'>,
  mentions: readonly string[],
): readonly string[] {
  return mentions.filter((id) => !before.mentions.includes(id) || before.unread.includes(id))
}

/** Raises `NOT_ALLOWED` for whoever an entry does not wait for. */
export function requireUnread({ unread }: Pick<LogEntry, 'unread'>, personId: string): void {
  if (!unread.includes(personId)) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'NOT_MENTIONED' }])
  }
}
