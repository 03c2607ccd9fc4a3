import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

import type { CaseFile } from '#core/case/case-file.ts'
import type { Complaint } from '#core/complaints/model.ts'
import type { Letter } from '#core/letters/model.ts'
import type { LetterSituation } from '#core/letters/rules.ts'
import { call } from '#renderer/api.ts'
import { newestAnswer } from '#renderer/kit/behaviour/newest-answer.ts'
import type { InputOf, OutputOf, RouteName } from '#shared/contract/index.ts'

import { createLetterPage } from './letter-page.ts'
import type { Fields } from './merge-fields.ts'

/** What was typed and not stored, and what was stored when it was. */
export type Unsent = Readonly<{ base: Fields; fields: Fields }>

/** The letter open in the window, its page, and the case it answers. */
export const useLetterStore = defineStore('letter', () => {
  const id = ref<string | null>(null)
  const file = shallowRef<LetterSituation | null>(null)
  const about = shallowRef<CaseFile | null>(null)
  const complaint = computed<Complaint | null>(() => about.value?.complaint ?? null)
  const error = shallowRef<unknown>(null)
  /** What was typed and not yet stored when a window left the letter, by person and letter. */
  const unsent = new Map<string, Unsent>()
  const readings = newestAnswer()
  let reading: Promise<void> = Promise.resolve()

  const letter = computed(() => file.value?.letter ?? null)
  const { clear, ...page } = createLetterPage(() => letter.value)
  const situation = computed<LetterSituation | null>(() =>
    file.value === null || complaint.value === null
      ? null
      : { ...file.value, complaintStatus: complaint.value.status },
  )

  async function open(letterId: string): Promise<void> {
    id.value = letterId
    file.value = null
    about.value = null
    error.value = null
    clear()
    await refresh()
    page.draw()
  }

  /**
   * Reads the letter and its case again. What is typed lives in the form and stays. A reading that is
   * overtaken by a newer one is done when that one is: afterwards nothing older is shown.
   */
  async function refresh(): Promise<void> {
    reading = read()
    let last: Promise<void>
    do {
      last = reading
      await last
    } while (last !== reading)
  }

  async function read(): Promise<void> {
    const letterId = id.value
    if (letterId === null) return
    await readings.ask(
      async () => {
        const answer = await call('letters.get', { id: letterId })
        return [answer, await call('complaints.open', { id: answer.letter.complaintId })] as const
      },
      {
        answered: ([answer, answerAbout]) => {
          file.value = { ...answer, letter: newest(answer.letter) }
          about.value = answerAbout
          error.value = null
        },
        failed: (failure) => (error.value = failure),
      },
    )
  }

  /** Sends a command about this letter, then shows the letter it left behind. */
  async function send<R extends RouteName>(
    route: R,
    input: InputOf<R>,
    commandId?: string,
  ): Promise<OutputOf<R>> {
    const output = await call(route, input, commandId)
    await refresh()
    return output
  }

  /** Takes in the letter an own act answers with; the rest is read again in its wake. */
  async function keep(answer: Promise<Letter>): Promise<Letter> {
    const stored = await answer
    if (file.value?.letter.id === stored.id) file.value = { ...file.value, letter: newest(stored) }
    return stored
  }

  /** Answers may overtake one another; the letter never goes back to an older one. */
  function newest(answer: Letter): Letter {
    const shown = letter.value
    return shown !== null && shown.id === answer.id && shown.version > answer.version
      ? shown
      : answer
  }

  return {
    id,
    file,
    letter,
    about,
    complaint,
    situation,
    error,
    unsent,
    ...page,
    open,
    refresh,
    send,
    keep,
  }
})
