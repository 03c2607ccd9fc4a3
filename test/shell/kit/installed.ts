/** A machine on which the program was installed as an AppImage, and where what an installer starts is only written down. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Program } from './program.ts'

export type Installed = Readonly<{
  /** The file the program was started by, which an update takes the place of. */
  file: string
  environment: Readonly<Record<string, string>>
}>

/** What an AppImage finds around it: its file, where it is unpacked, and what electron-builder leaves in its resources. */
export function installAppImage(home: string): Installed {
  const mounted = join(home, 'mounted')
  const resources = join(mounted, 'resources')
  mkdirSync(resources, { recursive: true })
  writeFileSync(join(resources, 'app-update.yml'), 'updaterCacheDirName: hoi-am-updater\n')
  const file = join(home, 'hoi-am.AppImage')
  writeFileSync(file, 'the version before')
  return { file, environment: { APPIMAGE: file, APPDIR: mounted, STAND_IN_RESOURCES: resources } }
}

/** From now on the new version is not started but written down: no test may start what it was given. */
export async function stopAtInstaller(program: Program): Promise<() => readonly string[]> {
  const path = join(program.home, 'started.json')
  await program.run((_electron, journal) => {
    const childProcess = process.getBuiltinModule('node:child_process')
    const { writeFileSync: write } = process.getBuiltinModule('node:fs')
    const { EventEmitter } = process.getBuiltinModule('node:events')
    Reflect.set(childProcess, 'spawn', (command: string) => {
      write(journal, JSON.stringify([command]))
      return Object.assign(new EventEmitter(), { pid: 1, unref: () => undefined })
    })
  }, path)
  return () => (existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as string[]) : [])
}
