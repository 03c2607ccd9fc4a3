import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

import type { Complaint } from '#core/complaints/model.ts'
import type { Letter, LetterState, LetterSummary } from '#core/letters/model.ts'
import type { LetterSituation } from '#core/letters/rules.ts'
import { call, download } from '#renderer/api.ts'
import type { InputOf, OutputOf, RouteName } from '#shared/contract/index.ts'
import type { LetterFile } from '#shared/contract/letters.ts'

import type { Fields } from './merge-fields.ts'

/** How many letters a list asks for at a time. */
export const LETTERS_PAGE = 50

/** The page as it will be printed, with the hash of the content it shows. */
export type Preview = Readonly<{
  letterId: string
  bytes: Uint8Array
  sha256: string
  contentHash: string
}>

/** The letter open in the window, its page, and the case it answers. */
export const useLetterStore = defineStore('letter', () => {
  const id = ref<string | null>(null)
  const file = shallowRef<LetterFile | null>(null)
  const complaint = shallowRef<Complaint | null>(null)
  const error = shallowRef<unknown>(null)
  const preview = shallowRef<Preview | null>(null)
  const previewing = ref(false)
  const previewError = shallowRef<unknown>(null)
  /** What was typed and not yet stored when a window left the letter, by person and letter. */
  const unsent = new Map<string, Fields>()
  let turn = 0
  let drawing = 0

  const letter = computed(() => file.value?.letter ?? null)
  const situation = computed<LetterSituation | null>(() =>
    file.value === null || complaint.value === null
      ? null
      : { ...file.value, complaintStatus: complaint.value.status },
  )

  async function open(letterId: string): Promise<void> {
    id.value = letterId
    file.value = null
    complaint.value = null
    preview.value = null
    await refresh()
    await draw()
  }

  /** Reads the letter and its case again. What is typed lives in the form and stays. */
  async function refresh(): Promise<void> {
    const letterId = id.value
    if (letterId === null) return
    turn += 1
    const mine = turn
    try {
      const answer = await call('letters.get', { id: letterId })
      const about = await call('complaints.refresh', { id: answer.letter.complaintId })
      if (mine !== turn) return
      file.value = answer
      complaint.value = about.complaint
      error.value = null
    } catch (failure) {
      if (mine === turn) error.value = failure
    }
  }

  /** Typesets the stored letter and fetches the very bytes. Only the newest request is shown. */
  async function draw(): Promise<void> {
    const shown = letter.value
    if (shown === null) return
    drawing += 1
    const mine = drawing
    previewing.value = true
    try {
      const { ticket, sha256 } = await call('letters.preview', { id: shown.id })
      // The same bytes are not fetched and drawn again: the page keeps still.
      const same = preview.value?.sha256 === sha256 ? preview.value.bytes : null
      const bytes = same ?? (await fetchBytes(ticket))
      if (mine !== drawing) return
      preview.value = { letterId: shown.id, bytes, sha256, contentHash: shown.contentHash }
      previewError.value = null
    } catch (failure) {
      if (mine === drawing) previewError.value = failure
    } finally {
      if (mine === drawing) previewing.value = false
    }
  }

  /** Sends a command about this letter, then shows the letter it left behind. */
  async function send<R extends RouteName>(route: R, input: InputOf<R>): Promise<OutputOf<R>> {
    const output = await call(route, input)
    await refresh()
    return output
  }

  /** Stores what was typed. The answer is the letter as it is now; the rest is read again in its wake. */
  async function edit(input: InputOf<'letters.edit'>): Promise<Letter> {
    const stored = await call('letters.edit', input)
    if (file.value?.letter.id === stored.id) file.value = { ...file.value, letter: stored }
    return stored
  }

  async function list(
    states: readonly LetterState[],
    after: Readonly<{ createdAt: string; id: string }> | null,
  ): Promise<readonly LetterSummary[]> {
    return call('letters.list', { states: [...states], after, limit: LETTERS_PAGE })
  }

  return {
    id,
    file,
    letter,
    complaint,
    situation,
    error,
    preview,
    previewing,
    previewError,
    unsent,
    open,
    refresh,
    draw,
    send,
    edit,
    list,
  }
})

async function fetchBytes(ticket: string): Promise<Uint8Array> {
  const blob = await download(ticket)
  return new Uint8Array(await blob.arrayBuffer())
}
