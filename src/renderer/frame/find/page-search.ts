import { shallowRef, type ShallowRef } from 'vue'

import type { FoundInPage } from '#shared/contract/host.ts'
import { call } from '../../api.ts'

export type SearchStep = 'first' | 'next' | 'previous'

export type PageSearch = Readonly<{
  /** What the last search found; null while nothing was looked for. */
  found: ShallowRef<FoundInPage>
  look: (text: string, step: SearchStep) => Promise<void>
  /** Forgets what was found: the page is another one now. */
  forget: () => void
  /** Takes the marks off the page. */
  end: () => void
  /** Shows the bar again at once, though the search still runs. */
  show: () => void
}>

/**
 * Finds words in the page through Chromium, which looks into text fields too and would count the words in the bar
 * itself. So the bar is `inert` while it looks: what is inert is left out of a search (HTML standard, "inert
 * subtrees"; the way NousResearch/hermes-agent#86843 measured in Electron: two matches without, one with). Inert
 * takes the focus away; it is given back with the caret when the whole page was looked through, or with the next key.
 */
export function usePageSearch(bar: () => HTMLElement | null): PageSearch {
  const found = shallowRef<FoundInPage>(null)
  let last = 0
  let giveBack: (() => void) | null = null

  function hide(): void {
    const element = bar()
    if (element === null || giveBack !== null) return
    const focused = document.activeElement
    const inside = focused instanceof HTMLElement && element.contains(focused) ? focused : null
    const caret = inside instanceof HTMLInputElement ? caretOf(inside) : null
    element.inert = true
    giveBack = () => {
      element.inert = false
      inside?.focus({ preventScroll: true })
      if (inside instanceof HTMLInputElement && caret !== null) inside.setSelectionRange(...caret)
    }
  }

  function show(): void {
    giveBack?.()
    giveBack = null
  }

  async function look(text: string, step: SearchStep): Promise<void> {
    const turn = (last += 1)
    if (text === '') {
      end()
      return
    }
    hide()
    let answer: FoundInPage = null
    try {
      answer = await call('host.find', { text, step })
    } catch {
      // A shell that cannot look finds nothing; the next key asks again.
    }
    if (turn !== last) return
    show()
    found.value = answer
  }

  function forget(): void {
    last += 1
    show()
    found.value = null
  }

  function end(): void {
    forget()
    call('host.findEnd', {}).catch(() => undefined)
  }

  return { found, look, forget, end, show }
}

function caretOf(input: HTMLInputElement): [start: number, end: number] {
  const length = input.value.length
  return [input.selectionStart ?? length, input.selectionEnd ?? length]
}
