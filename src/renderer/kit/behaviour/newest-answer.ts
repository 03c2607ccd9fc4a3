/** What becomes of an answer; of one that is overtaken nothing. */
export type Hearing<Answer> = Readonly<{
  answered: (answer: Answer) => void
  failed: (failure: unknown) => void
  /** After either of them. */
  ended?: () => void
}>

export type NewestAnswer = Readonly<{
  /** Asks. Settles when this question is answered, heard or not; never rejects. */
  ask: <Answer>(question: () => Promise<Answer>, hearing: Hearing<Answer>) => Promise<void>
  /** Hears nothing of what is still being asked. */
  forget: () => void
}>

/**
 * Questions of which only the newest counts: the answer to an older one, or its failure, is dropped, so that an
 * answer that took long never takes the place of a newer one.
 */
export function newestAnswer(): NewestAnswer {
  let turn = 0
  return {
    async ask(question, { answered, failed, ended }) {
      turn += 1
      const mine = turn
      try {
        const answer = await question()
        if (mine === turn) answered(answer)
      } catch (failure) {
        if (mine === turn) failed(failure)
      } finally {
        if (mine === turn) ended?.()
      }
    },
    forget() {
      turn += 1
    },
  }
}
