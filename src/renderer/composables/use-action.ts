import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'

export type ActionState<Input extends unknown[], Output> = Readonly<{
  /** Runs the act. Answers `undefined` when it failed (see `error`) or was already running. */
  run: (...input: Input) => Promise<Output | undefined>
  running: Ref<boolean>
  error: ShallowRef<unknown>
  /** Forgets the last error. */
  clear: () => void
}>

/**
 * One act of a screen with its loading and error state. A second run while the first is under way is
 * ignored, so that a double click never does a thing twice.
 */
export function useAction<Input extends unknown[], Output>(
  act: (...input: Input) => Promise<Output>,
): ActionState<Input, Output> {
  const running = ref(false)
  const error = shallowRef<unknown>(null)

  async function run(...input: Input): Promise<Output | undefined> {
    if (running.value) return undefined
    running.value = true
    error.value = null
    try {
      return await act(...input)
    } catch (failure) {
      error.value = failure
      return undefined
    } finally {
      running.value = false
    }
  }

  return { run, running, error, clear: () => (error.value = null) }
}
