import type { z } from 'zod'

import { issuesOf } from '#shared/protocol/issues.ts'
import { issueText } from '../words/errors.ts'

/**
 * What the core would say about a form, before asking it: the contract's own schema, in the reader's words
 * by dotted path. Empty when all is well.
 */
export function checkFields(schema: z.ZodType, value: unknown): Readonly<Record<string, string>> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return {}
  const fields: Record<string, string> = {}
  for (const issue of issuesOf(parsed.error)) fields[issue.path] ??= issueText(issue)
  return fields
}

/** Moves the focus to the first field marked wrong inside an element, once it is drawn. */
export function focusFirstError(within: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const field = within?.querySelector<HTMLElement>('[aria-invalid="true"]')
    field?.focus()
    field?.scrollIntoView({ block: 'center' })
  })
}
