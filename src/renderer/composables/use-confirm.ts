import { shallowRef } from 'vue'

/** What is asked before an act. `act` is the act's own words ("Xoá bản nháp"), never "OK". */
export type Question = Readonly<{
  title: string
  text?: string
  act: string
  danger?: boolean
  /** Asks for a written reason too; the act waits until there is one unless `optional`. */
  reason?: Readonly<{ label: string; help?: string; optional?: boolean }>
}>

export type OpenQuestion = Question & Readonly<{ answer: (reason: string | null) => void }>

const open = shallowRef<OpenQuestion | null>(null)

function ask(question: Question): Promise<string | null> {
  open.value?.answer(null)
  return new Promise((resolve) => {
    open.value = {
      ...question,
      answer(reason) {
        open.value = null
        resolve(reason)
      },
    }
  })
}

/** Asks before an act, in one accessible dialog shared by all screens. */
export function useConfirm(): Readonly<{
  confirm: (question: Question) => Promise<boolean>
  /** The reason typed (may be empty when optional), or null when the person stepped back. */
  askReason: (
    question: Question & Readonly<{ reason: NonNullable<Question['reason']> }>,
  ) => Promise<string | null>
}> {
  return { confirm: async (question) => (await ask(question)) !== null, askReason: ask }
}

/** The question on screen, for the dialog in the frame. */
export function useOpenQuestion(): typeof open {
  return open
}
