import { firstField } from './first-field.ts'

/** A part of a page that a reader is told of by name: the focus never leaves it by itself. */
const PART = 'section, article, aside, nav, form, li, dialog, main'
/** The one button of a part that brings the work on. */
const NEXT = 'button.n-button--primary-type:not(:disabled)'

/** What was given the focus that had been lost; null once somebody has moved it on. */
let heir: Element | null = null

/**
 * Whether what had the focus is gone and nobody but {@link keepFocus} has seen to it: a part of the page that knows better
 * where its next key is wanted may take it there.
 */
export function isFocusLost(page: Document = document): boolean {
  const { activeElement } = page
  return activeElement === null || activeElement === page.body || activeElement === heir
}

/**
 * The focus is never nowhere. When what had it leaves the page or goes grey (a button that gave way to a form, a form that
 * was sent, a row that moved on), it goes where the next key is wanted:
 *
 * 1. where a form is gone, to the button that had opened it;
 * 2. else to the first field of a form that stands there now;
 * 3. to the act that comes next, which is the primary button;
 * 4. else to the part of the page itself, so that Tab goes on from there, and never to an act that undoes what was done.
 *
 * All within the nearest part of the page that is left. Returns what ends it.
 */
export function keepFocus(page: Document): () => void {
  let held: HTMLElement | null = null
  /** What stands around it, innermost first: known from before it left. */
  let around: readonly Element[] = []
  const openers = new WeakMap<HTMLFormElement, Opener>()

  function onFocus({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return
    heir = null
    const form = target.closest('form')
    if (form !== null && held instanceof HTMLButtonElement && !openers.has(form)) {
      openers.set(form, { button: held, name: nameOf(held) })
    }
    held = target
    around = ancestorsOf(target)
  }

  function check(): void {
    const lost = held
    if (lost === null || (lost.isConnected && !lost.matches(':disabled'))) return
    // Somebody else has seen to it, or the browser has not noticed yet.
    if (page.activeElement !== page.body && page.activeElement !== lost) return
    const left = around.filter((element) => element.isConnected)
    const gone = around.find(
      (element) => element instanceof HTMLFormElement && !element.isConnected,
    )
    const opener = gone instanceof HTMLFormElement ? openers.get(gone) : undefined
    const found = heirAmong(left, (part) =>
      gone === undefined ? fieldIn(part, lost) : openerIn(part, opener),
    )
    if (found === null) held = null
    found?.focus()
    heir = found
  }

  const observer = new MutationObserver(check)
  observer.observe(page, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  page.addEventListener('focusin', onFocus)
  return () => {
    observer.disconnect()
    page.removeEventListener('focusin', onFocus)
  }
}

type Opener = Readonly<{ button: HTMLButtonElement; name: string }>

function ancestorsOf(element: Element): readonly Element[] {
  const parent = element.parentElement
  return parent === null ? [] : [parent, ...ancestorsOf(parent)]
}

/** By which a button is known again after it was drawn anew. */
function nameOf(button: HTMLButtonElement): string {
  return button.getAttribute('aria-label') ?? button.textContent.trim()
}

/** A mark of what waits in the form may have come to its end, or gone from it. */
function isNameOf(button: HTMLButtonElement, name: string): boolean {
  const now = nameOf(button)
  return now !== '' && (now.startsWith(name) || name.startsWith(now))
}

/** Looks for it from what stood nearest outwards, up to the part of the page it was in. */
function heirAmong(
  left: readonly Element[],
  wanted: (part: Element) => HTMLElement | null | undefined,
): HTMLElement | null {
  for (const element of left) {
    if (element.matches('main')) return partOf(element)
    const found = wanted(element) ?? element.querySelector<HTMLElement>(NEXT)
    if (found !== null) return found
    if (element.matches(PART)) return partOf(element)
  }
  return null
}

function fieldIn(part: Element, lost: HTMLElement): HTMLElement | null {
  const form = part instanceof HTMLFormElement ? part : part.querySelector('form')
  const field = firstField(form)
  return field === lost ? null : field
}

function openerIn(part: Element, opener: Opener | undefined): HTMLElement | undefined {
  if (opener === undefined) return undefined
  return [...part.querySelectorAll('button')].find(
    (button) => !button.disabled && (button === opener.button || isNameOf(button, opener.name)),
  )
}

/** A part can have the focus, but is no stop of Tab. */
function partOf(element: Element): HTMLElement | null {
  if (!(element instanceof HTMLElement)) return null
  if (element.hasAttribute('tabindex')) return element
  element.tabIndex = -1
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  return element
}
