import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Act } from './every-act.ts'

/** Chooses a second place, and gives it up again. */
export async function doPlaceActs(act: Act): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-am-second-'))
  const understood = { keysUnderstood: true, abroadUnderstood: false } as const
  await act('chair', 'snapshots.choosePlace', { folder, ...understood })
  await act('chair', 'snapshots.leavePlace', {})
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
