import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'

import { z } from 'zod'

import { writeFileAtomically } from '../common/files/atomic-write.ts'
import type { DataPaths } from '../common/files/data-paths.ts'
import type { Store } from '../db/store.ts'
import type { WorkspaceState } from './folder.ts'
import type { Staged } from './restore-board.ts'

const noted = z
  .strictObject({
    /** When the copy was made. */
    madeAt: z.iso.datetime(),
    /** Who went back to it. */
    by: z.string(),
    /** Where the journal of the database ends that takes the place of the other. */
    head: z.strictObject({ sequence: z.int(), hash: z.string() }).readonly(),
    /** The folder into which the other is set aside; null where there was none. */
    aside: z.string().nullable(),
    filesLost: z.int(),
    salvaged: z
      .strictObject({
        entries: z.int(),
        rows: z.int(),
        complete: z.boolean(),
        complaints: z.array(z.string()).readonly(),
      })
      .readonly()
      .nullable(),
    /** Whose password was set after the copy was made. */
    passwordsSince: z.array(z.string()).readonly(),
  })
  .readonly()

/**
 * What is to go on record of a copy that takes the database's place. It lies beside the database from before the exchange
 * until the journal has it, so that a program that is killed in between says it the next time somebody comes in. It names
 * nobody but by id.
 */
export type GoingBackNote = z.output<typeof noted>

/** Notes what is staged, and who goes back to it. Of what was all salvaged the accounts themselves say how they stand. */
export async function noteGoingBack(
  { goingBack }: DataPaths,
  { keysOfCopy, ...staged }: Staged,
  by: string,
  state: WorkspaceState,
): Promise<void> {
  const isKnown = keysOfCopy === null || staged.salvaged?.complete === true
  const passwordsSince =
    isKnown || state.name !== 'ready' ? [] : state.vault.passwordsUnlike(keysOfCopy)
  const note = noted.parse({ ...staged, by, passwordsSince })
  await writeFileAtomically(goingBack, Buffer.from(JSON.stringify(note)))
}

/** The note that is not on record yet, of the database as it is read; null where there is none, or it came to nothing. */
export async function openGoingBackNote(
  paths: DataPaths,
  store: Store,
): Promise<GoingBackNote | null> {
  const note = await readNote(paths)
  if (note === null) return null
  const { head, aside } = note
  const isOpen = await store.read(async ({ audit }) => {
    const [there] = await audit.page({}, head.sequence + 1, 1)
    const [told] = await audit.page({ entityId: RESTORED_ENTITY }, null, 1)
    return there?.hash === head.hash && (told?.sequence ?? 0) <= head.sequence
  })
  // Killed before the first file was moved: the database that is there is still the other one.
  const wasMoved = aside === null || existsSync(join(aside, basename(paths.database)))
  if (isOpen && wasMoved) return note
  await removeGoingBackNote(paths)
  return null
}

/** Where `board.restored` stands in the journal. */
export const RESTORED_ENTITY = 'snapshot'

export async function removeGoingBackNote({ goingBack }: DataPaths): Promise<void> {
  await rm(goingBack, { force: true })
}

async function readNote({ goingBack }: DataPaths): Promise<GoingBackNote | null> {
  try {
    return noted.safeParse(JSON.parse(await readFile(goingBack, 'utf8'))).data ?? null
  } catch {
    return null
  }
}
