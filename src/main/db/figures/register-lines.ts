import { z } from 'zod'

import type {
  ComplaintLine,
  LetterLine,
  Lines,
  NoticeOfLine,
  Register,
  RegisterQuestion,
  RightLine,
  ViolationLine,
} from '#core/figures/registers.ts'
import { RULE } from '#core/deadlines/rule-table.ts'
import { addDays, startOfVietnamDay } from '#core/kernel/calendar.ts'
import { IDENTITY_RESULTS } from '#core/rights/model.ts'
import { openCases } from '../conflicts/open-cases.ts'
import type { DbSession } from '../db-session.ts'
import { seenLetters } from '../letters/repository.ts'
import { LIMIT_CLAUSE, places, type Condition } from '../rows.ts'

/** Of every line: whose case it is of. */
const OF_CASE = 'c.id AS "complaintId", c.code, c.complainant_name AS "complainantName"'

/** One walk through a register: of which rows, in the order of which column, with which conditions. */
type Walk = Readonly<{
  columns: string
  from: string
  at: string
  id: string
  key: 'day' | 'moment'
}>

/** Of the first sending of a case that says why it is late. */
function late(column: string): string {
  return `(SELECT s.${column} FROM dispatch s WHERE s.complaint_id = c.id AND s.late_reason IS NOT NULL
    AND s.struck_at IS NULL ORDER BY s.sent_on, s.id LIMIT 1)`
}

const WALKS = {
  complaints: {
    columns: `c.received_on AS "receivedOn", c.channel, c.site, c.subject, c.severity, c.status, c.outcome,
      c.assignee_id AS "assigneeId", c.answer_state AS "answerState", c.answer_stopped_on AS "answeredOn",
      c.authority, d.legal_end AS "answerBy", ${late('late_reason')} AS "lateReason",
      ${late('late_explanation')} AS "lateExplanation"`,
    from: `complaint c LEFT JOIN deadline d ON d.complaint_id = c.id AND d.rule = '${RULE.policyAnswer}'`,
    ...{ at: 'c.received_on', id: 'c.id', key: 'day' },
  },
  rights: {
    columns: `r.kind AS "right", r.asked_at AS "askedAt", r.via_processor AS "viaProcessor", r.state,
      r.settled_on AS "settledOn", r.remark, r.identity, r.passed_on AS "passedOn", reply.legal_end AS "replyBy",
      reply.state AS "replyState", reply.stopped_at AS "repliedAt", done.legal_end AS "doneBy",
      done.state AS "doneState"`,
    from: `right_request r JOIN complaint c ON c.id = r.complaint_id
      LEFT JOIN deadline reply ON reply.complaint_id = r.complaint_id AND reply.trigger_id = r.id
        AND reply.rule = '${RULE.rightReply}'
      LEFT JOIN deadline done ON done.complaint_id = r.complaint_id AND done.trigger_id = r.id
        AND done.rule <> '${RULE.rightReply}'`,
    ...{ at: 'r.asked_at', id: 'r.id', key: 'moment' },
  },
  violations: {
    columns: `b.state, b.detected_at AS "detectedAt", b.happened, b.people,
      b.ruled_out_reason AS "ruledOutReason", b.harm_notice AS "harmNotice", b.harm_reason AS "harmReason",
      b.conduct_notice AS "conductNotice", b.conduct_reason AS "conductReason", b.measures`,
    from: 'breach b JOIN complaint c ON c.id = b.complaint_id',
    ...{ at: 'b.detected_at', id: 'b.complaint_id', key: 'moment' },
  },
  letters: {
    columns: `l.number, l.issued_on AS "issuedOn", l.kind, l.variant, l.particulars,
      CASE WHEN l.parts = '[]' THEN 1 ELSE 0 END AS erased,
      l.approved_by AS "approvedBy", l.approval_mark AS "approvalMark",
      (SELECT n.number FROM letter n WHERE n.replaces_id = l.id AND n.state = 'issued') AS "replacedBy"`,
    from: 'letter l JOIN complaint c ON c.id = l.complaint_id',
    // As the index of lists has it (migration 7).
    ...{ at: 'coalesce(l.issued_at, l.created_at)', id: 'l.id', key: 'moment' },
  },
} as const satisfies Readonly<Record<Register, Walk>>

type Readers = {
  readonly [Each in Register]: (question: RegisterQuestion) => Promise<readonly Lines[Each][]>
}

/** The lines of each register, the earliest first, each page as cheap as the first; without what whoever reads is kept from. */
export function registerLines(session: DbSession): Readers {
  async function walk<Row extends object>(
    register: Register,
    { from, to, after, limit }: RegisterQuestion,
    seen: readonly Condition[],
  ): Promise<readonly Row[]> {
    const { columns, from: tables, at, id, key } = WALKS[register]
    const span = key === 'day' ? [from, to] : [startOfVietnamDay(from), endOf(to)]
    const conditions: readonly Condition[] = [
      { sql: `${at} >= ? AND ${at} ${key === 'day' ? '<=' : '<'} ?`, values: span },
      ...(after === null ? [] : [{ sql: `(${at}, ${id}) > (?, ?)`, values: [after.at, after.id] }]),
      ...seen,
    ]
    return session.rows<Row>(
      `SELECT ${id} AS id, ${at} AS at, ${OF_CASE}, ${columns} FROM ${tables}
       WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} ORDER BY ${at}, ${id} ${LIMIT_CLAUSE}`,
      [...conditions.flatMap(({ values }) => values), limit],
    )
  }
  const open = openCases(session, 'c.id')

  return {
    async complaints(question) {
      type Row = Omit<ComplaintLine, 'authority'> & Readonly<{ authority: string | null }>
      const rows = await walk<Row>('complaints', question, open)
      return rows.map(({ authority, ...row }) => ({
        ...row,
        authority: authority === null ? null : SENT_ON_BY.parse(JSON.parse(authority)),
      }))
    },

    async rights(question) {
      type Row = Omit<RightLine, 'viaProcessor' | 'identityResult' | 'passedOn'> &
        Readonly<{ viaProcessor: boolean | number; identity: string | null; passedOn: string }>
      const asked: Condition = { sql: `r.state <> 'dropped'`, values: [] }
      const rows = await walk<Row>('rights', question, [...open, asked])
      return rows.map(({ identity, viaProcessor, passedOn, ...row }) => ({
        ...row,
        viaProcessor: Boolean(viaProcessor),
        passedOn: PASSED_ON.parse(JSON.parse(passedOn)).flatMap(({ struckReason, ...told }) =>
          struckReason === null ? [told] : [],
        ),
        identityResult: identity === null ? null : CHECKED.parse(JSON.parse(identity)).result,
      }))
    },

    async violations(question) {
      const rows = await walk<Omit<ViolationLine, 'notices'>>('violations', question, open)
      const notices = await noticesOf(
        session,
        rows.map(({ complaintId }) => complaintId),
      )
      return rows.map((row) => ({ ...row, notices: notices.get(row.complaintId) ?? [] }))
    },

    async letters(question) {
      type Row = Omit<LetterLine, 'recipientName' | 'firmName' | 'sentOn' | 'sentBy' | 'erased'> &
        Readonly<{ particulars: string; erased: number }>
      const issued: Condition = { sql: `l.state = 'issued'`, values: [] }
      const rows = await walk<Row>('letters', question, [...seenLetters(session), issued])
      const read = rows.map((row) => ({ row, told: TOLD.parse(JSON.parse(row.particulars)) }))
      const firms = await firmsOf(
        session,
        read.flatMap(({ told }) => told.engagementId ?? []),
      )
      const sent = await sendingsOf(
        session,
        rows.map(({ id }) => id),
      )
      return read.map(({ row: { particulars: _told, erased, ...row }, told }) => ({
        ...row,
        recipientName: told.recipientName,
        firmName: firms.get(told.engagementId ?? '') ?? null,
        sentOn: sent.get(row.id)?.sentOn ?? null,
        sentBy: sent.get(row.id)?.channel ?? null,
        erased: erased === 1,
      }))
    },
  }
}

/** The moment a Vietnamese day is over. */
function endOf(day: string): string {
  return startOfVietnamDay(addDays(day, 1))
}

/** What of its particulars says to whom a letter goes. */
const TOLD = z.object({
  engagementId: z.string().nullish(),
  recipientName: z.string().default(''),
})

/** What of an authority's request a register says. */
const SENT_ON_BY = z.object({ name: z.string(), number: z.string() })

/** What of the passing on of a right a register says. */
const PASSED_ON = z.array(
  z.object({
    recipient: z.string(),
    toldOn: z.string(),
    confirmedOn: z.string().nullable(),
    struckReason: z.string().nullable(),
  }),
)

/** What of the check of who asks a register says. */
const CHECKED = z.object({ result: z.enum(IDENTITY_RESULTS) })

async function noticesOf(
  session: DbSession,
  complaintIds: readonly string[],
): Promise<ReadonlyMap<string, readonly NoticeOfLine[]>> {
  if (complaintIds.length === 0) return new Map()
  const rows = await session.rows<NoticeOfLine & Readonly<{ complaintId: string }>>(
    `SELECT complaint_id AS "complaintId", rule, state, ends_at AS "endsAt", stopped_at AS "stoppedAt"
     FROM deadline WHERE trigger = 'breach' AND complaint_id IN (${places(complaintIds)})
     ORDER BY ends_at, id`,
    complaintIds,
  )
  return Map.groupBy(rows, ({ complaintId }) => complaintId)
}

async function firmsOf(
  session: DbSession,
  engagementIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (engagementIds.length === 0) return new Map()
  const rows = await session.rows<Readonly<{ id: string; name: string }>>(
    `SELECT e.id, f.name FROM engagement e JOIN firm f ON f.id = e.firm_id
     WHERE e.id IN (${places(engagementIds)})`,
    engagementIds,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

type Sending = Readonly<{ letterId: string; sentOn: string; channel: LetterLine['sentBy'] }>

/** How and when each letter first left the house, by the letter. */
async function sendingsOf(
  session: DbSession,
  letterIds: readonly string[],
): Promise<ReadonlyMap<string, Sending>> {
  if (letterIds.length === 0) return new Map()
  const rows = await session.rows<Sending>(
    `SELECT letter_id AS "letterId", sent_on AS "sentOn", channel FROM dispatch
     WHERE struck_at IS NULL AND letter_id IN (${places(letterIds)})
     ORDER BY sent_on DESC, id DESC`,
    letterIds,
  )
  // The earliest comes last and stays.
  return new Map(rows.map((row) => [row.letterId, row]))
}
