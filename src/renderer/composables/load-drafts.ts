import { call } from '../api.ts'
import { MAX_FORMS } from '#shared/contract/drafts.ts'

type Waiting = Readonly<{
  form: string
  found: (body: string | null) => void
  failed: (reason: unknown) => void
}>

let waiting: Waiting[] = []

/** What was left of a form, or null; the forms of one page are asked for together. Raises what the core raised. */
export function loadDraft(form: string): Promise<string | null> {
  return new Promise((found, failed) => {
    waiting.push({ form, found, failed })
    if (waiting.length === 1) queueMicrotask(() => void askAll())
  })
}

async function askAll(): Promise<void> {
  const asked = waiting
  waiting = []
  for (let at = 0; at < asked.length; at += MAX_FORMS)
    await askSome(asked.slice(at, at + MAX_FORMS))
}

async function askSome(asked: readonly Waiting[]): Promise<void> {
  try {
    const forms = [...new Set(asked.map(({ form }) => form))]
    const { bodies } = await call('drafts.load', { forms })
    for (const { form, found } of asked) found(bodies[form] ?? null)
  } catch (reason) {
    for (const { failed } of asked) failed(reason)
  }
}
