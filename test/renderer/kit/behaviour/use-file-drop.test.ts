// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'

import { useFileDrop } from '#renderer/kit/behaviour/use-file-drop.ts'
import { mounted } from '../../mounted.ts'

/** Something is dragged over or dropped on a part of the window; says whether the browser was kept from it. */
function drag(type: string, types: readonly string[], files: readonly File[] = []): boolean {
  const event = new Event(type, { bubbles: true, cancelable: true })
  Object.assign(event, { dataTransfer: { types, files }, relatedTarget: null })
  document.body.dispatchEvent(event)
  return event.defaultPrevented
}

function screen() {
  const taken: string[][] = []
  const { used: over, unmount } = mounted(() =>
    useFileDrop((dropped) => taken.push([...(dropped?.files ?? [])].map(({ name }) => name))),
  )
  return { taken, over, unmount }
}

describe('files dropped on a screen', () => {
  it('are taken wherever they fall, and the browser does not leave to open them', () => {
    const { taken, over, unmount } = screen()
    expect(drag('dragover', ['Files'])).toBe(true)
    expect(over.value).toBe(true)
    expect(drag('drop', ['Files'], [new File(['a'], 'a.pdf'), new File(['b'], 'b.pdf')])).toBe(true)
    expect([taken, over.value]).toEqual([[['a.pdf', 'b.pdf']], false])
    unmount()
  })

  it('are not waited for once they left the window', () => {
    const { over, unmount } = screen()
    drag('dragenter', ['Files'])
    drag('dragleave', ['Files'])
    expect(over.value).toBe(false)
    unmount()
  })

  it('are something else than words dragged about', () => {
    const { taken, over, unmount } = screen()
    expect([drag('dragover', ['text/plain']), drag('drop', ['text/plain'])]).toEqual([false, false])
    expect([taken, over.value]).toEqual([[], false])
    unmount()
  })

  it('are none of its business once it is gone', () => {
    const { taken, unmount } = screen()
    unmount()
    expect(drag('drop', ['Files'], [new File(['a'], 'a.pdf')])).toBe(false)
    expect(taken).toEqual([])
  })
})
