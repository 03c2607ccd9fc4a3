import { readFile, stat } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'

import { z } from 'zod'

import { writeFileAtomically } from '../../common/files/atomic-write.ts'
import { findBoards, type FoundBoard } from './found-boards.ts'
import { makeFolder } from '../../common/files/make-folder.ts'

export type DataDirFacts = Readonly<{
  /** Named when the program was started: always wins. */
  named: string | null
  /** Chosen by the person in an earlier run; `isThere` false when that folder is gone. */
  chosen: Readonly<{ dir: string; isThere: boolean }> | null
  /** Boards in the standard folders. */
  found: readonly FoundBoard[]
  /** Where a board is made when there is none. */
  fresh: string
}>

export type DataDirDecision = Readonly<
  | { kind: 'use'; dir: string }
  /** Several boards: nobody but a person can say which is theirs. */
  | { kind: 'several'; boards: readonly FoundBoard[] }
  /** The folder chosen before is gone: a new board in its place would look as if all were lost. */
  | { kind: 'gone'; dir: string }
>

/** Which folder a run works on. Never a guess between two boards, never a new board where one was before. */
export function decideDataDir({ named, chosen, found, fresh }: DataDirFacts): DataDirDecision {
  if (named !== null) return { kind: 'use', dir: named }
  if (chosen !== null) {
    return chosen.isThere ? { kind: 'use', dir: chosen.dir } : { kind: 'gone', dir: chosen.dir }
  }
  if (found.length > 1) return { kind: 'several', boards: found }
  return { kind: 'use', dir: found[0]?.dir ?? fresh }
}

/** Looks at this machine for {@link decideDataDir}. `standard` are the folders of `standardDataDirs`. */
export async function dataDirFacts(
  named: string | null,
  root: string,
  standard: readonly [string, ...string[]],
): Promise<DataDirFacts> {
  const [fresh] = standard
  if (named !== null) return { named: resolve(named), chosen: null, found: [], fresh }
  const dir = await rememberedDataDir(root)
  const chosen = dir === null ? null : { dir, isThere: await isFolder(dir) }
  return { named, chosen, found: chosen === null ? await findBoards(standard) : [], fresh }
}

const remembered = z.object({ dataDir: z.string().min(1).refine(isAbsolute) })

/** The folder chosen on this machine; null when none was, or the note of it cannot be read. */
export async function rememberedDataDir(root: string): Promise<string | null> {
  try {
    const note: unknown = JSON.parse(await readFile(noteIn(root), 'utf8'))
    return remembered.parse(note).dataDir
  } catch {
    return null
  }
}

/**
 * Keeps the choice for the next start, in `root` of `profileRoot`.
 * @throws DomainError as `writeFileAtomically`.
 */
export async function rememberDataDir(root: string, dataDir: string): Promise<void> {
  await makeFolder(root)
  const note = Buffer.from(`${JSON.stringify({ dataDir })}\n`, 'utf8')
  await writeFileAtomically(noteIn(root), note)
}

/**
 * The folder to keep a board in when a person pointed at `dir`: the very one when it is empty or holds a board, else
 * a new folder in it, so that nobody finds thirty files of ours among their documents.
 */
export function dataDirWithin(dir: string, names: readonly string[]): string {
  const isBoard = names.includes('keys.json') || names.includes('hoi-am.db')
  const others = names.filter((name) => !IGNORED.has(name.toLowerCase()))
  return isBoard || others.length === 0 ? dir : join(dir, 'Hoi Am')
}

/** What systems put into a folder by themselves. */
const IGNORED: ReadonlySet<string> = new Set([
  '.ds_store',
  'desktop.ini',
  'thumbs.db',
  '.localized',
])

function noteIn(root: string): string {
  return join(root, 'data-folder.json')
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}
