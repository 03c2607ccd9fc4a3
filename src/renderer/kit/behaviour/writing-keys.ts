import { nextTick } from 'vue'

import { commitField } from './commit-field.ts'
import { hasCommandKey } from './use-shortcut.ts'

/** On a control whose typed text cannot be taken as it is: it cannot be read, or is longer than it may be. */
export const UNREADABLE = 'data-unreadable'

/**
 * What every form of the window owes to somebody who writes, at one place before any field or page hears of the key:
 *
 * - A key of an input method at work (Telex, Pinyin) is that method's own: no field, list or shortcut acts on it.
 * - Ctrl/⌘ Enter sends the form that is being written, after the field at hand has taken in what was typed; where its
 *   button is grey, nothing happens, as with the button.
 * - A form does not go while a field of it shows what nobody can read (31/02), which would be stored as empty, or is too
 *   long. The focus goes there, where the row says what is wrong.
 * - A button is pressed once by a key held down: what has the focus after the act is not pressed by the same key.
 *
 * Returns what ends it.
 */
export function guardWriting(page: Window): () => void {
  page.addEventListener('keydown', onKey, { capture: true })
  page.addEventListener('keyup', keepComposing, { capture: true })
  page.addEventListener('submit', onSubmit, { capture: true })
  return () => {
    page.removeEventListener('keydown', onKey, { capture: true })
    page.removeEventListener('keyup', keepComposing, { capture: true })
    page.removeEventListener('submit', onSubmit, { capture: true })
  }
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing) event.stopImmediatePropagation()
  else if (isHeldOnButton(event)) event.preventDefault()
  else if (event.key === 'Enter' && !event.altKey && hasCommandKey(event)) send(event)
}

function isHeldOnButton({ repeat, key, target }: KeyboardEvent): boolean {
  return repeat && key === 'Enter' && target instanceof HTMLButtonElement
}

function keepComposing(event: KeyboardEvent): void {
  if (event.isComposing) event.stopImmediatePropagation()
}

function send(event: KeyboardEvent): void {
  const { target } = event
  // Enter on a button is that button's: "Cancel" does not become "yes" for a key held too long.
  if (!(target instanceof Element) || target instanceof HTMLButtonElement) return
  const form = target.closest('form')
  if (form === null) return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (event.repeat) return
  commitField()
  // What the field took in is drawn first: it may have turned out unreadable, or the button grey.
  void nextTick(() => {
    const button = [...form.elements].find(isSubmit)
    if (button === undefined) form.requestSubmit()
    else if (!button.disabled) form.requestSubmit(button)
  })
}

function isSubmit(element: Element): element is HTMLButtonElement {
  return element instanceof HTMLButtonElement && element.type === 'submit'
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement)) return
  const unreadable = form.querySelector<HTMLElement>(`[${UNREADABLE}]`)
  if (unreadable === null) return
  event.preventDefault()
  event.stopImmediatePropagation()
  unreadable.focus()
  unreadable.scrollIntoView({ block: 'center' })
}
