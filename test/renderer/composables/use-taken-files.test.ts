// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { keepPage } from '#renderer/frame/life/keep-page.ts'
import { useTakenFiles, type TakenFilesOptions } from '#renderer/composables/use-taken-files.ts'

/** A file of any size without its bytes. */
function fileOf(name: string, size: number): File {
  return Object.defineProperty(new File(['a'], name), 'size', { value: size })
}

/** How a folder arrives: with a size, and nothing to read. */
function folderOf(name: string): File {
  const folder = fileOf(name, 4096)
  folder.slice = () => {
    throw new DOMException('no file', 'NotFoundError')
  }
  return folder
}

function transferOf(files: readonly File[], folders: readonly string[] = []): DataTransfer {
  const items = files.map(({ name }) => ({
    kind: 'file',
    webkitGetAsEntry: () => ({ name, isDirectory: folders.includes(name) }),
  }))
  return { types: ['Files'], files, items, dropEffect: 'copy' } as unknown as DataTransfer
}

const LINK = {
  types: ['text/uri-list', 'text/plain'],
  files: [],
  items: [],
  dropEffect: 'copy',
} as unknown as DataTransfer

function place(options?: TakenFilesOptions) {
  const taken: string[] = []
  const used = useTakenFiles((files) => taken.push(...files.map(({ name }) => name)), options)
  return { taken, ...used }
}

describe('what is dropped on a place for files', () => {
  it('is taken file by file, and each other thing is told with its reason', async () => {
    const { taken, refused, drop } = place()
    const files = [
      fileOf('ghi âm.mp3', 1000),
      folderOf('Hồ sơ'),
      fileOf('phim.mp4', 60 * 1024 * 1024),
      fileOf('rỗng.txt', 0),
      folderOf('biến mất.pdf'),
      fileOf('ảnh.png', 50 * 1024 * 1024),
    ]
    await drop(transferOf(files, ['Hồ sơ']))
    expect(taken).toEqual(['ghi âm.mp3', 'ảnh.png'])
    expect(refused.value).toEqual([
      { why: 'folder', name: 'Hồ sơ' },
      { why: 'too-large', name: 'phim.mp4' },
      { why: 'empty', name: 'rỗng.txt' },
      { why: 'unreadable', name: 'biến mất.pdf' },
    ])
  })

  it('is a folder alone: nothing is taken', async () => {
    const { taken, refused, drop } = place()
    await drop(transferOf([folderOf('Hồ sơ')], ['Hồ sơ']))
    expect([taken, refused.value]).toEqual([[], [{ why: 'folder', name: 'Hồ sơ' }]])
  })

  it('is too much at once: none is taken', async () => {
    const { taken, refused, drop } = place({ most: 3 })
    const files = ['1', '2', '3', '4'].map((name) => fileOf(name, 1))
    await drop(transferOf(files))
    expect([taken, refused.value]).toEqual([[], [{ why: 'too-many', given: 4, most: 3 }]])
  })

  it.each([
    ['a link or words', LINK],
    ['nothing at all', null],
  ])('is %s: only files are taken', async (_what, transfer) => {
    const { taken, refused, drop } = place()
    await drop(transfer)
    expect([taken, refused.value]).toEqual([[], [{ why: 'not-a-file' }]])
  })

  it('is forgotten with the next attempt, or when it was read', async () => {
    const { taken, refused, drop, choose, clear } = place()
    await drop(LINK)
    await choose([fileOf('a.pdf', 5)])
    expect([taken, refused.value]).toEqual([['a.pdf'], []])
    await choose([fileOf('b.pdf', 0)])
    clear()
    expect(refused.value).toEqual([])
  })

  it('is left to a place that judges each file itself', async () => {
    const { taken, drop } = place({ checks: false })
    await drop(transferOf([fileOf('rỗng.pdf', 0)]))
    expect(taken).toEqual(['rỗng.pdf'])
  })
})

describe('a drop beside every place for it', () => {
  let stop: () => void
  beforeEach(() => {
    stop = keepPage(window)
    document.body.innerHTML = '<main><textarea></textarea><div id="zone"></div></main>'
  })
  afterEach(() => stop())

  /** Whether the browser was kept from acting, and what the pointer shows. */
  function drag(
    type: string,
    selector: string,
    transfer: DataTransfer,
  ): readonly [boolean, string] {
    const event = new Event(type, { bubbles: true, cancelable: true })
    const dataTransfer = Object.assign({}, transfer, { dropEffect: 'copy' })
    Object.assign(event, { dataTransfer })
    document.querySelector(selector)?.dispatchEvent(event)
    return [event.defaultPrevented, dataTransfer.dropEffect]
  }

  it.each(['dragenter', 'dragover', 'drop'])('never leaves the page at %s', (type) => {
    const files = transferOf([fileOf('a.pdf', 1)])
    expect(drag(type, 'main', files)).toEqual([true, 'none'])
    expect(drag(type, 'main', LINK)).toEqual([true, 'none'])
    expect(drag(type, 'textarea', files)).toEqual([true, 'none'])
  })

  it('lets words be dragged into a field', () => {
    expect(drag('drop', 'textarea', LINK)).toEqual([false, 'copy'])
  })

  it('leaves a place alone that takes files', () => {
    const zone = document.querySelector('#zone')
    zone?.addEventListener('dragover', (event) => event.preventDefault())
    expect(drag('dragover', '#zone', transferOf([fileOf('a.pdf', 1)]))).toEqual([true, 'copy'])
  })
})
