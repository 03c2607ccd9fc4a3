import { writeFileAtomically } from '../common/files/atomic-write.ts'
import { sha256Of } from '../common/sha256.ts'
import { parseKeyFile } from '../vault/key-file.ts'
import { epochOf, printManifest, type CopiesKeys } from './manifest.ts'
import { copyFiles, type BoardCopy } from './place.ts'

/**
 * Puts the wrapped keys as they are now beside every copy that still has those of an earlier epoch: the password of
 * somebody who has left opens none of them any more, the passwords of today open all. What is copied stays as it was,
 * under the key of its epoch, which today's keys lead to; so does the key its manifest is sealed with. Raises what the
 * disk refuses; what was cut short is made up for the next time.
 */
export async function renewWrappedKeys(
  place: string,
  copies: readonly BoardCopy[],
  present: string,
  keys: CopiesKeys,
): Promise<void> {
  for (const copy of copies) {
    if (copy.manifest === null || isAsNow(copy, keys.length)) continue
    const epoch = epochOf(copy.manifest, keys)
    if (epoch === null) continue
    const paths = copyFiles(place, copy.name)
    const { seal: _seal, ...content } = copy.manifest
    const manifest = { ...content, keys: { sha256: sha256Of(present) } }
    await writeFileAtomically(paths.keys, Buffer.from(present))
    const text = printManifest(manifest, keys.slice(0, epoch))
    await writeFileAtomically(paths.manifest, Buffer.from(text))
  }
}

function isAsNow({ keys, manifest }: BoardCopy, epoch: number): boolean {
  if (keys === null || sha256Of(keys) !== manifest?.keys.sha256) return false
  return parseKeyFile(keys)?.epoch === epoch
}
