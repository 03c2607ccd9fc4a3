import type {
  ApprovalRepository,
  DraftRepository,
  FirmRepository,
  PersonRepository,
  SeriesRepository,
  SettingsRepository,
  ViewRepository,
} from '#core/ports/repositories.ts'
import type { Engagement } from '#core/firms/model.ts'
import type { Person } from '#core/people/model.ts'
import { firmEntity, personEntity, savedViewEntity, settingsEntity } from '../entities/board.ts'
import { approvalEntity } from '../entities/case.ts'
import type { Session } from '../session.ts'
import { loadLogo, storeLogo } from '../letters/repository.ts'
import { insertRow, removeWithVersion, updateWithVersion } from '../rows.ts'
import { versionedTable } from '../tables.ts'

export function personRepository(session: Session): PersonRepository {
  const all = (): Promise<Person[]> =>
    session.select(personEntity, 'row').orderBy('row.username').getMany()
  return {
    ...versionedTable(session, personEntity),
    // Written out because it comes before every single act: TypeORM's builder costs as much as the act.
    async find(id) {
      const [person] = await session.rows<Omit<Person, 'active'> & { active: boolean | 0 | 1 }>(
        `SELECT id, version, username, full_name AS "fullName", title, role, active,
           created_at AS "createdAt" FROM person WHERE id = ?`,
        [id],
      )
      return person === undefined ? null : { ...person, active: Boolean(person.active) }
    },
    all,
    async lockAll() {
      // On SQLite there is only one writer at a time. In one order, so that two of these never deadlock.
      if (session.engine === 'postgres') {
        await session.rows('SELECT id FROM person ORDER BY id FOR UPDATE')
      }
      return all()
    },
    findByUsername: (username) =>
      session.select(personEntity, 'row').where('row.username = :username', { username }).getOne(),
  }
}

export function firmRepository(session: Session): FirmRepository {
  return {
    ...versionedTable(session, firmEntity),
    async all() {
      const firms = await session.select(firmEntity, 'row').getMany()
      // Names are in Vietnamese order, which neither engine knows without the right server locale.
      return firms.sort(
        (one, other) => VIETNAMESE.compare(one.name, other.name) || byId(one, other),
      )
    },
    engagements: (firmId) =>
      session.rows<Engagement & { complaintCode: string }>(
        `SELECT e.id, e.complaint_id AS "complaintId", e.firm_id AS "firmId", e.version, e.scope,
           e.starts_on AS "startsOn", e.ends_on AS "endsOn", c.code AS "complaintCode"
         FROM engagement e JOIN complaint c ON c.id = e.complaint_id
         WHERE e.firm_id = ? ORDER BY e.starts_on DESC, e.id DESC`,
        [firmId],
      ),
  }
}

const VIETNAMESE = new Intl.Collator('vi')

function byId(one: Readonly<{ id: string }>, other: Readonly<{ id: string }>): number {
  return one.id < other.id ? -1 : 1
}

export function approvalRepository(session: Session): ApprovalRepository {
  return {
    ...versionedTable(session, approvalEntity),
    pending: () =>
      session
        .select(approvalEntity, 'row')
        .where(`row.state = 'pending'`)
        .orderBy('row.requestedAt')
        .addOrderBy('row.id')
        .getMany(),
  }
}

export function settingsRepository(session: Session): SettingsRepository {
  return {
    async load() {
      const row = await session.select(settingsEntity, 'row').where('row.id = 1').getOne()
      return row === null ? null : { ...row.body, version: row.version }
    },
    async save({ version, ...body }) {
      if (version > 0) {
        const stored = await updateWithVersion(session, settingsEntity, { id: 1, version, body })
        return { ...body, version: stored.version }
      }
      await insertRow(session, settingsEntity, { id: 1, version: 1, body })
      return { ...body, version: 1 }
    },
    logo: () => loadLogo(session),
    saveLogo: (logo) => storeLogo(session, logo),
  }
}

export function draftRepository(session: Session): DraftRepository {
  return {
    async load(personId, form) {
      const [draft] = await session.rows<{ body: string }>(
        'SELECT body FROM draft WHERE person_id = ? AND form = ?',
        [personId, form],
      )
      return draft?.body ?? null
    },
    async save(personId, form, body) {
      await session.run(
        `INSERT INTO draft (person_id, form, body) VALUES (?, ?, ?)
         ON CONFLICT (person_id, form) DO UPDATE SET body = excluded.body`,
        [personId, form, body],
      )
    },
    async remove(personId, form) {
      await session.run('DELETE FROM draft WHERE person_id = ? AND form = ?', [personId, form])
    },
  }
}

export function seriesRepository(session: Session): SeriesRepository {
  return {
    /** On PostgreSQL the row stays locked until the transaction ends, so two writers never share one. */
    async next(series) {
      const [row] = await session.returning<{ value: number }>(
        `INSERT INTO series (name, value) VALUES (?, 1)
         ON CONFLICT (name) DO UPDATE SET value = series.value + 1 RETURNING value`,
        [series],
      )
      if (row === undefined) throw new Error('A series gave no number.')
      return row.value
    },
  }
}

export function viewRepository(session: Session): ViewRepository {
  return {
    ...versionedTable(session, savedViewEntity),
    async seenBy(personId) {
      const views = await session
        .select(savedViewEntity, 'row')
        .where('row.ownerId = :personId OR row.shared = :shared', { personId, shared: true })
        .getMany()
      return views.toSorted(
        (one, other) => VIETNAMESE.compare(one.name, other.name) || byId(one, other),
      )
    },
    remove: (id, version) => removeWithVersion(session, savedViewEntity, id, version),
  }
}
