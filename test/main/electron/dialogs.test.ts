import {
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

import type { OpenDialogOptions, SaveDialogOptions } from 'electron'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { saveFile, unpackFile } from '#main/electron/dialogs.ts'
import { shellLanguage, shellMessages } from '#main/electron/messages.ts'
import { packLetters } from '#main/exports/letter-archive.ts'
import type { FileContent } from '#shared/contract/core-messages.ts'
import type { Result } from '#shared/contract/envelope.ts'
import { entryOf, from, unwatched } from '../exports/archive-tools.ts'

const bytes = new TextEncoder().encode('%PDF nội dung thư')
const letter: Result<FileContent> = {
  ok: true,
  data: { name: '01-TB-BQT.pdf', mediaType: 'application/pdf', bytes },
}
let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hoi-am-save-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

function save(filePath: string, options: { canceled?: boolean; file?: Result<FileContent> } = {}) {
  const asked: SaveDialogOptions[] = []
  const result = saveFile(
    {
      core: { download: async () => options.file ?? letter },
      ask: async (question) => {
        asked.push(question)
        return { canceled: options.canceled ?? false, filePath }
      },
      messages: shellMessages('vi'),
    },
    'window-1',
    'ticket',
  )
  return result.then((answer) => ({ answer, asked }))
}

it('writes the very bytes where the person chose, offering the name of the file', async () => {
  const path = join(dir, 'Thư trả lời.pdf')
  const { answer, asked } = await save(path)
  expect(answer).toEqual({ ok: true, data: { saved: true } })
  expect(asked).toMatchObject([{ title: 'Lưu tệp', defaultPath: '01-TB-BQT.pdf' }])
  expect(new Uint8Array(readFileSync(path))).toEqual(bytes)
})

it('writes nothing when the person changes their mind', async () => {
  const path = join(dir, 'thu.pdf')
  expect((await save(path, { canceled: true })).answer).toEqual({
    ok: true,
    data: { saved: false },
  })
  expect(existsSync(path)).toBe(false)
})

it('does not ask where to put a file that there is not', async () => {
  const file: Result<FileContent> = { ok: false, error: { code: 'NOT_FOUND' } }
  const { answer, asked } = await save(join(dir, 'thu.pdf'), { file })
  expect(answer).toEqual(file)
  expect(asked).toEqual([])
})

it('says that it could not be written, without telling the window the path', async () => {
  const { answer } = await save(join(dir, 'gone', 'thu.pdf'))
  expect(answer.ok).toBe(false)
  expect(JSON.stringify(answer)).not.toContain(dir)
})

describe('unpacking an archive of letters', () => {
  const LETTERS = ['KN-2026-0001 01-TB-BQT.pdf', 'KN-2026-0002 02-TB-BQT.pdf']

  /** The archive the core packs, as it comes out of a ticket. */
  async function archive(): Promise<Result<FileContent>> {
    const entries = LETTERS.map((name) => entryOf(name, `%PDF ${name}`))
    const packed = await packLetters(from(entries), unwatched())
    const name = 'Hoi Am 2026-11-22.zip'
    return { ok: true, data: { name, mediaType: 'application/zip', bytes: packed.bytes } }
  }

  async function unpack(
    filePaths: readonly string[],
    options: { canceled?: boolean; file?: Result<FileContent> } = {},
  ) {
    const asked: OpenDialogOptions[] = []
    const fetched: string[][] = []
    const file = options.file ?? (await archive())
    const answer = await unpackFile(
      {
        core: {
          download: async (...which) => {
            fetched.push(which)
            return file
          },
        },
        ask: async (question) => {
          asked.push(question)
          return { canceled: options.canceled ?? false, filePaths: [...filePaths] }
        },
        messages: shellMessages('vi'),
      },
      'window-1',
      'ticket',
    )
    return { answer, asked, fetched }
  }

  it('makes a new folder of the very letters where the person chose', async () => {
    const { answer, asked, fetched } = await unpack([dir])
    expect(answer).toEqual({ ok: true, data: { saved: true, files: 3 } })
    expect(fetched).toEqual([['window-1', 'ticket']])
    expect(asked).toEqual([
      { title: 'Chọn thư mục để lưu', properties: ['openDirectory', 'createDirectory'] },
    ])
    const folder = join(dir, 'Hoi Am 2026-11-22')
    expect(readdirSync(folder).toSorted()).toEqual([...LETTERS, 'SHA256SUMS'])
    expect(readFileSync(join(folder, LETTERS[1] ?? ''), 'utf8')).toBe(
      '%PDF KN-2026-0002 02-TB-BQT.pdf',
    )
  })

  it('leaves a folder of that name as it is, and makes another', async () => {
    const taken = join(dir, 'Hoi Am 2026-11-22')
    mkdirSync(taken)
    writeFileSync(join(taken, 'ghi chú.txt'), 'của tôi')
    expect((await unpack([dir])).answer).toMatchObject({ ok: true, data: { saved: true } })
    expect(readdirSync(taken)).toEqual(['ghi chú.txt'])
    expect(readdirSync(join(dir, 'Hoi Am 2026-11-22 (2)'))).toHaveLength(3)
  })

  it.each([
    ['closed the dialog', [], true],
    ['chose, and then cancelled', ['/chosen'], true],
    ['chose nothing', [], false],
  ])('writes nothing when the person %s', async (_name, filePaths, canceled) => {
    expect((await unpack(filePaths, { canceled })).answer).toEqual({
      ok: true,
      data: { saved: false, files: 0 },
    })
    expect(readdirSync(dir)).toEqual([])
  })

  it('does not ask where to put an archive that there is not', async () => {
    const file: Result<FileContent> = { ok: false, error: { code: 'NOT_FOUND' } }
    const { answer, asked } = await unpack([dir], { file })
    expect([answer, asked]).toEqual([file, []])
  })

  it('leaves nothing of an archive that is damaged', async () => {
    const whole = await archive()
    if (!whole.ok) throw new Error('no archive')
    const damaged = Uint8Array.from(whole.data.bytes)
    const place = Buffer.from(damaged.buffer).indexOf('SHA256SUMS') + 20
    damaged[place] = (damaged[place] ?? 0) ^ 0xff
    const file: Result<FileContent> = { ok: true, data: { ...whole.data, bytes: damaged } }
    expect((await unpack([dir], { file })).answer).toEqual({
      ok: false,
      error: { code: 'FILE_ALTERED' },
    })
    expect(readdirSync(dir)).toEqual([])
  })

  it('says that it could not be written, without telling the window the path', async () => {
    const { answer } = await unpack([join(dir, 'gone')])
    expect(answer).toEqual({ ok: false, error: { code: 'DATA_FOLDER_UNFIT' } })
    expect(JSON.stringify(answer)).not.toContain(dir)
  })
})

it.each([
  [['vi-VN', 'en-US'], 'vi'],
  [['en-GB'], 'en'],
  [['fr-FR', 'en-US'], 'en'],
  [['fr-FR'], 'vi'],
  [[], 'vi'],
])('speaks to a person who reads %j in %s', (preferred, expected) => {
  expect(shellLanguage(preferred)).toBe(expected)
})

it('has the same words in both languages', () => {
  expect(Object.keys(shellMessages('en'))).toEqual(Object.keys(shellMessages('vi')))
})
