import { DomainError } from '../../kernel/errors.ts'
import type { QueryContext } from '../../ports/context.ts'

/** Work can only be given to somebody who can still sign in; `field` is where they were named. */
export async function requireActivePerson(
  context: Pick<QueryContext, 'repositories'>,
  personId: string,
  field = 'assigneeId',
): Promise<void> {
  const person = await context.repositories.people.find(personId)
  if (person === null || !person.active) {
    throw new DomainError('INVALID_INPUT', [{ path: field, code: 'PERSON_UNKNOWN' }])
  }
}
