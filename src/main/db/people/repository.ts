import type { Account } from '#core/people/account.ts'
import type { Person } from '#core/people/model.ts'
import type {
  AccountRepository,
  PersonRepository,
  SecondFactorRepository,
} from '#core/ports/repositories.ts'
import type { DbSession } from '../db-session.ts'
import { insertRow, removeWithVersion, updateWithVersion } from '../rows.ts'
import { versionedTable } from '../tables.ts'
import { accountEntity, personEntity, secondFactorEntity } from './entity.ts'

export function personRepository(session: DbSession): PersonRepository {
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

export function accountRepository(session: DbSession): AccountRepository {
  const all = (): Promise<Account[]> =>
    session.select(accountEntity, 'row').orderBy('row.id').getMany()
  return {
    // Written out for the same reason.
    async find(personId) {
      const [row] = await session.rows<StoredAccount>(
        `SELECT id, version, cause, since, caused_by AS "causedBy", confirmed_by AS "confirmedBy",
           own_password AS "ownPassword", established_at AS "establishedAt" FROM account WHERE id = ?`,
        [personId],
      )
      if (row === undefined) return null
      return { ...row, confirmedBy: idsIn(row.confirmedBy), ownPassword: Boolean(row.ownPassword) }
    },
    all,
    async lockAll() {
      if (session.engine === 'postgres') {
        await session.rows('SELECT id FROM account ORDER BY id FOR UPDATE')
      }
      return all()
    },
    async save(account) {
      if (account.version > 0) return updateWithVersion(session, accountEntity, account)
      const first = { ...account, version: 1 }
      await insertRow(session, accountEntity, first)
      return first
    },
  }
}

export function secondFactorRepository(session: DbSession): SecondFactorRepository {
  return {
    find: (id) => session.select(secondFactorEntity, 'row').where('row.id = :id', { id }).getOne(),
    async save(factor) {
      if (factor.version > 0) return updateWithVersion(session, secondFactorEntity, factor)
      const first = { ...factor, version: 1 }
      await insertRow(session, secondFactorEntity, first)
      return first
    },
    remove: (id, version) => removeWithVersion(session, secondFactorEntity, id, version),
  }
}

/** As both engines give the columns. */
type StoredAccount = Omit<Account, 'confirmedBy' | 'ownPassword'> &
  Readonly<{ confirmedBy: string; ownPassword: boolean | 0 | 1 }>

function idsIn(stored: string): readonly string[] {
  const parsed: unknown = JSON.parse(stored)
  return Array.isArray(parsed) ? parsed.filter((each) => typeof each === 'string') : []
}
