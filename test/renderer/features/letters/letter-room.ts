import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, vi } from 'vitest'
import { createApp, nextTick } from 'vue'

import type { Letter } from '#core/letters/model.ts'
import { useLetterStore } from '#renderer/features/letters/letter.store.ts'
import {
  useLetterEditing,
  type LetterEditing,
} from '#renderer/features/letters/use-letter-editing.ts'
import { aLetter } from './a-letter.ts'
import { letterServer, type LetterServer } from './letter-server.ts'

/** Lets everything under way come to its end, the pause after which a window stores included. */
export async function settle(): Promise<void> {
  await nextTick()
  await vi.advanceTimersByTimeAsync(3_000)
}

/**
 * Opens rooms of letters that speak with `core`. Every test has its own stores and its own time, and leaves what it
 * opened.
 */
export function letterRooms(core: { server: LetterServer | null }) {
  const open: (() => void)[] = []

  /** The letter's room, as a window has it: opened, with its form. */
  async function room(change: Partial<Letter> = {}, server = letterServer(aLetter(change))) {
    core.server = server
    const store = useLetterStore()
    await store.open(server.letter().id)
    const forms: LetterEditing[] = []
    const app = createApp({
      setup() {
        forms.push(useLetterEditing(server.letter()))
        return () => null
      },
    })
    app.mount(document.createElement('div'))
    const leave = (): void => {
      open.splice(open.indexOf(leave), 1)
      app.unmount()
    }
    open.push(leave)
    const [editing] = forms
    if (editing === undefined) throw new Error('no form')
    return { server, store, editing, leave }
  }

  beforeEach(() => {
    vi.useFakeTimers()
    setActivePinia(createPinia())
  })
  afterEach(async () => {
    for (const leave of [...open]) leave()
    core.server?.letGo()
    await settle()
    vi.useRealTimers()
  })

  return room
}
