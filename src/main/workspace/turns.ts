/** Runs one change after another, in the order they were asked for. */
export type Turns = <Result>(change: () => Promise<Result>) => Promise<Result>

/** A change that fails is over for whoever asked; the next one begins all the same. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (change) => {
    const next = last.then(change)
    last = next.catch(() => undefined)
    return next
  }
}
