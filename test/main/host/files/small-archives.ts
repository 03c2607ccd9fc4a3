import { randomBytes } from 'node:crypto'

import { packLetters } from '#main/exports/letter-archive.ts'

import { entryOf, from, unwatched } from '../../exports/archive-tools.ts'

/** An archive of ours with these files, each of `size` bytes of chance. */
export async function archiveOf(names: readonly string[], size = 200): Promise<Uint8Array> {
  const entries = names.map((name) => entryOf(name, randomBytes(size)))
  return (await packLetters(from(entries), unwatched())).bytes
}
