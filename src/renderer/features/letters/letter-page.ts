import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'

import type { Letter } from '#core/letters/model.ts'
import type { MissingGlyph } from '#core/letters/document.ts'
import { call, download } from '#renderer/api.ts'
import { newestOnly } from '#renderer/kit/behaviour/newest.ts'

import type { Texts } from './letter-fields.ts'

/** The page as it will be printed. */
export type Preview = Readonly<{
  letterId: string
  bytes: Uint8Array
  sha256: string
  /** Of the stored content it shows; null while it shows texts not stored yet. */
  contentHash: string | null
  missingGlyphs: readonly MissingGlyph[]
  /** Which keys it shows; see `typed`. */
  revision: number
}>

export type LetterPage = Readonly<{
  preview: ShallowRef<Preview | null>
  previewing: Ref<boolean>
  previewError: ShallowRef<unknown>
  /** Counts what was typed; the page shows it once `drawn` has come as far. */
  typed: Readonly<Ref<number>>
  drawn: Readonly<Ref<number>>
  /** Asks for the page as things are now; while somebody types the next key will. */
  draw: () => void
  /** Asks again after a failure. */
  retry: () => void
  /** Shows these texts of a letter, or with null what is stored. */
  type: (texts: (Texts & Readonly<{ id: string }>) | null) => void
  /** Told when these bytes are on the screen. */
  wasDrawn: (bytes: Uint8Array) => void
  clear: () => void
}>

/**
 * Fetches the very page of the letter that is open: of the texts being typed, else of what is stored.
 * One request is under way at a time and the newest texts get the next turn, so that typing never waits
 * and no page is made that nobody will see.
 */
export function createLetterPage(letter: () => Letter | null): LetterPage {
  const preview = shallowRef<Preview | null>(null)
  const previewing = ref(false)
  const previewError = shallowRef<unknown>(null)
  const typed = ref(0)
  const drawn = ref(0)
  let texts: (Texts & Readonly<{ id: string }>) | null = null
  let onScreen: Uint8Array | null = null

  const making = newestOnly(async () => {
    const shown = letter()
    if (shown === null) return
    const revision = typed.value
    const trying = texts?.id === shown.id ? texts : null
    previewing.value = true
    try {
      const page =
        trying === null
          ? await call('letters.preview', { id: shown.id })
          : await call('letters.previewTexts', trying)
      if ('superseded' in page) return
      const { sha256, missingGlyphs } = page
      // The same bytes are not fetched and drawn again: the page keeps still.
      const same = preview.value?.sha256 === sha256 ? preview.value.bytes : null
      const bytes = same ?? (await fetchBytes(page.ticket))
      if (letter()?.id !== shown.id) return
      const contentHash = trying === null ? shown.contentHash : null
      preview.value = {
        letterId: shown.id,
        bytes,
        sha256,
        contentHash,
        missingGlyphs,
        revision,
      }
      if (bytes === onScreen) drawn.value = revision
      previewError.value = null
    } catch (failure) {
      if (letter()?.id === shown.id) previewError.value = failure
    } finally {
      previewing.value = false
    }
  })

  return {
    preview,
    previewing,
    previewError,
    typed,
    drawn,
    draw() {
      if (texts === null) making.ask()
    },
    retry: () => making.ask(),
    type(now) {
      if (now === null && texts === null) return
      texts = now
      typed.value += 1
      making.ask()
    },
    wasDrawn(bytes) {
      onScreen = bytes
      if (preview.value?.bytes === bytes) drawn.value = preview.value.revision
    },
    clear() {
      texts = null
      preview.value = null
      previewError.value = null
    },
  }
}

async function fetchBytes(ticket: string): Promise<Uint8Array> {
  const blob = await download(ticket)
  return new Uint8Array(await blob.arrayBuffer())
}
