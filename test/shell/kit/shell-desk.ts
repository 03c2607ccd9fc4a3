import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { type Desk, deskAt, type Saved } from '#test/e2e/kit/desk.ts'
import type { Language } from '#core/taxonomies/term.ts'
import { answerSave, outsideOf } from './outside.ts'
import type { Program } from './program.ts'
import { until } from './until.ts'

const FIRST_SIGHT_MS = 90_000

/** The desk of the end-to-end tests at the window of a shell. Files leave by the save dialog. */
export async function openShellDesk(program: Program, language: Language = 'vi'): Promise<Desk> {
  const page = await program.page()
  // A demonstration board is made at the start: the window says so for as long as that takes.
  await page.getByRole('heading', { level: 1 }).waitFor({ timeout: FIRST_SIGHT_MS })
  return deskAt(page, program.origin(), {
    language,
    saved: (act) => savedByDialog(program, act),
  })
}

/** The file that this act makes the program save, where the dialog says, under the name it proposed. */
async function savedByDialog(program: Program, act: () => Promise<void>): Promise<Saved> {
  const folder = mkdtempSync(join(program.home, 'saved-'))
  const before = (await outsideOf(program)).asked.length
  await answerSave(program, `${folder}/`)
  await act()
  // A file that is still being written lies beside under another name.
  const name = await until('the file is saved', async () => {
    const asked = (await outsideOf(program)).asked[before]
    const proposed = asked?.defaultPath?.split(/[\\/]/u).at(-1)
    return readdirSync(folder).find((file) => file === proposed)
  })
  return { name, bytes: readFileSync(join(folder, name)) }
}
