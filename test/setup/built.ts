import { buildIfNeeded } from '../../scripts/build.ts'

/** Builds the program once for the whole run, unless `out/` is newer than all it is made of. */
export async function setup(): Promise<void> {
  await buildIfNeeded()
}
