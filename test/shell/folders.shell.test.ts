/** Which folder the program works on: asked for when it is gone, left for another when it is unfit, never changed meanwhile. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { profileRoot } from '#main/common/files/data-paths.ts'
import { rememberDataDir } from '#main/host/files/data-choice.ts'
import { shellMessages } from '#main/electron/messages.ts'
import { openVault } from '#main/vault/vault.ts'
import { setUp, signIn } from '#test/e2e/kit/board.ts'
import { openBare } from '../../scripts/bench/bare-driver.ts'
import { closeWindow } from './kit/ending.ts'
import { makeFolders } from './kit/folders.ts'
import { needing } from './kit/needing.ts'
import { answerOpen, journalOf, relaunchOf } from './kit/outside.ts'
import type { Program, StartOptions } from './kit/program.ts'
import { openShellDesk } from './kit/shell-desk.ts'
import { startProgram } from './kit/start-program.ts'
import { CHAIR } from './walks/walk.ts'

const { dataFolder, startProblem } = shellMessages('vi')
const ROOT = join(import.meta.dirname, '../..')

let home = ''
let program: Program | null = null

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hoi-am-folders-'))
})
afterEach(async () => {
  await program?.stop()
  program = null
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})

async function start(options: Omit<StartOptions, 'home'> = {}): Promise<Program> {
  await program?.stop()
  program = await startProgram({ home, ...options })
  return program
}

/** Makes a board in the standard place of this home, or in the folder that the flags name, and closes it. */
async function makeBoard(flags?: readonly string[]): Promise<void> {
  const running = await start(flags === undefined ? {} : { flags })
  await setUp(await openShellDesk(running), CHAIR)
  await closeWindow(running)
  expect(await running.ended).toBe(0)
}

/** The note of an earlier choice on this machine. */
function choseEarlier(dir: string): Promise<void> {
  const { environment } = makeFolders(home)
  const appData = process.platform === 'linux' ? environment['XDG_CONFIG_HOME'] : undefined
  return rememberDataDir(profileRoot(process.platform, environment, appData), dir)
}

/** What lies in a folder, so that a change of any byte is seen. */
function contentOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .sort()
}

const messages = () =>
  journalOf(home).flatMap((word) => (word.kind === 'message' ? [word.message] : []))

describe('a folder chosen earlier that is gone', () => {
  const RETRY = 0
  const CHOOSE = 1
  const QUIT = 2
  const RESTART = 0

  it('is asked about, and another is chosen and worked in after the restart', async () => {
    const gone = join(home, 'stick', 'Hoi Am')
    const chosen = join(home, 'chosen')
    mkdirSync(chosen)
    await choseEarlier(gone)
    const asking = await start({
      flags: [],
      answers: { buttons: [CHOOSE, RESTART], opens: [chosen] },
    })
    expect(await asking.ended).toBe(0)
    expect(messages()).toEqual([dataFolder.gone, dataFolder.restart])
    expect(existsSync(gone), 'nothing is made in its place').toBe(false)
    await makeBoard(relaunchOf(home))
    expect(readdirSync(chosen)).toContain('hoi-am.db')
  })

  it('is looked for again once its stick is back, and its board is there', async () => {
    const stick = join(home, 'stick')
    await makeBoard([`--data-dir=${stick}`])
    await choseEarlier(stick)
    const away = join(home, 'away')
    cpSync(stick, away, { recursive: true })
    rmSync(stick, { recursive: true })
    const asking = await start({ flags: [], answers: { buttons: [RETRY] } })
    expect(await asking.ended).toBe(0)
    expect(existsSync(stick)).toBe(false)
    cpSync(away, stick, { recursive: true })
    const desk = await openShellDesk(await start({ flags: relaunchOf(home) }))
    await signIn(desk, CHAIR)
  })

  it('leaves everything as it is for whoever would rather not say', async () => {
    await choseEarlier(join(home, 'stick'))
    const asking = await start({ flags: [], answers: { buttons: [QUIT] } })
    expect(await asking.ended).toBe(0)
    expect(journalOf(home).map(({ kind }) => kind)).toEqual(['message'])
    expect(existsSync(join(home, 'stick'))).toBe(false)
    expect(existsSync(join(home, 'share', 'hoi-am'))).toBe(false)
  })
})

it('a file in place of the folder: another is chosen, and worked in after the restart; the file stays', async () => {
  const chosen = join(home, 'chosen')
  mkdirSync(chosen)
  writeFileSync(join(home, 'data'), 'not a folder')
  const running = await start({ answers: { buttons: [0] } })
  const { t, heading, press } = await openShellDesk(running)
  await heading(t('session.failedTitle'))
  await answerOpen(running, chosen)
  await press(t('session.folder.choose'))
  expect(await running.ended).toBe(0)
  expect(messages()).toEqual([dataFolder.restart])
  const flags = relaunchOf(home)
  expect(flags.join(), 'the folder named at the start would win over the choice').not.toContain(
    '--data-dir',
  )
  await makeBoard(flags)
  expect(readdirSync(chosen)).toContain('hoi-am.db')
  expect(readFileSync(join(home, 'data'), 'utf8')).toBe('not a folder')
})

it('a board of a newer version is named as one, and not a byte of it is changed', async () => {
  await makeBoard()
  const folder = join(home, 'data')
  const vault = await openVault(folder)
  const { keys } = await vault.unlock(CHAIR)
  const bare = openBare(join(folder, 'hoi-am.db'), keys.databaseKey)
  bare.exec(
    'UPDATE schema_version SET version = 9999 WHERE version = (SELECT max(version) FROM schema_version)',
  )
  bare.pragma('wal_checkpoint(TRUNCATE)')
  bare.close()
  const running = await start()
  const desk = await openShellDesk(running)
  const before = readFileSync(join(folder, 'hoi-am.db'))
  await desk.fill(desk.t('session.username'), CHAIR.username)
  await desk.fill(desk.t('session.password'), CHAIR.password)
  await desk.press(desk.t('session.signIn'))
  await desk.sees(desk.t('errors.DATABASE_TOO_NEW'))
  await closeWindow(running)
  expect(await running.ended).toBe(0)
  expect(readFileSync(join(folder, 'hoi-am.db')).equals(before)).toBe(true)
})

/** Whoever is root may write everywhere: only a disk that takes no writing is one for them too. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && canMount()

function canMount(): boolean {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

it.skipIf(!mayMount)(
  'a folder on a disk that takes no writing: said, left whole, another is chosen',
  async () => {
    const disk = join(home, 'disk')
    const chosen = join(home, 'chosen')
    mkdirSync(disk)
    mkdirSync(chosen)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', disk])
    try {
      const folder = join(disk, 'data')
      await makeBoard([`--data-dir=${folder}`])
      const before = contentOf(folder)
      execFileSync('mount', ['-o', 'remount,ro', disk])
      const running = await start({ flags: [`--data-dir=${folder}`], answers: { buttons: [0] } })
      const { t, heading, press, sees } = await openShellDesk(running)
      await heading(t('session.failedTitle'))
      await sees(t('session.folder.READ_ONLY'))
      await answerOpen(running, chosen)
      await press(t('session.folder.choose'))
      expect(await running.ended).toBe(0)
      await makeBoard(relaunchOf(home))
      expect(readdirSync(chosen)).toContain('hoi-am.db')
      expect(contentOf(folder)).toEqual(before)
    } finally {
      await program?.stop()
      execFileSync('umount', ['-l', disk])
    }
  },
)

needing('other-build').it(
  'a program of which a part is missing says so, where its log is, and ends with a failure',
  async () => {
    // Within the project: what it imports is found from there.
    const tree = mkdtempSync(join(ROOT, 'test/output/incomplete-'))
    try {
      for (const part of ['out/main', 'out/preload']) {
        cpSync(join(ROOT, part), join(tree, part), { recursive: true })
      }
      cpSync(join(ROOT, 'package.json'), join(tree, 'package.json'))
      const running = await start({ needs: { 'other-build': join(tree, 'out/main/index.js') } })
      expect(await running.ended).toBe(1)
      const [said] = journalOf(home)
      if (said?.kind !== 'message') throw new Error('It said nothing.')
      expect(said.message).toBe(startProblem.PROGRAM_INCOMPLETE)
      expect(said).toMatchObject({ detail: expect.stringContaining('.log') as string })
      expect(JSON.stringify(said)).not.toContain(home)
      expect(existsSync(join(home, 'data', 'hoi-am.db'))).toBe(false)
    } finally {
      rmSync(tree, { recursive: true, force: true })
    }
  },
)

it('a demonstration closed by its X ends well and leaves nothing behind', async () => {
  const boards = () =>
    readdirSync(join(home, 'tmp')).filter((name) => name.startsWith('hoi-am-demo-'))
  const running = await start({ demo: true })
  await openShellDesk(running)
  expect(boards()).toHaveLength(1)
  await closeWindow(running)
  expect(await running.ended).toBe(0)
  const left = boards().flatMap((name) => [
    name,
    ...readdirSync(join(home, 'tmp', name), { recursive: true, encoding: 'utf8' }),
  ])
  expect(left).toEqual([])
})
