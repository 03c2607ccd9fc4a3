/** A name that is written for a while is made where it is also taken away: nowhere else, or it would be forgotten. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** Where such names are known, and who takes away what a killed program left. */
const MAKERS = [
  // `removeTemporaryFiles`
  'src/main/common/files/atomic-write.ts',
  // `passingFilesOf`
  'src/main/common/files/data-paths.ts',
  // `clearCutShort`
  'src/main/copies/place.ts',
  // `removeLeftovers`: in a folder that somebody chose, at the next call
  'src/main/host/files/whole-folder.ts',
]

/** A folder of the system's own for a run of the demonstration and for the self-test of a package, gone with it. */
const OF_THE_SYSTEM = ['src/main/electron/self-test/run.ts', 'src/main/host/host-files.ts']

const PASSING =
  /['`.-](?:part|tmp|temp|partial|next|new|restoring|rekeying|salvaging)(?:\.db|\.json)?['`]/u

function makersOf(pattern: RegExp): readonly string[] {
  const files = globSync('src/main/**/*.ts', { cwd: ROOT }).map((path) =>
    path.replaceAll('\\', '/'),
  )
  return files.filter((path) => {
    const lines = readFileSync(join(ROOT, path), 'utf8').split('\n')
    return lines.some(
      (line) => pattern.test(line) && /join\(|`|mkdtemp/u.test(line) && !line.includes('ORDER BY'),
    )
  })
}

it('are made in one place each', () => {
  expect(makersOf(PASSING).filter((path) => !MAKERS.includes(path))).toEqual([])
  expect(makersOf(PASSING)).toEqual(expect.arrayContaining(MAKERS.slice(0, 2)))
  expect(makersOf(/mkdtemp/u).toSorted()).toEqual(OF_THE_SYSTEM)
})
