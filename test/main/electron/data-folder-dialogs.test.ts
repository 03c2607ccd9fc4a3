import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { MessageBoxOptions } from 'electron'
import { describe, expect, it } from 'vitest'

import {
  askAboutGone,
  askWhichBoard,
  chooseDataFolder,
  type FolderDialogs,
} from '#main/electron/data-folder-dialogs.ts'
import { shellMessages } from '#main/electron/messages.ts'
import { restartOptions, startAgainOptions } from '#main/electron/restart.ts'

import { temporaryFolder } from '../files/temporary-folder.ts'

const messages = shellMessages('vi')
const words = messages.dataFolder

/** Dialogs answered by a person who chooses and presses these, one after the other, and then gives up. */
function person(chosen: readonly string[], pressed: readonly number[], remember = async () => {}) {
  const said: MessageBoxOptions[] = []
  const remembered: string[] = []
  let asked = 0
  const dialogs: FolderDialogs = {
    messages,
    ask: async () => {
      const folder = chosen[asked]
      asked += 1
      return { canceled: folder === undefined, filePaths: folder === undefined ? [] : [folder] }
    },
    say: async (box) => {
      const answer = pressed[said.push(box) - 1]
      return answer ?? box.cancelId ?? 0
    },
    remember: async (dir) => {
      await remember()
      remembered.push(dir)
    },
  }
  return { dialogs, said, remembered }
}

describe('choosing a folder for the data', () => {
  it('takes a new folder after it was confirmed, and says that it begins anew', async () => {
    const dir = join(await temporaryFolder(), 'Nguyễn Văn A (kế toán)')
    await mkdir(dir)
    const { dialogs, said, remembered } = person([dir], [0])
    expect(await chooseDataFolder(dialogs)).toBe(dir)
    expect(remembered).toEqual([dir])
    expect(said).toMatchObject([{ message: words.restart, buttons: ['Khởi động lại', 'Hủy'] }])
    expect(said[0]?.detail).toContain(`${dir}\n`)
    expect(said[0]?.detail).toContain('thiết lập lần đầu')
  })

  it('makes its own folder among the documents of somebody', async () => {
    const documents = await temporaryFolder()
    await writeFile(join(documents, 'thư.docx'), '')
    const { dialogs, remembered } = person([documents], [0])
    expect(await chooseDataFolder(dialogs)).toBe(join(documents, 'Hoi Am'))
    expect(remembered).toEqual([join(documents, 'Hoi Am')])
    expect((await readdir(documents)).toSorted()).toEqual(['Hoi Am', 'thư.docx'])
  })

  it('says that a folder holds a board already', async () => {
    const dir = await temporaryFolder()
    await writeFile(join(dir, 'keys.json'), '')
    const { dialogs, said } = person([dir], [0])
    expect(await chooseDataFolder(dialogs)).toBe(dir)
    expect(said[0]?.detail).toContain('đã có dữ liệu Hồi Âm')
  })

  it('explains what a folder lacks, and goes on to the next', async () => {
    const home = await temporaryFolder()
    const synced = join(home, 'OneDrive - Công ty')
    const fit = join(home, 'Hoi Am')
    for (const dir of [synced, fit]) await mkdir(dir)
    const { dialogs, said } = person([synced, join(home, 'gone'), fit], [0, 0, 0])
    expect(await chooseDataFolder(dialogs)).toBe(fit)
    expect(said.map(({ detail }) => detail)).toEqual([
      words.reasons.CLOUD_SYNC,
      words.reasons.UNREACHABLE,
      expect.stringContaining(fit),
    ])
    expect(await readdir(synced)).toEqual([])
  })

  it.each([
    ['closes the first dialog', [] as const, [] as const],
    ['does not confirm', ['documents'] as const, [1] as const],
  ])('changes nothing when the person %s', async (_what, names, pressed) => {
    const home = await temporaryFolder()
    await mkdir(join(home, 'documents'))
    await writeFile(join(home, 'documents', 'thư.docx'), '')
    const { dialogs, remembered } = person(
      names.map((name) => join(home, name)),
      pressed,
    )
    expect(await chooseDataFolder(dialogs)).toBeNull()
    expect(remembered).toEqual([])
    expect(await readdir(join(home, 'documents'))).toEqual(['thư.docx'])
  })

  it('does not go to a folder it cannot remember', async () => {
    const dir = await temporaryFolder()
    const { dialogs, said } = person([dir], [0], () => Promise.reject(new Error('full')))
    expect(await chooseDataFolder(dialogs)).toBeNull()
    expect(said.at(-1)?.detail).toContain(words.notRemembered)
  })
})

describe('two boards on one machine', () => {
  it('are shown with path, last change and size, and none is taken by pressing Enter', async () => {
    const home = await temporaryFolder()
    const boards = ['Local', 'Roaming'].map((name, at) => ({
      dir: join(home, name),
      changedAt: Date.parse('2026-11-22T01:30:00Z') + at * 86_400_000,
      bytes: 1_500_000,
    }))
    const { dialogs, said, remembered } = person([], [1])
    expect(await askWhichBoard(dialogs, boards)).toBe(boards[1]?.dir)
    expect(remembered).toEqual([boards[1]?.dir])
    expect(said[0]).toMatchObject({
      buttons: ['Dùng thư mục 1', 'Dùng thư mục 2', 'Thoát'],
      defaultId: 2,
      cancelId: 2,
    })
    expect(said[0]?.detail).toContain(join(home, 'Local'))
    expect(said[0]?.detail).toMatch(/08:30[\s\S]*22\/11[\s\S]*1,5 MB/u)
    expect(await askWhichBoard(person([], []).dialogs, boards)).toBeNull()
  })
})

it.each([
  [0, 'retry'],
  [1, 'choose'],
  [2, 'quit'],
] as const)('a data folder that is gone: button %i means %s', async (button, meaning) => {
  const { dialogs, said } = person([], [button])
  expect(await askAboutGone(dialogs, 'E:\\Hồi Âm')).toBe(meaning)
  expect(said[0]?.detail).toContain('E:\\Hồi Âm')
})

describe('starting again', () => {
  it('goes without the folder named on the command line, which would win', () => {
    const argv = ['/opt/hoi-am', '.', '--data-dir=/old', '--no-open']
    expect(restartOptions(argv, {})).toEqual({ args: ['.', '--no-open'] })
  })

  it('starts an AppImage by its own file', () => {
    expect(
      restartOptions(['/tmp/.mount/hoi-am'], { APPIMAGE: '/home/an/Hoi-Am.AppImage' }),
    ).toEqual({ args: [], execPath: '/home/an/Hoi-Am.AppImage' })
  })

  it('just as it was keeps the folder named on the command line, by the file of an AppImage too', () => {
    const argv = ['/tmp/.mount/hoi-am', '--data-dir=/board']
    expect(startAgainOptions(argv, {})).toEqual({ args: ['--data-dir=/board'] })
    expect(startAgainOptions(argv, { APPIMAGE: '/home/an/Hoi-Am.AppImage' })).toEqual({
      args: ['--data-dir=/board'],
      execPath: '/home/an/Hoi-Am.AppImage',
    })
  })
})
