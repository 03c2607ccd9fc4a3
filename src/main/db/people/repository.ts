import type { Person } from '#core/people/model.ts'
import type { PersonRepository } from '#core/ports/repositories.ts'
import type { DbSession } from '../db-session.ts'
import { versionedTable } from '../tables.ts'
import { personEntity } from './entity.ts'

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
