import type { Logo } from '#core/letters/document.ts'
import type { SettingsRepository } from '#core/ports/repositories.ts'
import { insertRow, updateWithVersion } from '../rows.ts'
import type { DbSession } from '../db-session.ts'
import { settingsEntity } from './entity.ts'

export function settingsRepository(session: DbSession): SettingsRepository {
  return {
    async load() {
      const row = await session.select(settingsEntity, 'row').where('row.id = 1').getOne()
      return row === null ? null : { ...row.body, version: row.version }
    },
    coversInvestigators: () => session.sight.coversInvestigators,
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

/** The picture of the letterhead. */
async function loadLogo(session: DbSession): Promise<Logo | null> {
  const [logo] = await session.rows<Logo>(
    'SELECT media_type AS "mediaType", base64 FROM letterhead_logo WHERE id = 1',
    [],
  )
  return logo ?? null
}

async function storeLogo(session: DbSession, logo: Logo | null): Promise<void> {
  await session.run('DELETE FROM letterhead_logo WHERE id = 1', [])
  if (logo === null) return
  await session.run('INSERT INTO letterhead_logo (id, media_type, base64) VALUES (1, ?, ?)', [
    logo.mediaType,
    logo.base64,
  ])
}
