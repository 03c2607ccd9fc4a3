import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const MEMORY = '/dev/shm'
/** Tests remove what they make: all of them together never hold near so much. */
const ENOUGH_MEMORY = 4 * 1024 ** 3

/**
 * Where tests keep their files: in memory, where there is plenty, else in the machine's temporary folder. A board is as many
 * waits for the disk as it has commands, and nothing a test makes has to survive a power cut; whoever is killed is killed there too.
 */
export function quickFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= ENOUGH_MEMORY ? MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}
