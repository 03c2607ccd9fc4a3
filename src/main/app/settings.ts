import { loadSettings } from '#core/ports/load-settings.ts'
import { clockMoves } from '#core/settings/commands/preview-moves.ts'
import { saveRules } from '#core/settings/commands/save-rules.ts'
import {
  saveLogo,
  saveNoticeSettings,
  saveIdentity,
  saveReminders,
  saveRetention,
  saveSettings,
  saveRights,
  saveSignIn,
} from '#core/settings/commands/settings.ts'
import type { Settings } from '#core/settings/model.ts'
import { saveUpdateAddress } from '#core/updates/commands/updates.ts'
import { settingsRoutes as routes, type SavedSettings } from '#shared/contract/settings.ts'
import { tryLogo } from '../letters/try-logo.ts'
import { uploadTicket } from '../dispatch/file-tickets.ts'
import { recountClocks } from '../dispatch/recount-clocks.ts'
import {
  command,
  unmanaged,
  inTransaction,
  query,
  requireActor,
  type Call,
  type HandlersOf,
} from '../dispatch/route.ts'

export const settingsHandlers = {
  'settings.get': query(routes['settings.get'], ({ repositories }) => loadSettings(repositories)),
  'settings.save': command(routes['settings.save'], saveSettings, recounted),
  'settings.saveRules': command(routes['settings.saveRules'], saveRules, recounted),
  'settings.clockMoves': query(routes['settings.clockMoves'], clockMoves),
  'settings.saveReminders': command(routes['settings.saveReminders'], saveReminders),
  'settings.saveIdentity': command(routes['settings.saveIdentity'], saveIdentity),
  'settings.saveRights': command(routes['settings.saveRights'], saveRights),
  'settings.saveSignIn': command(routes['settings.saveSignIn'], saveSignIn),
  'settings.saveRetention': command(routes['settings.saveRetention'], saveRetention),
  'settings.saveNotices': command(routes['settings.saveNotices'], saveNoticeSettings),
  'settings.saveUpdates': command(routes['settings.saveUpdates'], saveUpdateAddress),
  'settings.logo': query(routes['settings.logo'], ({ repositories }) =>
    repositories.settings.logo(),
  ),
  'settings.requestLogo': unmanaged(routes['settings.requestLogo'], async (call, { size }) =>
    uploadTicket(call, size, (bytes) => receiveLogo(call, bytes)),
  ),
  'settings.removeLogo': command(routes['settings.removeLogo'], async (context) => {
    await saveLogo(context, null, null)
    return { removed: true } as const
  }),
} satisfies HandlersOf<typeof routes>

/** The open clocks follow what was saved, a slice after the other; cut short, the answer says how many did. */
async function recounted({ services }: Call, saved: Settings): Promise<SavedSettings> {
  const board = services.desk.board()
  if (board === null) return { ...saved, recounted: 0 }
  const { moved, isWhole } = await recountClocks(services, board)
  return isWhole ? saved : { ...saved, recounted: moved }
}

/** The picture is checked, tried on a letter, and only then kept. */
async function receiveLogo(call: Call, bytes: Uint8Array): Promise<Settings> {
  await requireActor(call, 'settings.manage')
  const checked = await call.services.reader.read('logo', bytes)
  await tryLogo(checked, call.services.typesetter)
  const base64 = Buffer.from(checked.bytes).toString('base64')
  return inTransaction(call, 'settings.manage', async (context) => {
    const sha256 = context.sha256(checked.bytes)
    await saveLogo(context, { mediaType: checked.mediaType, base64 }, sha256)
    return loadSettings(context.repositories)
  })
}
