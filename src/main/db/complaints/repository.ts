import type { PersonOfCase } from '#core/complaints/cover.ts'
import type { Complaint } from '#core/complaints/model.ts'
import { orderOfCode } from '#core/kernel/series.ts'
import type { ComplaintRepository } from '#core/ports/repositories.ts'
import { isOpen } from '../conflicts/open-cases.ts'
import { insertMany, insertRow, places, updateWithVersion } from '../rows.ts'
import type { DbSession } from '../db-session.ts'
import { lettersReviewed, linkedCases, relateCases, unansweredReview } from './linked-cases.ts'
import { caseTexts } from './case-texts.ts'
import { complaintPage, workCounts } from './complaint-lists.ts'
import { complaintEntity, type ComplaintRow } from './entity.ts'
import { foldKey, likelyDuplicates } from './likely-duplicates.ts'
import { writeSearchCopy } from './search-copy.ts'

type Labels = Pick<Complaint, 'dataItems' | 'categories' | 'clauses'>
type PhoneRow = Readonly<{ e164: string; asTold: string }>
type LabelRow = Readonly<{ kind: 'data-item' | 'category' | 'clause'; code: string }>

export function complaintRepository(session: DbSession): ComplaintRepository {
  async function findBy(field: 'id' | 'code', value: string): Promise<Complaint | null> {
    const row = await session
      .select(complaintEntity, 'row')
      .where(`row.${field} = :value`, { value })
      .getOne()
    if (row === null || !isOpen(session, row.id)) return null
    const { id } = row
    const phones = await session.rows<PhoneRow>(
      `SELECT e164, as_told AS "asTold" FROM complaint_phone WHERE complaint_id = ? ORDER BY position`,
      [id],
    )
    const labels = await session.rows<LabelRow>(
      'SELECT kind, code FROM complaint_label WHERE complaint_id = ? ORDER BY position',
      [id],
    )
    return toComplaint(row, phones, labels)
  }

  return {
    find: (id) => findBy('id', id),
    findByCode: (code) => findBy('code', code),

    async insert(complaint) {
      await insertRow(session, complaintEntity, toRow(complaint))
      await insertLists(session, complaint)
    },

    async update(complaint) {
      const { version } = await updateWithVersion(session, complaintEntity, toRow(complaint))
      for (const table of ['complaint_phone', 'complaint_label']) {
        await session.run(`DELETE FROM ${table} WHERE complaint_id = ?`, [complaint.id])
      }
      await insertLists(session, complaint)
      return { ...complaint, version }
    },

    async setStage(id, stage) {
      await session.run('UPDATE complaint SET stage = ? WHERE id = ?', [stage, id])
    },

    async setDue(id, { dueOn, targetOn, dueAt, dueRule }) {
      await session.run(
        'UPDATE complaint SET due_on = ?, target_on = ?, due_at = ?, due_rule = ? WHERE id = ?',
        [dueOn, targetOn, dueAt, dueRule, id],
      )
    },

    index: (id, texts) => writeSearchCopy(session, id, texts),
    page: (question, now) => complaintPage(session, question, now),

    async codes(ids) {
      if (ids.length === 0) return new Map()
      const rows = await session.rows<{ id: string; code: string }>(
        `SELECT id, code FROM complaint WHERE id IN (${places(ids)})`,
        ids,
      )
      return new Map(rows.flatMap(({ id, code }) => (isOpen(session, id) ? [[id, code]] : [])))
    },

    async persons(ids) {
      if (ids.length === 0) return new Map()
      const rows = await session.rows<PersonOfCase>(
        `SELECT id, assignee_id AS "assigneeId", recorded_by AS "recordedBy",
           complainant_name AS "fullName", acting_for AS "actingFor"
         FROM complaint WHERE id IN (${places(ids)})`,
        ids,
      )
      return new Map(rows.flatMap((row) => (isOpen(session, row.id) ? [[row.id, row]] : [])))
    },

    texts: (ids, sources) =>
      caseTexts(
        session,
        ids.filter((id) => isOpen(session, id)),
        sources,
      ),
    counts: (now) => workCounts(session, now),
    linked: (id) => linkedCases(session, id),
    relate: (one, other, recorded) => relateCases(session, one, other, recorded),
    unansweredReview: (id) => unansweredReview(session, id),
    lettersReviewed: (id, review) => lettersReviewed(session, id, review),
    likelyDuplicates: (keys) => likelyDuplicates(session, keys),
  }
}

async function insertLists(session: DbSession, complaint: Complaint): Promise<void> {
  const { id, complainant } = complaint
  await insertMany(
    session,
    'complaint_phone',
    ['complaint_id', 'position', 'e164', 'as_told'],
    complainant.phones.map(({ e164, asTold }, position) => [id, position, e164, asTold]),
  )
  await insertMany(
    session,
    'complaint_label',
    ['complaint_id', 'kind', 'position', 'code'],
    labelsOf(complaint).map(({ kind, code }, position) => [id, kind, position, code]),
  )
}

function labelsOf({ dataItems, categories, clauses }: Labels): readonly LabelRow[] {
  return [
    ...dataItems.map((code) => ({ kind: 'data-item', code }) as const),
    ...categories.map((code) => ({ kind: 'category', code }) as const),
    ...clauses.map((code) => ({ kind: 'clause', code }) as const),
  ]
}

function toRow(complaint: Complaint): ComplaintRow {
  const { complainant, dataItems, categories, clauses, ...rest } = complaint
  const { salutation, fullName, phones, email, memberAccount, ...told } = complainant
  return {
    ...rest,
    ...told,
    salutation,
    complainantName: fullName,
    email,
    emailFolded: foldKey(email),
    memberAccount,
    memberAccountFolded: foldKey(memberAccount),
    codeOrder: orderOfCode(complaint.code),
  }
}

/** The complaint its rows are of. */
export function toComplaint(
  row: ComplaintRow,
  phones: readonly PhoneRow[],
  labels: readonly LabelRow[],
): Complaint {
  const { salutation, complainantName, email, emailFolded, address, ...afterAddress } = row
  const { memberAccount, memberAccountFolded, actingFor, codeOrder: _, ...rest } = afterAddress
  const codesOf = (kind: LabelRow['kind']): readonly string[] =>
    labels.filter((label) => label.kind === kind).map((label) => label.code)
  return {
    ...rest,
    complainant: {
      salutation,
      fullName: complainantName,
      phones: phones.map(({ e164, asTold }) => ({ e164, asTold })),
      email,
      address,
      memberAccount,
      actingFor,
    },
    dataItems: codesOf('data-item'),
    categories: codesOf('category'),
    clauses: codesOf('clause'),
  }
}
