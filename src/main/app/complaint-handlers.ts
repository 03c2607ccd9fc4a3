import type { AuditEvent, JournalEvent } from '#core/audit/model.ts'
import { loadCase } from '#core/case/command/load.ts'
import { hiddenOf, readableBy, type CaseFile } from '#core/case/case-file.ts'
import { bestMatches, readableSources, type Match } from '#core/complaints/matches.ts'
import {
  DUE_FIRST,
  type ComplaintPage,
  type LikelyDuplicate,
  type WorkCounts,
} from '#core/complaints/model.ts'
import type { CommandContext, QueryContext } from '#core/ports/context.ts'
import { parsePhone } from '#core/kernel/phone.ts'
import { can } from '#core/people/permissions.ts'
import type { ParsedInputOf } from '#shared/contract/index.ts'

/** Cases of perhaps the same person. A telephone number not readable yet is left out. */
export function findDuplicates(
  { repositories }: QueryContext,
  { phones, email, memberAccount }: ParsedInputOf<'complaints.likelyDuplicates'>,
): Promise<readonly LikelyDuplicate[]> {
  const read = phones.flatMap((told) => {
    const phone = parsePhone(told)
    return phone.ok ? [phone.e164] : []
  })
  return repositories.complaints.likelyDuplicates({ phones: read, email, memberAccount })
}

/** A page of the work list, found only by what whoever asks may read. */
export function listComplaints(
  { repositories, clock, actor }: QueryContext,
  { order = DUE_FIRST, ...question }: ParsedInputOf<'complaints.list'>,
): Promise<ComplaintPage> {
  const readsNotes = can(actor.role, 'firm.read')
  return repositories.complaints.page({ ...question, order, readsNotes }, clock.now())
}

/** The numbers above the list. */
export async function countWork({ repositories, clock }: QueryContext): Promise<WorkCounts> {
  const counts = await repositories.complaints.counts(clock.now())
  const letters = await repositories.letters.countInState('submitted')
  const requests = await repositories.approvals.pending()
  return { ...counts, awaitingApproval: letters + requests.length }
}

/** The whole case, on record: looking at somebody's personal information is an act. */
export async function openComplaint(
  context: CommandContext,
  { id }: Readonly<{ id: string }>,
): Promise<CaseFile> {
  const file = await refreshComplaint(context, { id })
  context.audit({
    action: 'complaint.viewed',
    complaintId: id,
    entity: 'complaint',
    entityId: id,
  })
  return file
}

/** The case that is open already, as it is now. */
export async function refreshComplaint(
  { repositories, actor }: QueryContext,
  { id }: Readonly<{ id: string }>,
): Promise<CaseFile> {
  return readableBy(actor.role, await loadCase(repositories, id))
}

/** Where some cases say what was searched for, as far as one may read it. */
export async function findMatches(
  { repositories, actor }: QueryContext,
  { ids, search }: ParsedInputOf<'complaints.matches'>,
): Promise<readonly Match[]> {
  return bestMatches(search, await repositories.complaints.texts(ids, readableSources(actor.role)))
}

/** What everybody did, newest first, each with the code of its case. */
export async function listJournal(
  { repositories }: QueryContext,
  { personId, before, limit }: ParsedInputOf<'audit.list'>,
): Promise<readonly JournalEvent[]> {
  const events = await repositories.audit.page({ personId: personId ?? undefined }, before, limit)
  const ids = new Set(events.flatMap(({ complaintId }) => complaintId ?? []))
  const codes = await repositories.complaints.codes([...ids])
  return events.map((event) => ({
    ...event,
    complaintCode: codes.get(event.complaintId ?? '') ?? null,
  }))
}

/** What became of a case, or of one thing of it, newest first, as far as one may read it. */
export async function historyOf(
  { repositories, actor }: QueryContext,
  { id, entityId, before, limit }: ParsedInputOf<'complaints.history'>,
): Promise<readonly AuditEvent[]> {
  const without = hiddenOf(actor.role, await repositories.evidence.ofComplaint(id))
  return repositories.audit.page({ complaintId: id, entityId, without }, before, limit)
}
