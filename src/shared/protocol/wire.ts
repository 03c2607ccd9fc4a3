/**
 * What a window sends as a route's input: JSON in UTF-8, the same bytes in both hosts. This is the one place where
 * input becomes plain: the context bridge and a structured clone would refuse Vue's reactive objects, and keep
 * dates, maps and class instances that the browser host never sees. Nothing at all counts as an empty object.
 * Whoever made the bytes wipes them once they were handed over.
 *
 * @throws UnsayableInput for what JSON cannot say (a circle, a big integer, a function): a mistake in the program.
 */
export function encodeInput(input: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(jsonOf(input ?? {}))
}

export class UnsayableInput extends Error {
  constructor() {
    super('This input cannot be said in JSON.')
    this.name = 'UnsayableInput'
  }
}

function jsonOf(value: unknown): string {
  try {
    const text: unknown = JSON.stringify(value)
    if (typeof text === 'string') return text
  } catch {
    // The engine's own words quote the value.
  }
  throw new UnsayableInput()
}
