import { DomainError } from '../../kernel/errors.ts'
import type { QueryContext } from '../../ports/context.ts'

/** Work can only be given to somebody who can still sign in. */
export async function requireActivePerson(
  context: Pick<QueryContext, 'repositories'>,
  personId: string,
): Promise<void> {
  const person = await context.repositories.people.find(personId)
  if (person === null || !person.active) {
    throw new DomainError('INVALID_INPUT', [{ path: 'assigneeId', code: 'PERSON_UNKNOWN' }])
  }
}
