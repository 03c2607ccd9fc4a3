import { shallowRef } from 'vue'

/**
 * What is asked before an act. `act` is the act's own words ("Xoá bản nháp"), never "OK"; `about` names what it acts on where the
 * title does not.
 */
export type Question = Readonly<{
  title: string
  about?: string
  text?: string
  act: string
  danger?: boolean
}>

/** Asks for a written reason too; the act waits until there is one unless `optional`. */
export type ReasonQuestion = Question &
  Readonly<{
    reason: Readonly<{
      label: string
      help?: string
      optional?: boolean
      /** Under which name what is typed is kept until the act is done. */
      draft: string
    }>
  }>

/** What is to be done with the reason, under the id of its command; what it raises is shown where the reason is typed. */
type Act = (reason: string, commandId: string) => Promise<unknown>

export type OpenQuestion = Readonly<
  | { kind: 'plain'; question: Question; answer: (yes: boolean) => void }
  | { kind: 'reason'; question: ReasonQuestion; act: Act; answer: (yes: boolean) => void }
>

const open = shallowRef<OpenQuestion | null>(null)

function show(asked: (answer: (yes: boolean) => void) => OpenQuestion): Promise<boolean> {
  open.value?.answer(false)
  return new Promise((resolve) => {
    open.value = asked((yes) => {
      open.value = null
      resolve(yes)
    })
  })
}

/** Asks before an act, in one accessible dialog shared by all screens. */
export function useConfirm(): Readonly<{
  confirm: (question: Question) => Promise<boolean>
  /**
   * Asks why, and does the act with the reason while the question still stands: one that fails says so there, and nothing that was
   * typed is lost. False when the person stepped back.
   */
  askReason: (question: ReasonQuestion, act: Act) => Promise<boolean>
}> {
  return {
    confirm: (question) => show((answer) => ({ kind: 'plain', question, answer })),
    askReason: (question, act) => show((answer) => ({ kind: 'reason', question, act, answer })),
  }
}

/** What stands under the title of a question: what it is about, and what follows from the act. */
export function textOf({ about, text }: Question): string | undefined {
  const parts = [about, text].filter((part) => part !== undefined && part !== '')
  return parts.length === 0 ? undefined : parts.join('\n\n')
}

/** Takes back the question on screen, whose page is left: nobody answers for a page they do not see. */
export function forgetQuestion(): void {
  open.value?.answer(false)
}

/** The question on screen, for the dialog in the frame. */
export function useOpenQuestion(): typeof open {
  return open
}
