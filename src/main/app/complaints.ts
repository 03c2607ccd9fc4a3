import { isShownTo } from '#core/approvals/rules.ts'
import type { AuditEvent } from '#core/audit/model.ts'
import { hiddenOf, readableBy, type CaseFile } from '#core/case/case-file.ts'
import { loadCase } from '#core/case/command/load.ts'
import { assignComplaints } from '#core/complaints/commands/bulk-assign.ts'
import { createComplaint } from '#core/complaints/commands/create.ts'
import {
  assignComplaint,
  concludeComplaint,
  endComplaint,
  updateComplaint,
} from '#core/complaints/commands/edit.ts'
import { eventFor } from '#core/complaints/contacts.ts'
import { bestMatches, readableSources, type Match } from '#core/complaints/matches.ts'
import {
  DUE_FIRST,
  type ComplaintFilter,
  type ComplaintPage,
  type LikelyDuplicate,
  type ListCursor,
  type ListQuestion,
  type WorkCounts,
} from '#core/complaints/model.ts'
import { MAX_EXPORTED, type ExportRow } from '#core/figures/list-export.ts'
import { listTable } from '#core/figures/tables.ts'
import { FIGURE_WORDS } from '#core/figures/words.ts'
import { vietnamDate } from '#core/kernel/calendar.ts'
import { DomainError } from '#core/kernel/errors.ts'
import { parsePhone } from '#core/kernel/phone.ts'
import { can, type Role } from '#core/people/permissions.ts'
import type { CommandContext, QueryContext } from '#core/ports/context.ts'
import { complaintRoutes as routes } from '#shared/contract/complaints.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import { TABLE_MEDIA_TYPES, tableFile } from '../exports/table-file.ts'
import { namesInFigures } from './figures.ts'
import { downloadTicket } from '../dispatch/file-tickets.ts'
import { command, query, type BoardCall, type HandlersOf } from '../dispatch/route.ts'

/** How many rows of a list are read at a time while it becomes a file. */
const PER_PAGE = 500

export const complaintHandlers = {
  'complaints.create': command(routes['complaints.create'], createComplaint),
  'complaints.likelyDuplicates': query(routes['complaints.likelyDuplicates'], findDuplicates),
  'complaints.list': query(routes['complaints.list'], listComplaints),
  'complaints.counts': query(routes['complaints.counts'], countWork),
  'complaints.open': command(routes['complaints.open'], openComplaint),
  'complaints.refresh': query(routes['complaints.refresh'], refreshComplaint),
  'complaints.update': command(routes['complaints.update'], updateComplaint),
  'complaints.assign': command(routes['complaints.assign'], assignComplaint),
  'complaints.assignMany': command(routes['complaints.assignMany'], assignComplaints),
  'complaints.matches': query(routes['complaints.matches'], findMatches),
  'complaints.exportList': command(routes['complaints.exportList'], exportList),
  'complaints.conclude': command(routes['complaints.conclude'], concludeComplaint),
  'complaints.end': command(routes['complaints.end'], endComplaint),
  'complaints.history': query(routes['complaints.history'], historyOf),
} satisfies HandlersOf<typeof routes>

/** Cases of perhaps the same person. A telephone number not readable yet is left out. */
function findDuplicates(
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
async function listComplaints(
  { repositories, clock, actor }: QueryContext,
  { order = DUE_FIRST, ...question }: ParsedInputOf<'complaints.list'>,
): Promise<ComplaintPage> {
  const reads = readingOf(actor.role, question.filter)
  return repositories.complaints.page({ ...question, order, ...reads }, clock.now())
}

/** By what a role may find cases. Raises `FORBIDDEN` for a list narrowed by firms it may not read of. */
function readingOf(
  role: Role,
  { firms = [] }: ComplaintFilter,
): Pick<ListQuestion, 'readsNotes' | 'readsContacts'> {
  const readsNotes = can(role, 'firm.read')
  if (firms.length > 0 && !readsNotes) {
    throw new DomainError('FORBIDDEN', [{ path: '', code: 'ROLE_NOT_ALLOWED', params: { role } }])
  }
  return { readsNotes, readsContacts: can(role, 'contact.read') }
}

/** The numbers above the list. */
async function countWork({ repositories, clock, actor }: QueryContext): Promise<WorkCounts> {
  const counts = await repositories.complaints.counts(clock.now())
  const letters = await repositories.letters.countInState('submitted')
  const requests = (await repositories.approvals.pending()).filter(isShownTo(actor))
  return { ...counts, awaitingApproval: letters + requests.length }
}

/** The whole case, on record: looking at somebody's personal information is an act. */
async function openComplaint(
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
async function refreshComplaint(
  { repositories, actor }: QueryContext,
  { id }: Readonly<{ id: string }>,
): Promise<CaseFile> {
  return readableBy(actor, await loadCase(repositories, id))
}

/** Where some cases say what was searched for, as far as one may read it. */
async function findMatches(
  { repositories, actor }: QueryContext,
  { ids, search }: ParsedInputOf<'complaints.matches'>,
): Promise<readonly Match[]> {
  return bestMatches(search, await repositories.complaints.texts(ids, readableSources(actor.role)))
}

/** What became of a case, or of one thing of it, newest first, as far as one may read it. */
async function historyOf(
  { repositories, actor }: QueryContext,
  { id, entityId, before, limit }: ParsedInputOf<'complaints.history'>,
): Promise<readonly AuditEvent[]> {
  const without = hiddenOf(actor.role, await loadCase(repositories, id))
  const events = await repositories.audit.page(
    { complaintId: id, entityId, without },
    before,
    limit,
  )
  return events.map((event) => eventFor(actor, event))
}

/** A list as a file, with who took it out on record. Raises `TOO_LARGE` for more rows than a file may hold. */
async function exportList(
  context: CommandContext,
  input: ParsedInputOf<'complaints.exportList'>,
  call: BoardCall,
): Promise<OutputOf<'complaints.exportList'>> {
  const { columns, format, language } = input
  const rows = await rowsOf(context, input)
  const names = await namesInFigures(context.repositories)
  const table = listTable(rows, columns, names, language)
  const bytes = await tableFile([table], format)
  context.audit({
    action: 'complaint.listExported',
    complaintId: null,
    entity: 'complaint',
    entityId: '',
    changes: [
      { field: 'count', from: null, to: rows.length },
      { field: 'format', from: null, to: format },
    ],
  })
  const day = vietnamDate(context.clock.now())
  const name = `${FIGURE_WORDS[language].list} ${day}.${format}`
  const ticket = downloadTicket(call, { name, mediaType: TABLE_MEDIA_TYPES[format], bytes })
  return { ticket, fileName: name, rows: rows.length }
}

async function rowsOf(
  { repositories, clock, actor }: CommandContext,
  { filter, order, ids }: ParsedInputOf<'complaints.exportList'>,
): Promise<readonly ExportRow[]> {
  const chosen = ids === null ? null : new Set(ids)
  const now = clock.now()
  const reads = readingOf(actor.role, filter)
  const rows: ExportRow[] = []
  let after: ListCursor | null = null
  do {
    const question: ListQuestion = { filter, order, after, limit: PER_PAGE, ...reads }
    const page = await repositories.complaints.page(question, now)
    rows.push(...page.items.filter(({ id }) => chosen === null || chosen.has(id)))
    if (rows.length > MAX_EXPORTED) {
      throw new DomainError('TOO_LARGE', [
        { path: '', code: 'LIST_TOO_LONG', params: { most: MAX_EXPORTED } },
      ])
    }
    after = page.next
  } while (after !== null && (chosen === null || rows.length < chosen.size))
  return rows
}
