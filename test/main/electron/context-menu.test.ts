import { EventEmitter } from 'node:events'

import type { BrowserWindow, EditFlags } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { contextMenuTemplate, showContextMenu } from '#main/electron/context-menu.ts'
import { shellMessages } from '#main/electron/messages.ts'

const shown = vi.hoisted(() => ({ menus: [] as [template: unknown, options: unknown][] }))
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: unknown) => ({
      popup: (options: unknown) => shown.menus.push([template, options]),
    }),
  },
}))

const ALL: EditFlags = {
  canUndo: true,
  canRedo: true,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: true,
}
const PASSWORD: EditFlags = { ...ALL, canCut: false, canCopy: false }
const EMPTY: EditFlags = { ...ALL, canCut: false, canCopy: false, canSelectAll: false }

describe('the right-click menu', () => {
  it.each<[string, boolean, string, EditFlags, readonly string[]]>([
    ['in a text', true, 'thư', ALL, ['cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll']],
    ['in a password', true, '', PASSWORD, ['paste', 'pasteAndMatchStyle', 'selectAll']],
    ['in an empty field', true, '', EMPTY, ['paste', 'pasteAndMatchStyle']],
    ['over marked text', false, 'thư', ALL, ['copy']],
    ['over marked blanks', false, ' \n ', ALL, []],
    ['elsewhere', false, '', ALL, []],
  ])('%s offers what can be done', (_, isEditable, selectionText, editFlags, roles) => {
    const place = { isEditable, selectionText, editFlags }
    const items = contextMenuTemplate(place, shellMessages('vi'))
    const usable = items.filter(({ role, enabled }) => role !== undefined && enabled === true)
    expect(usable.map(({ role }) => role)).toEqual(roles)
    if (!isEditable) expect(items).toHaveLength(roles.length)
  })

  it.each([
    ['vi', ['Cắt', 'Sao chép', 'Dán', 'Dán không kèm định dạng', 'Chọn tất cả']],
    ['en', ['Cut', 'Copy', 'Paste', 'Paste as Plain Text', 'Select All']],
  ] as const)('speaks %s', (language, labels) => {
    const place = { isEditable: true, selectionText: '', editFlags: ALL }
    const items = contextMenuTemplate(place, shellMessages(language))
    expect(items.flatMap(({ label }) => label ?? [])).toEqual(labels)
  })
})

describe('a right click', () => {
  const window = { webContents: new EventEmitter() }
  let language: 'vi' | 'en' = 'vi'
  showContextMenu(window as unknown as BrowserWindow, () => shellMessages(language))
  const click = (params: object): boolean =>
    window.webContents.emit(
      'context-menu',
      {},
      {
        ...{ isEditable: true, selectionText: '', editFlags: ALL, menuSourceType: 'mouse' },
        ...params,
      },
    )

  beforeEach(() => {
    shown.menus = []
  })

  it('opens the menu in the frame it was made in, in the language of the moment', () => {
    language = 'en'
    click({ frame: 'the frame' })
    const [[template, options] = []] = shown.menus
    expect(template).toEqual(expect.arrayContaining([expect.objectContaining({ label: 'Cut' })]))
    expect(options).toEqual({ window, frame: 'the frame', sourceType: 'mouse' })
  })

  it('opens it also when the frame has just gone', () => {
    click({ frame: null, menuSourceType: 'keyboard' })
    expect(shown.menus[0]?.[1]).toEqual({ window, sourceType: 'keyboard' })
  })

  it('opens none where nothing can be done', () => {
    click({ isEditable: false, frame: null })
    expect(shown.menus).toEqual([])
  })
})
