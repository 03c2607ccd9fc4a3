import type { UpdateProblem } from '#shared/contract/updates.ts'

/** Why a step of an update was not taken. Carries the code and nothing that came from outside. */
export class UpdateError extends Error {
  readonly problem: UpdateProblem

  constructor(problem: UpdateProblem, options?: ErrorOptions) {
    super(problem, options)
    this.name = 'UpdateError'
    this.problem = problem
  }
}

/** Does something on this computer's disk; whatever goes wrong there is `UPDATE_NO_ROOM`. */
export async function onDisk<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    throw new UpdateError('UPDATE_NO_ROOM', { cause: error })
  }
}
