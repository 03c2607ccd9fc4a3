import { changedFields, type AuditValue } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { requireNotShutOut } from '../../conflicts/rules.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { invalid } from '../../kernel/errors.ts'
import { requireFound, requireVersion } from '../../kernel/guards.ts'
import { requireActivePerson } from '../../people/commands/active-person.ts'
import { can } from '../../people/permissions.ts'
import type { CommandContext } from '../../ports/context.ts'
import { canChange, checkedFacts, requireUnread, unreadAfter } from '../rules.ts'
import type { EntryFacts, LogEntry } from '../model.ts'

/** An entry as it is sent: `id` is null of a new one, `version` 0; `withdrawn` is why one is taken back. */
export type EntryInput = EntryFacts &
  Readonly<{
    complaintId: string
    id: string | null
    version: number
    withdrawn: string | null
  }>

/**
 * Puts an entry into the contact log of a case, corrects one, or takes it back with a reason; on a case that is over too,
 * whose complainant may ring still. It stops no clock and states nothing to a letter.
 *
 * Raises `INVALID_INPUT` by the rules of an entry and for colleagues who cannot read the case, `NOT_ALLOWED` for somebody
 * else's entry or one taken back, `CONFLICT` for another version.
 */
export async function saveEntry(context: CommandContext, input: EntryInput): Promise<LogEntry> {
  const { answer } = await caseCommand(
    context,
    input.complaintId,
    ({ file, write }) =>
      input.id === null
        ? putDown(context, input, file, write.log)
        : change(context, input, requireFound(file.log.find(({ id }) => id === input.id)), {
            file,
            table: write.log,
          }),
    'any',
  )
  return answer
}

type Writing = Readonly<{
  insert(row: LogEntry): Promise<void>
  update(row: LogEntry): Promise<LogEntry>
}>

async function putDown(
  context: CommandContext,
  input: EntryInput,
  file: CaseFile,
  table: Writing,
): Promise<LogEntry> {
  const { actor, clock, ids } = context
  const facts = await factsOf(context, input, file, null)
  const entry: LogEntry = {
    ...facts,
    ...{ id: ids.next(), complaintId: input.complaintId, version: 1, unread: facts.mentions },
    ...{ recordedBy: actor.personId, recordedAt: clock.now(), changedAt: clock.now() },
    withdrawnReason: null,
  }
  await table.insert(entry)
  context.audit({
    action: 'contact.logged',
    complaintId: input.complaintId,
    entity: 'logEntry',
    entityId: entry.id,
    changes: changedFields({}, audited(entry)),
  })
  return entry
}

async function change(
  context: CommandContext,
  input: EntryInput,
  before: LogEntry,
  { file, table }: Readonly<{ file: CaseFile; table: Writing }>,
): Promise<LogEntry> {
  requireVersion(before, input.version)
  requireAllowed(canChange(before, context.actor.personId))
  const changedAt = context.clock.now()
  // What is taken back stays as it was written.
  const after: LogEntry =
    input.withdrawn === null
      ? await correct(context, input, before, file)
      : { ...before, withdrawnReason: input.withdrawn, unread: [] }
  const stored = await table.update({ ...after, changedAt })
  context.audit({
    action: input.withdrawn === null ? 'contact.corrected' : 'contact.withdrawn',
    complaintId: before.complaintId,
    entity: 'logEntry',
    entityId: before.id,
    changes: changedFields(audited(before), audited(stored)),
  })
  return stored
}

async function correct(
  context: CommandContext,
  input: EntryInput,
  before: LogEntry,
  file: CaseFile,
): Promise<LogEntry> {
  const facts = await factsOf(context, input, file, before)
  return { ...before, ...facts, unread: unreadAfter(before, facts.mentions) }
}

/** Whoever an entry names says that they have read it: it waits for them no more. */
export async function markRead(
  context: CommandContext,
  { id }: Readonly<{ id: string }>,
): Promise<LogEntry> {
  const { personId } = context.actor
  const { complaintId } = requireFound(await context.repositories.log.find(id))
  const { answer } = await caseCommand(
    context,
    complaintId,
    async ({ file, write }) => {
      const before = requireFound(file.log.find((each) => each.id === id))
      requireUnread(before, personId)
      const unread = before.unread.filter((each) => each !== personId)
      const stored = await write.log.update({ ...before, unread })
      context.audit({ action: 'contact.read', complaintId, entity: 'logEntry', entityId: id })
      return stored
    },
    'any',
  )
  return answer
}

async function factsOf(
  context: CommandContext,
  input: EntryInput,
  { complaint, conflicts }: CaseFile,
  before: LogEntry | null,
): Promise<EntryFacts> {
  const { kind, direction, happenedAt, spokenBy, contact, body, mentions } = input
  const facts = checkedFacts(
    { kind, direction, happenedAt, spokenBy, contact, body, mentions },
    {
      ...{ now: context.clock.now(), receivedAt: complaint.receivedAt },
      author: before?.recordedBy ?? context.actor.personId,
    },
    before,
  )
  if ((await context.repositories.people.find(facts.spokenBy)) === null) {
    throw invalid('spokenBy', 'PERSON_UNKNOWN')
  }
  for (const id of facts.mentions.filter((each) => before?.mentions.includes(each) !== true)) {
    await requireActivePerson(context, id, 'mentions')
    requireNotShutOut(conflicts, id, 'mentions')
    const person = requireFound(await context.repositories.people.find(id))
    if (!can(person.role, 'complaint.edit')) throw invalid('mentions', 'PERSON_READS_ONLY')
  }
  return facts
}

function audited(entry: LogEntry): Readonly<Record<string, AuditValue>> {
  const { kind, direction, happenedAt, spokenBy, contact, body, mentions, withdrawnReason } = entry
  return { kind, direction, happenedAt, spokenBy, contact, body, mentions, withdrawnReason }
}
