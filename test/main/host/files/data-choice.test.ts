import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import {
  dataDirFacts,
  dataDirWithin,
  decideDataDir,
  rememberDataDir,
  rememberedDataDir,
} from '#main/host/files/data-choice.ts'
import { profileDir, profileRoot, standardDataDirs } from '#main/common/files/data-paths.ts'
import { findBoards, folderBytes } from '#main/host/files/found-boards.ts'

import { temporaryFolder } from '../../files/temporary-folder.ts'

type Environment = Record<string, string>

const ACCOUNTANT = 'C:\\Users\\Nguyễn Văn A (kế toán)'

describe('the standard data folders', () => {
  it.each<[NodeJS.Platform, Environment, readonly string[]]>([
    [
      'win32',
      {
        LOCALAPPDATA: `${ACCOUNTANT}\\AppData\\Local`,
        APPDATA: `${ACCOUNTANT}\\AppData\\Roaming`,
      },
      [`${ACCOUNTANT}\\AppData\\Local\\Hoi Am`, `${ACCOUNTANT}\\AppData\\Roaming\\Hoi Am`],
    ],
    [
      'win32',
      { USERPROFILE: ACCOUNTANT },
      [`${ACCOUNTANT}\\AppData\\Local\\Hoi Am`, `${ACCOUNTANT}\\AppData\\Roaming\\Hoi Am`],
    ],
    [
      'win32',
      { LOCALAPPDATA: 'C:\\L', APPDATA: '\\\\server\\profiles\\an' },
      ['C:\\L\\Hoi Am', '\\\\server\\profiles\\an\\Hoi Am'],
    ],
    ['win32', { LOCALAPPDATA: 'C:\\Same', APPDATA: 'c:\\same' }, ['C:\\Same\\Hoi Am']],
    ['darwin', { HOME: '/Users/Trần B' }, ['/Users/Trần B/Library/Application Support/Hoi Am']],
    ['linux', { HOME: '/home/an' }, ['/home/an/.local/share/hoi-am']],
    ['linux', { HOME: '/home/an', XDG_DATA_HOME: '/data' }, ['/data/hoi-am']],
    ['linux', { HOME: '/home/an', XDG_DATA_HOME: '' }, ['/home/an/.local/share/hoi-am']],
  ])('on %s %#', (platform, env, expected) => {
    expect(standardDataDirs(platform, env)).toEqual(expected)
  })
})

describe('the profile of the window', () => {
  it.each<[NodeJS.Platform, Environment, string | undefined, string]>([
    ['win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\Roaming', 'C:\\L\\Hoi Am Window'],
    [
      'win32',
      { USERPROFILE: ACCOUNTANT },
      undefined,
      `${ACCOUNTANT}\\AppData\\Local\\Hoi Am Window`,
    ],
    ['darwin', {}, '/Users/an/Library/X', '/Users/an/Library/X/Hoi Am Window'],
    ['darwin', { HOME: '/U/an' }, undefined, '/U/an/Library/Application Support/Hoi Am Window'],
    ['linux', { HOME: '/home/an' }, undefined, '/home/an/.config/Hoi Am Window'],
    ['linux', { XDG_CONFIG_HOME: '/c' }, undefined, '/c/Hoi Am Window'],
  ])('lies on %s %# in no profile that roams', (platform, env, appData, expected) => {
    expect(profileRoot(platform, env, appData)).toBe(expected)
  })

  it('is another one for each data folder', () => {
    expect(profileDir('/p', '/a')).not.toBe(profileDir('/p', '/b'))
    expect(profileDir('/p', '/a')).toBe(profileDir('/p', '/a'))
  })
})

describe('which folder a run works on', () => {
  const board = (dir: string) => ({ dir, changedAt: 1, bytes: 1 })
  const facts = { named: null, chosen: null, found: [], fresh: 'L' } as const

  it.each([
    ['named on the command line', { named: 'X', chosen: { dir: 'C', isThere: true } }, 'X'],
    ['chosen before', { chosen: { dir: 'C', isThere: true }, found: [board('R')] }, 'C'],
    ['where the one board was found', { found: [board('R')] }, 'R'],
    ['new where there is none', {}, 'L'],
  ])('%s', (_which, changes, dir) => {
    expect(decideDataDir({ ...facts, ...changes })).toEqual({ kind: 'use', dir })
  })

  it('is never guessed between two boards', () => {
    const found = [board('L'), board('R')]
    expect(decideDataDir({ ...facts, found })).toEqual({ kind: 'several', boards: found })
  })

  it('is never a new one where the chosen one is gone', () => {
    const chosen = { dir: 'C', isThere: false }
    expect(decideDataDir({ ...facts, chosen })).toEqual({ kind: 'gone', dir: 'C' })
  })
})

describe('on a real disk', () => {
  async function machine() {
    const home = join(await temporaryFolder(), 'Nguyễn Văn A (kế toán)')
    const standard = [join(home, 'Local', 'Hoi Am'), join(home, 'Roaming', 'Hoi Am')] as const
    const decide = async () => decideDataDir(await dataDirFacts(null, join(home, 'p'), standard))
    return { home, root: join(home, 'p'), standard, decide }
  }

  async function makeBoard(dir: string, changedAt: Date): Promise<void> {
    await mkdir(join(dir, 'files'), { recursive: true })
    for (const name of ['keys.json', 'hoi-am.db', 'files/x']) {
      await writeFile(join(dir, name), 'x'.repeat(10))
      await utimes(join(dir, name), changedAt, changedAt)
    }
  }

  it('an existing board stays where it is found, an empty folder beside it or not', async () => {
    const { standard, decide } = await machine()
    await makeBoard(standard[1], new Date())
    await mkdir(standard[0], { recursive: true })
    expect(await decide()).toEqual({ kind: 'use', dir: standard[1] })
  })

  it('two boards are both shown, with what tells them apart', async () => {
    const { standard, decide } = await machine()
    const [early, late] = [new Date('2026-01-02T03:04:05Z'), new Date('2026-05-06T07:08:09Z')]
    await makeBoard(standard[0], early)
    await makeBoard(standard[1], late)
    expect(await decide()).toEqual({
      kind: 'several',
      boards: [
        { dir: standard[0], changedAt: early.getTime(), bytes: 30 },
        { dir: standard[1], changedAt: late.getTime(), bytes: 30 },
      ],
    })
  })

  it('a choice is remembered, and asked about when its folder is gone', async () => {
    const { home, root, standard, decide } = await machine()
    await makeBoard(standard[0], new Date())
    await makeBoard(standard[1], new Date())
    const dir = join(home, 'D', 'Dữ liệu [ban] #1 %20')
    await mkdir(dir, { recursive: true })
    await rememberDataDir(root, dir)
    expect(await decide()).toEqual({ kind: 'use', dir })
    await rememberDataDir(root, join(home, 'gone'))
    expect(await decide()).toEqual({ kind: 'gone', dir: join(home, 'gone') })
  })

  it.each([
    ['', 'nothing'],
    ['{', 'half a note'],
    ['{"dataDir":7}', 'a number'],
    ['{"dataDir":"relative/folder"}', 'a folder of wherever the program was started'],
    ['[]', 'another thing'],
  ])('a note that says %j is none', async (text) => {
    const root = await temporaryFolder()
    await writeFile(join(root, 'data-folder.json'), text)
    expect(await rememberedDataDir(root)).toBeNull()
  })

  it('a folder without keys or database is no board, and one that is not there neither', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'letter.pdf'), 'x')
    expect(await findBoards([folder, join(folder, 'none')])).toEqual([])
    expect(await folderBytes(folder)).toBe(1)
    expect(await folderBytes(join(folder, 'none'))).toBe(0)
  })

  it('choosing leaves nothing but the note', async () => {
    const root = join(await temporaryFolder(), 'p')
    await rememberDataDir(root, '/somewhere')
    expect(await readdir(root)).toEqual(['data-folder.json'])
  })
})

describe('a folder a person points at', () => {
  it.each<[string, readonly string[], boolean]>([
    ['empty', [], true],
    ['with what macOS and Windows put there', ['.DS_Store', 'desktop.ini'], true],
    ['a board', ['keys.json', 'hoi-am.db', 'notes.txt'], true],
    ['a board with its database only', ['hoi-am.db'], true],
    ['full of documents', ['thư.docx'], false],
    ['the top of a disk', ['$RECYCLE.BIN', 'Users'], false],
  ])('%s', (_what, names, itself) => {
    expect(dataDirWithin('/d', names)).toBe(itself ? '/d' : join('/d', 'Hoi Am'))
  })
})
