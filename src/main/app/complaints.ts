import { isShownTo } from '#core/approvals/rules.ts'
import type { AuditEvent } from '#core/audit/model.ts'
import { hiddenOf, readableBy, type ShownCase } from '#core/case/case-file.ts'
import { coversOf } from '#core/case/command/covers.ts'
import { loadCase } from '#core/case/command/load.ts'
import { assignComplaints, casesInTurn } from '#core/complaints/commands/bulk-assign.ts'
import { setAuthority } from '#core/complaints/commands/authority.ts'
import { createComplaint } from '#core/complaints/commands/create.ts'
import {
  assignComplaint,
  recordMandate,
  concludeComplaint,
  updateComplaint,
} from '#core/complaints/commands/edit.ts'
import { coverOf, personOf, type Shown, type ShownPage } from '#core/complaints/cover.ts'
import { searchKind } from '#core/complaints/search-kind.ts'
import { showComplaint, showEvent, showSummary } from '#core/complaints/shown.ts'
import { answerPoints, divideComplaint } from '#core/complaints/commands/points.ts'
import { relateCase } from '#core/complaints/commands/relate.ts'
import { openReview } from '#core/complaints/commands/review.ts'
import { revealIdentity } from '#core/complaints/commands/reveal.ts'
import {
  bestMatches,
  readableSources,
  type CaseText,
  type Match,
} from '#core/complaints/matches.ts'
import {
  DUE_FIRST,
  type Complaint,
  type ComplaintFilter,
  type LikelyDuplicate,
  type LinkedCase,
  type ListCursor,
  type ListQuestion,
  type WorkCounts,
} from '#core/complaints/model.ts'
import { MAX_EXPORTED, type ExportRow } from '#core/figures/list-export.ts'
import { lostCodesTable } from '#core/figures/lost-codes.ts'
import { listTable } from '#core/figures/tables.ts'
import { FIGURE_WORDS } from '#core/figures/words.ts'
import { vietnamDate } from '#core/kernel/calendar.ts'
import { DomainError } from '#core/kernel/errors.ts'
import { requireFound } from '#core/kernel/guards.ts'
import { parsePhone } from '#core/kernel/phone.ts'
import { isAbsent, isAlwaysClear } from '#core/people/fields.ts'
import type { Actor, CommandContext, QueryContext } from '#core/ports/context.ts'
import { complaintRoutes as routes } from '#shared/contract/complaints.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import { LOOKS } from '../dispatch/looking-routes.ts'
import { TABLE_MEDIA_TYPES, tableFile } from '../exports/table-file.ts'
import { printDossier } from './complaints/dossier.ts'
import { namesInFigures } from './figures/names.ts'
import { look } from '../dispatch/look-route.ts'
import type { Look } from '../dispatch/looks.ts'
import { downloadTicket } from '../dispatch/file-tickets.ts'
import { inSlices } from '../dispatch/slices.ts'
import {
  command,
  inTransaction,
  query,
  reading,
  requireActor,
  unmanaged,
  type BoardCall,
  type Call,
  type HandlersOf,
} from '../dispatch/route.ts'

/** How many rows of a list are read at a time while it becomes a file. */
const PER_PAGE = 500

export const complaintHandlers = {
  'complaints.create': command(routes['complaints.create'], shown(createComplaint)),
  'complaints.likelyDuplicates': look(
    routes['complaints.likelyDuplicates'],
    findDuplicates,
    (asked, found) => (isAsked(asked) ? searchLook('contact', found.length) : null),
  ),
  'complaints.list': look(
    routes['complaints.list'],
    listComplaints,
    ({ filter: { search = '', name = '' } }, { items }) =>
      search === '' && name === '' ? null : searchLook(searchKind(search, name), items.length),
  ),
  'complaints.counts': query(routes['complaints.counts'], countWork),
  'complaints.open': look(routes['complaints.open'], readComplaint, caseLook),
  'complaints.reveal': unmanaged(routes['complaints.reveal'], reveal),
  'complaints.update': command(routes['complaints.update'], shown(updateComplaint)),
  'complaints.assign': command(routes['complaints.assign'], shown(assignComplaint)),
  'complaints.assignMany': unmanaged(routes['complaints.assignMany'], assignMany),
  'complaints.matches': look(routes['complaints.matches'], findMatches, ({ search }, found) =>
    searchLook(searchKind(search, ''), found.length),
  ),
  'complaints.exportList': command(routes['complaints.exportList'], exportList),
  'complaints.printDossier': unmanaged(routes['complaints.printDossier'], printDossier),
  'complaints.recordMandate': command(routes['complaints.recordMandate'], shown(recordMandate)),
  'complaints.conclude': command(routes['complaints.conclude'], shown(concludeComplaint)),
  'complaints.divide': command(routes['complaints.divide'], shown(divideComplaint)),
  'complaints.answerPoints': command(routes['complaints.answerPoints'], shown(answerPoints)),
  'complaints.review': command(routes['complaints.review'], shown(openReview)),
  'complaints.linked': query(routes['complaints.linked'], findLinked),
  'complaints.relate': command(routes['complaints.relate'], relateCase),
  'complaints.setAuthority': command(routes['complaints.setAuthority'], shown(setAuthority)),
  'complaints.history': look(routes['complaints.history'], historyOf, caseLook),
} satisfies HandlersOf<typeof routes>

/** Cases of perhaps the same person, as far as one is shown whose they are. A telephone number not readable yet is left out. */
async function findDuplicates(
  context: QueryContext,
  { phones, email, memberAccount }: ParsedInputOf<'complaints.likelyDuplicates'>,
): Promise<readonly Shown<LikelyDuplicate>[]> {
  const read = phones.flatMap((told) => {
    const phone = parsePhone(told)
    return phone.ok ? [phone.e164] : []
  })
  const asked = { phones: read, email, memberAccount }
  const found = await context.repositories.complaints.likelyDuplicates(asked)
  const cover = await coversOf(
    context,
    found.map(({ id }) => id),
  )
  return found
    .filter(({ id }) => !cover(id).covers('search'))
    .map((row) => showSummary(row, cover(row.id)))
}

function isAsked({
  phones,
  email,
  memberAccount,
}: ParsedInputOf<'complaints.likelyDuplicates'>): boolean {
  return phones.length > 0 || email !== null || memberAccount !== null
}

/** A page of the work list, found only by what whoever asks may read. */
async function listComplaints(
  context: QueryContext,
  { order = DUE_FIRST, ...question }: ParsedInputOf<'complaints.list'>,
): Promise<ShownPage> {
  const reads = readingOf(context.actor, question.filter)
  return pageOf(context, { ...question, order, ...reads })
}

async function pageOf(context: QueryContext, question: ListQuestion): Promise<ShownPage> {
  const page = await context.repositories.complaints.page(question, context.clock.now())
  const cover = await coversOf(
    context,
    page.items.map(({ id }) => id),
  )
  return { ...page, items: page.items.map((row) => showSummary(row, cover(row.id))) }
}

/** By what somebody may find cases. Raises `FORBIDDEN` for a list narrowed by firms they may not read of. */
function readingOf(
  actor: Actor,
  { firms = [] }: ComplaintFilter,
): Pick<ListQuestion, 'readsNotes' | 'readsPersons'> {
  const { role } = actor
  const readsNotes = !isAbsent(role, 'firmNote')
  if (firms.length > 0 && !readsNotes) {
    throw new DomainError('FORBIDDEN', [{ path: '', code: 'ROLE_NOT_ALLOWED', params: { role } }])
  }
  const covered = isAbsent(role, 'search') ? 'none' : 'handled'
  return { readsNotes, readsPersons: isAlwaysClear(actor, 'search') ? 'all' : covered }
}

/** The numbers above the list. */
async function countWork({ repositories, clock, actor }: QueryContext): Promise<WorkCounts> {
  const counts = await repositories.complaints.counts(clock.now())
  const letters = await repositories.letters.countInState('submitted')
  const requests = (await repositories.approvals.pending()).filter(isShownTo(actor))
  return { ...counts, awaitingApproval: letters + requests.length }
}

/** The whole case, as somebody may read it. */
async function readComplaint(
  { repositories, actor }: QueryContext,
  { id }: Readonly<{ id: string }>,
): Promise<ShownCase> {
  return readableBy(actor, await loadCase(repositories, id))
}

/** The cases a case hangs together with, each as far as one is shown whose it is. */
async function findLinked(
  context: QueryContext,
  { id }: Readonly<{ id: string }>,
): Promise<readonly Shown<LinkedCase>[]> {
  requireFound(await context.repositories.complaints.find(id))
  const linked = await context.repositories.complaints.linked(id)
  const cover = await coversOf(
    context,
    linked.map((each) => each.id),
  )
  return linked.map((row) => showSummary(row, cover(row.id)))
}

/** Looking at somebody's personal information is an act, also by asking for a case as if it were open already. */
function caseLook({ id }: Readonly<{ id: string }>): Look {
  const ofCase = { complaintId: id, entity: 'complaint', entityId: id } as const
  return { of: id, entry: { action: LOOKS['complaints.open'], ...ofCase } }
}

/** That somebody searched, by what kind of words and with how many hits; never for whom. */
function searchLook(kind: string, hits: number): Look {
  return {
    ...{ of: 'search', goesOn: true },
    entry: {
      ...{ action: LOOKS['complaints.list'], complaintId: null },
      ...{ entity: 'complaint', entityId: '' },
      changes: [
        { field: 'searchKind', from: null, to: kind },
        { field: 'count', from: null, to: hits },
      ],
    },
  }
}

/** Shows whose case it is to somebody from whom that is covered, on record with why, until their session here ends. */
async function reveal(
  call: Call,
  input: ParsedInputOf<'complaints.reveal'>,
): Promise<OutputOf<'complaints.reveal'>> {
  const by = await inTransaction(call, 'complaint.read', async (context) => {
    await revealIdentity(context, input)
    return context.actor.personId
  })
  call.services.sessions.reveal(call.windowId, by, input.id)
  const inner = await requireActor(call, 'complaint.read')
  return reading(inner, (context) => readComplaint(context, input))
}

/** Gives many cases to one person, a slice of them after the other. */
async function assignMany(
  call: Call,
  { ids, assigneeId }: ParsedInputOf<'complaints.assignMany'>,
): Promise<OutputOf<'complaints.assignMany'>> {
  const { done, left, stopped } = await inSlices(
    call,
    'complaint.assign',
    casesInTurn(ids),
    (context, some, hasTime) => assignComplaints(context, { ids: some, assigneeId }, hasTime),
  )
  const assigned = done.filter((changedHands) => changedHands).length
  return { assigned, left: done.length - assigned, rest: left, stopped }
}

/** What a command answers of a complaint, as whoever gave it is shown it. */
function shown<Input>(run: (context: CommandContext, input: Input) => Promise<Complaint>) {
  return async (context: CommandContext, input: Input): Promise<Shown<Complaint>> =>
    showComplaint(context.actor, await run(context, input))
}

/** Where some cases say what was searched for, as far as one may read it. */
async function findMatches(
  context: QueryContext,
  { ids, search }: ParsedInputOf<'complaints.matches'>,
): Promise<readonly Match[]> {
  const { complaints } = context.repositories
  const cover = await coversOf(context, ids)
  const byIdentity = Map.groupBy(ids, (id) => cover(id).identity === 'covered')
  const texts: CaseText[] = []
  for (const [, alike] of byIdentity) {
    const [first = ''] = alike
    const sources = readableSources(cover(first).covers, context.actor.role)
    texts.push(...(await complaints.texts(alike, sources)))
  }
  const shown = texts.map((each) => ({ ...each, text: cover(each.complaintId).text(each.text) }))
  return bestMatches(search, shown)
}

/** What became of a case, or of one thing of it, newest first, as far as one may read it. */
async function historyOf(
  { repositories, actor }: QueryContext,
  { id, entityId, before, limit }: ParsedInputOf<'complaints.history'>,
): Promise<readonly AuditEvent[]> {
  const file = await loadCase(repositories, id)
  const cover = coverOf(actor, personOf(file.complaint))
  const without = hiddenOf(actor.role, file)
  const events = await repositories.audit.page(
    { complaintId: id, entityId, without },
    before,
    limit,
  )
  return events.map((event) => showEvent(actor, event, cover))
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
  // A register of all says which codes it goes without; some chosen cases say nothing of others.
  const lost = input.ids === null ? await context.repositories.losses.numbers() : []
  const bytes = await tableFile([table, ...lostCodesTable(lost, language)], format)
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
  context: CommandContext,
  { filter, order, ids }: ParsedInputOf<'complaints.exportList'>,
): Promise<readonly ExportRow[]> {
  const chosen = ids === null ? null : new Set(ids)
  const reads = readingOf(context.actor, filter)
  const rows: ExportRow[] = []
  let after: ListCursor | null = null
  do {
    const question: ListQuestion = { filter, order, after, limit: PER_PAGE, ...reads }
    const page = await pageOf(context, question)
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
