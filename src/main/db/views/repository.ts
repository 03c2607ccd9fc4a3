import type { ViewRepository } from '#core/ports/repositories.ts'
import { byName, removeWithVersion } from '../rows.ts'
import type { DbSession } from '../db-session.ts'
import { versionedTable } from '../tables.ts'
import { savedViewEntity } from './entity.ts'

export function viewRepository(session: DbSession): ViewRepository {
  return {
    ...versionedTable(session, savedViewEntity),
    async seenBy(personId) {
      const views = await session
        .select(savedViewEntity, 'row')
        .where('row.ownerId = :personId OR row.shared = :shared', { personId, shared: true })
        .getMany()
      return byName(views)
    },
    all: () => session.select(savedViewEntity, 'row').getMany(),
    remove: (id, version) => removeWithVersion(session, savedViewEntity, id, version),
  }
}
