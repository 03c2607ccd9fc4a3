import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { SaveDialogOptions } from 'electron'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { saveFile } from '#main/electron/dialogs.ts'
import { shellLanguage, shellMessages } from '#main/electron/messages.ts'
import type { FileContent } from '#shared/contract/core-messages.ts'
import type { Result } from '#shared/contract/envelope.ts'

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
