import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { CoreConfig } from '../common/core-config.ts'
import { type DataDirDecision, dataDirFacts, decideDataDir } from './files/data-choice.ts'
import { standardDataDirs } from '../common/files/data-paths.ts'
import type { HostOptions } from './host-options.ts'

/** Where the parts of the program lie. The same for the built program and for its sources run as they are. */
export type ProgramFiles = Readonly<{
  coreProcess: string
  readerProcess: string
  preload: string
  rendererDir: string
  resourcesDir: string
}>

/** Finds the parts from the address of a host's entry, in `out/main` or `src/main`. */
export function programFiles(entryUrl: string): ProgramFiles {
  const entry = fileURLToPath(entryUrl)
  const root = resolve(dirname(entry), '..', '..')
  return {
    coreProcess: join(dirname(entry), `core-process${extname(entry)}`),
    readerProcess: join(dirname(entry), `reader-process${extname(entry)}`),
    preload: join(root, 'out', 'preload', 'index.cjs'),
    rendererDir: join(root, 'out', 'renderer'),
    resourcesDir: join(root, 'resources'),
  }
}

/** The folder a run of the program works on; `discard` removes it when it was made for a demonstration. */
export type RunFolder = Readonly<{ dataDir: string; discard: () => Promise<void> }>

/** Which folder a run is to work on; a person may have to be asked. `root` is that of `profileRoot`. */
export async function decideRunFolder(
  options: HostOptions,
  root: string,
): Promise<DataDirDecision> {
  const standard = standardDataDirs(process.platform, process.env)
  return decideDataDir(await dataDirFacts(options.dataDir, root, standard))
}

/**
 * A demonstration gets a fresh temporary folder and never the person's own. `ready` names a demonstration board made
 * earlier (`HOI_AM_DEMO_BOARD`): the run works on a copy of it and starts in a second instead of ten.
 */
export async function openDemoFolder(ready?: string): Promise<RunFolder> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hoi-am-demo-'))
  if (ready !== undefined && ready !== '') await cp(ready, dataDir, { recursive: true })
  return {
    dataDir,
    // Windows lets go of a closed database a moment late.
    discard: () => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** The person's own folder, which stays when the run ends. */
export function keptFolder(dataDir: string): RunFolder {
  return { dataDir, discard: () => Promise.resolve() }
}

/**
 * What the core is told; `root` is that of `profileRoot`. A demonstration never touches the board's own database server
 * either.
 */
export function coreConfigOf(
  dataDir: string,
  options: HostOptions,
  files: ProgramFiles,
  root: string,
  databaseUrl: string | undefined,
): CoreConfig {
  const { demo } = options
  const profile = demo ? {} : { profileRoot: root }
  const config = { dataDir, resourcesDir: files.resourcesDir, demo, ...profile }
  return demo || databaseUrl === undefined ? config : { ...config, databaseUrl }
}
