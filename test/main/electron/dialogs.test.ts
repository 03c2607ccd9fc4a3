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

import type { MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { saveFile, unpackFile } from '#main/electron/dialogs.ts'
import { shellLanguage, shellMessages } from '#main/electron/messages.ts'
import { createPlaces } from '#main/electron/places.ts'
import { createRunningSaves } from '#main/electron/running-saves.ts'
import { createSavedFiles } from '#main/electron/saved-files.ts'
import { packLetters } from '#main/exports/letter-archive.ts'
import type { FileContent } from '#shared/protocol/core-messages.ts'
import type { Result } from '#shared/protocol/envelope.ts'
import { entryOf, from, unwatched } from '../exports/archive-tools.ts'

const bytes = new TextEncoder().encode('%PDF nội dung thư')
const letter: Result<FileContent> = {
  ok: true,
  data: { name: '01-TB-BQT.pdf', mediaType: 'application/pdf', bytes },
}
let dir: string
/** The profile of the window. */
let profile: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hoi-am-save-'))
  profile = mkdtempSync(join(tmpdir(), 'hoi-am-profile-'))
})
afterEach(() => {
  for (const folder of [dir, profile]) rmSync(folder, { recursive: true })
})

type Answer = Readonly<{ filePath: string; canceled?: boolean }>

/** Saves with the answers a person gives, one per dialog; `pressed` are the buttons of the boxes between them. */
async function save(
  answers: readonly Answer[],
  options: {
    file?: Result<FileContent>
    pressed?: readonly number[]
    platform?: NodeJS.Platform
  } = {},
) {
  const asked: SaveDialogOptions[] = []
  const said: MessageBoxOptions[] = []
  const fetched: string[] = []
  const revealed: string[] = []
  const saved = createSavedFiles((path) => revealed.push(path))
  const answer = await saveFile(
    {
      core: {
        download: async (_window, ticket) => {
          fetched.push(ticket)
          return options.file ?? letter
        },
      },
      ask: async (question) => {
        const given = answers[asked.push(question) - 1]
        return { canceled: given?.canceled ?? given === undefined, filePath: given?.filePath ?? '' }
      },
      say: async (box) => options.pressed?.[said.push(box) - 1] ?? 1,
      messages: shellMessages('vi'),
      places: createPlaces(profile),
      running: createRunningSaves(),
      saved,
      platform: options.platform ?? 'linux',
    },
    'window-1',
    'ticket',
  )
  return { answer, asked, said, fetched, saved, revealed }
}

it('writes the very bytes where the person chose, offering the name and type of the file', async () => {
  const path = join(dir, 'Thư trả lời.pdf')
  const { answer, asked } = await save([{ filePath: path }])
  expect(answer).toEqual({ ok: true, data: { saved: true } })
  expect(asked).toEqual([
    {
      title: 'Lưu tệp',
      defaultPath: '01-TB-BQT.pdf',
      filters: [
        { name: 'Tệp PDF', extensions: ['pdf'] },
        { name: 'Mọi loại tệp', extensions: ['*'] },
      ],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    },
  ])
  expect(new Uint8Array(readFileSync(path))).toEqual(bytes)
})

it('begins in the folder saved in last, as long as there is one', async () => {
  const folder = join(dir, 'Nguyễn Văn A (kế toán)')
  mkdirSync(folder)
  await save([{ filePath: join(folder, 'a.pdf') }])
  const [again] = (await save([])).asked
  expect(again?.defaultPath).toBe(join(folder, '01-TB-BQT.pdf'))
  rmSync(folder, { recursive: true })
  expect((await save([])).asked[0]?.defaultPath).toBe('01-TB-BQT.pdf')
})

it('puts the ending back, and then writes over nothing nobody was asked about', async () => {
  writeFileSync(join(dir, 'thư.pdf'), 'của tôi')
  const { saved, revealed } = await save([{ filePath: join(dir, 'thư') }])
  expect(readFileSync(join(dir, 'thư.pdf'), 'utf8')).toBe('của tôi')
  expect(new Uint8Array(readFileSync(join(dir, 'thư (2).pdf')))).toEqual(bytes)
  expect([saved.show('window-1'), revealed]).toEqual([true, [join(dir, 'thư (2).pdf')]])
})

it('writes nothing when the person changes their mind', async () => {
  const path = join(dir, 'thu.pdf')
  expect((await save([{ filePath: path, canceled: true }])).answer).toEqual({
    ok: true,
    data: { saved: false },
  })
  expect(existsSync(path)).toBe(false)
})

it('does not ask where to put a file that there is not', async () => {
  const file: Result<FileContent> = { ok: false, error: { code: 'NOT_FOUND' } }
  const { answer, asked } = await save([{ filePath: join(dir, 'thu.pdf') }], { file })
  expect(answer).toEqual(file)
  expect(asked).toEqual([])
})

describe('a place that does not take the file', () => {
  it('is explained, and another one takes it without fetching the file again', async () => {
    const bad = join(dir, 'gone', 'thu.pdf')
    const good = join(dir, 'thu.pdf')
    const { answer, asked, said, fetched } = await save([{ filePath: bad }, { filePath: good }], {
      pressed: [0],
    })
    expect(answer).toEqual({ ok: true, data: { saved: true } })
    expect(said).toMatchObject([
      {
        type: 'warning',
        message: 'Chưa lưu được “thu.pdf”',
        detail: shellMessages('vi').saveProblem.gone,
        buttons: ['Chọn chỗ khác…', 'Không lưu nữa'],
      },
    ])
    expect(asked[1]?.defaultPath).toBe('thu.pdf')
    expect(fetched).toEqual(['ticket'])
    expect(new Uint8Array(readFileSync(good))).toEqual(bytes)
  })

  it('is given up without a word of it reaching the window', async () => {
    const { answer, saved } = await save([{ filePath: join(dir, 'gone', 'thu.pdf') }])
    expect(answer).toEqual({ ok: true, data: { saved: false } })
    expect(saved.show('window-1')).toBe(false)
    expect(readdirSync(dir)).toEqual([])
  })
})

describe('what was saved last', () => {
  it('is shown to the window that saved it, while it is there', async () => {
    const path = join(dir, 'thư.pdf')
    const { saved, revealed } = await save([{ filePath: path }])
    expect([saved.show('window-2'), saved.show('window-1')]).toEqual([false, true])
    rmSync(path)
    expect(saved.show('window-1')).toBe(false)
    expect(revealed).toEqual([path])
  })
})

describe('the places saved in', () => {
  it.each([
    ['', 'nothing'],
    ['{"file":', 'half a note'],
    ['{"file":"relative"}', 'a folder of wherever the program was started'],
    ['{"file":5,"folder":null}', 'other things'],
  ])('are none in a note that says %j', async (text) => {
    writeFileSync(join(profile, 'places.json'), text)
    const places = createPlaces(profile)
    expect(await places.last('file')).toBeNull()
    await places.remember('file', dir)
    expect(await places.last('file')).toBe(dir)
  })

  it('are one for files and one for folders', async () => {
    const places = createPlaces(profile)
    await places.remember('file', dir)
    await places.remember('folder', profile)
    expect([await places.last('file'), await places.last('folder')]).toEqual([dir, profile])
  })

  it('are not waited for where a stick or a share that is gone answers nothing', async () => {
    const places = createPlaces(profile, () => new Promise(() => undefined))
    await places.remember('file', dir)
    // Without its patience this would wait until the test is given up.
    expect(await places.last('file')).toBeNull()
  })

  it('need no profile that can be written', async () => {
    const places = createPlaces(join(dir, 'gone'))
    await places.remember('file', dir)
    expect(await places.last('file')).toBeNull()
  })
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
    const revealed: string[] = []
    const saved = createSavedFiles((path) => revealed.push(path))
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
        places: createPlaces(profile),
        running: createRunningSaves(),
        saved,
      },
      'window-1',
      'ticket',
    )
    return { answer, asked, fetched, saved, revealed }
  }

  it('makes a new folder of the very letters where the person chose', async () => {
    const { answer, asked, fetched } = await unpack([dir])
    expect(answer).toEqual({ ok: true, data: { saved: true, files: 3 } })
    expect(fetched).toEqual([['window-1', 'ticket']])
    expect(asked).toEqual([
      {
        title: 'Chọn thư mục để lưu',
        message: 'Chọn thư mục để lưu',
        buttonLabel: 'Lưu vào đây',
        properties: ['openDirectory', 'createDirectory'],
      },
    ])
    const folder = join(dir, 'Hoi Am 2026-11-22')
    expect(readdirSync(folder).toSorted()).toEqual([...LETTERS, 'SHA256SUMS'])
    expect(readFileSync(join(folder, LETTERS[1] ?? ''), 'utf8')).toBe(
      '%PDF KN-2026-0002 02-TB-BQT.pdf',
    )
  })

  it('shows the new folder, and begins where it lies the next time', async () => {
    const { saved, revealed } = await unpack([dir])
    expect([saved.show('window-1'), revealed]).toEqual([true, [join(dir, 'Hoi Am 2026-11-22')]])
    expect((await unpack([])).asked[0]?.defaultPath).toBe(dir)
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
  expect(keysOf(shellMessages('en'))).toEqual(keysOf(shellMessages('vi')))
})

/** Every message by its whole name, with the places it has to fill. */
function keysOf(messages: object, prefix = ''): readonly string[] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value, `${prefix}${key}.`)
      : [`${prefix}${key} ${[...String(value).matchAll(/\{\w+\}/gu)].toSorted().join()}`],
  )
}
