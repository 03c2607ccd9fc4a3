import type { z } from 'zod'

import type { Issue } from '#core/kernel/errors.ts'
import { isIssueCode } from '#core/kernel/issue-codes.ts'

/**
 * What a schema found, as the issues everything else speaks: field, kind of fault and its limit, never the
 * value, which may be somebody's data. The window and the core read the same schema the same way.
 */
export function issuesOf(error: z.ZodError): readonly Issue[] {
  return error.issues.map((issue) => issueOf(issue, []))
}

function issueOf(issue: z.core.$ZodIssue, outer: readonly PropertyKey[]): Issue {
  const whole = [...outer, ...issue.path]
  const path = whole.map(String).join('.')
  switch (issue.code) {
    case 'invalid_union': {
      // "Nothing or an address": what was typed is not nothing, so the last alternative says what it lacks.
      const [meant] = issue.errors.at(-1) ?? []
      return meant === undefined ? { path, code: 'WRONG_TYPE' } : issueOf(meant, whole)
    }
    case 'too_big':
      return { path, code: 'TOO_LONG', params: { max: Number(issue.maximum) } }
    case 'too_small':
      return issue.origin === 'string'
        ? { path, code: 'REQUIRED' }
        : { path, code: 'TOO_SMALL', params: { min: Number(issue.minimum) } }
    case 'unrecognized_keys':
      return { path, code: 'UNKNOWN_FIELD' }
    case 'custom':
    case 'invalid_format':
      return {
        path,
        code: isIssueCode(issue.message) ? issue.message : 'WRONG_FORMAT',
      }
    default:
      return { path, code: 'WRONG_TYPE' }
  }
}
