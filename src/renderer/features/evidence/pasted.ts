import { onBeforeUnmount, onMounted } from 'vue'

import { vietnamDate, vietnamTime, type Instant } from '#core/kernel/calendar.ts'

/** What browsers call a picture that was never a file. */
const NAMELESS = /^image\.(?<type>\w+)$/u

/**
 * The files somebody pastes: none where words are pasted into a field, with which a picture of them may come along, and none
 * while a dialog asks something.
 */
export function pastedFiles({
  clipboardData,
  target,
}: Pick<ClipboardEvent, 'clipboardData' | 'target'>): readonly File[] {
  if (clipboardData === null || clipboardData.files.length === 0) return []
  if (document.querySelector('dialog[open]') !== null) return []
  const intoField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
  if (intoField && clipboardData.types.includes('text/plain')) return []
  return [...clipboardData.files]
}

/** A file under the name it is kept by: a picture without one is called after the moment it was pasted. */
export function named(file: File, called: string, now: Instant): File {
  const type = NAMELESS.exec(file.name)?.groups?.['type']
  if (type === undefined) return file
  const moment = `${vietnamDate(now)} ${vietnamTime(now).replace(':', '.')}`
  return new File([file], `${called} ${moment}.${type}`, { type: file.type })
}

/** Hands over the files that are pasted anywhere in the window while this component stands. */
export function usePasted(take: (files: readonly File[]) => unknown): void {
  function onPaste(event: ClipboardEvent): void {
    const files = pastedFiles(event)
    if (files.length === 0) return
    event.preventDefault()
    take(files)
  }
  onMounted(() => window.addEventListener('paste', onPaste))
  onBeforeUnmount(() => window.removeEventListener('paste', onPaste))
}
