import type { Addressee, AddresseeTally, LineProblem } from '#core/letters/addressees.ts'
import type { AddresseeRepository } from '#core/ports/addressees.ts'
import type { DbSession } from '../db-session.ts'
import { insertMany, insertRow, LIMIT_CLAUSE, places } from '../rows.ts'
import { letterMasterEntity } from './entity.ts'

/** As many ids as one statement may name. */
const AT_A_TIME = 500

type Row = Omit<Addressee, 'problem'> & Readonly<{ problem: LineProblem | '' }>

const COLUMNS = [
  ...['id', 'complaint_id', 'letter_id', 'place', 'line_number', 'problem', 'line', 'name'],
  ...['address', 'email', 'channel', 'sent_on'],
]
const SELECTED = `id, complaint_id AS "complaintId", letter_id AS "letterId", place,
  line_number AS "lineNumber", problem, line, name, address, email, channel, sent_on AS "sentOn"`

export function addresseeRepository(session: DbSession): AddresseeRepository {
  /** Runs a statement over many ids, a portion at a time, and adds up the rows it touched. */
  async function forEach(
    ids: readonly string[],
    run: (portion: readonly string[]) => Promise<number>,
  ): Promise<number> {
    let touched = 0
    for (let from = 0; from < ids.length; from += AT_A_TIME) {
      touched += await run(ids.slice(from, from + AT_A_TIME))
    }
    return touched
  }

  return {
    async page(letterId, { after, limit, only }) {
      const narrowed =
        only === null ? '' : only === 'unusable' ? `AND problem <> ''` : `AND problem = ''`
      const rows = await session.rows<Row>(
        `SELECT ${SELECTED} FROM letter_addressee WHERE letter_id = ? AND place > ? ${narrowed}
         ORDER BY place ${LIMIT_CLAUSE}`,
        [letterId, after, limit],
      )
      return rows.map((row) => ({ ...row, problem: row.problem === '' ? null : row.problem }))
    },
    async tally(letterId) {
      const [counted] = await session.rows<Omit<AddresseeTally, 'lastChannel'>>(
        `SELECT CAST(count(CASE WHEN problem = '' THEN 1 END) AS INTEGER) AS usable,
           CAST(count(sent_on) AS INTEGER) AS sent,
           CAST(count(CASE WHEN problem <> '' THEN 1 END) AS INTEGER) AS unusable,
           max(sent_on) AS "lastSentOn"
         FROM letter_addressee WHERE letter_id = ?`,
        [letterId],
      )
      const [last] = await session.rows<Pick<Addressee, 'channel'>>(
        `SELECT channel FROM letter_addressee WHERE letter_id = ? AND sent_on IS NOT NULL
         ORDER BY sent_on DESC, place DESC ${LIMIT_CLAUSE}`,
        [letterId, 1],
      )
      const none = { usable: 0, sent: 0, unusable: 0, lastSentOn: null }
      return { ...(counted ?? none), lastChannel: last?.channel ?? null }
    },
    contacts: (letterId) =>
      session.rows(
        `SELECT name, address, email FROM letter_addressee WHERE letter_id = ? AND problem = ''`,
        [letterId],
      ),
    async lastPlace(letterId) {
      const [last] = await session.rows<{ place: number | null }>(
        'SELECT max(place) AS place FROM letter_addressee WHERE letter_id = ?',
        [letterId],
      )
      return last?.place ?? 0
    },
    insert: (rows) =>
      insertMany(
        session,
        'letter_addressee',
        COLUMNS,
        rows.map((row) => [
          ...[row.id, row.complaintId, row.letterId, row.place, row.lineNumber],
          ...[row.problem ?? '', row.line, row.name, row.address, row.email],
          ...[row.channel, row.sentOn],
        ]),
      ),
    removeUnsent: (letterId, ids) =>
      forEach(ids, (portion) =>
        session.run(
          `DELETE FROM letter_addressee
           WHERE letter_id = ? AND sent_on IS NULL AND id IN (${places(portion)})`,
          [letterId, ...portion],
        ),
      ),
    async markSent(letterId, ids, { channel, sentOn }) {
      const mark = `UPDATE letter_addressee SET channel = ?, sent_on = ?
        WHERE letter_id = ? AND problem = '' AND sent_on IS NULL`
      const values = [channel, sentOn, letterId]
      if (ids === null) return session.run(mark, values)
      return forEach(ids, (portion) =>
        session.run(`${mark} AND id IN (${places(portion)})`, [...values, ...portion]),
      )
    },
    markUnsent: (letterId, ids) =>
      forEach(ids, (portion) =>
        session.run(
          `UPDATE letter_addressee SET channel = NULL, sent_on = NULL
           WHERE letter_id = ? AND sent_on IS NOT NULL AND id IN (${places(portion)})`,
          [letterId, ...portion],
        ),
      ),
    async keepHashes(hashes) {
      for (const { id, pdfSha256 } of hashes) {
        await session.run('UPDATE letter_addressee SET pdf_sha256 = ? WHERE id = ?', [
          pdfSha256,
          id,
        ])
      }
    },
    async letterOfCopy(pdfSha256) {
      const [found] = await session.rows<{ letterId: string }>(
        `SELECT letter_id AS "letterId" FROM letter_addressee WHERE pdf_sha256 = ? ${LIMIT_CLAUSE}`,
        [pdfSha256, 1],
      )
      return found?.letterId ?? null
    },
    keepMaster: (id, complaintId, document) =>
      insertRow(session, letterMasterEntity, { id, complaintId, document }),
    async master(id) {
      const kept = await session
        .select(letterMasterEntity, 'row')
        .where('row.id = :id', { id })
        .getOne()
      return kept?.document ?? null
    },
    async forget(complaintId) {
      await session.run('DELETE FROM letter_addressee WHERE complaint_id = ?', [complaintId])
      await session.run('DELETE FROM letter_master WHERE complaint_id = ?', [complaintId])
    },
  }
}
