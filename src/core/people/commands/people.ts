import { changedFields } from '../../audit/model.ts'
import { DomainError } from '../../kernel/errors.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Person } from '../model.ts'
import type { Role } from '../permissions.ts'
import { giveAccount } from './accounts.ts'

export type NewPerson = Readonly<{
  id: string
  username: string
  fullName: string
  title: string
  role: Role
}>

/** Puts a person on record. The vault holds their password; the id is shared between the two. */
export async function addPerson(context: CommandContext, input: NewPerson): Promise<Person> {
  const { people } = context.repositories
  if ((await people.findByUsername(input.username)) !== null) {
    throw new DomainError('ALREADY_EXISTS', [{ path: 'username', code: 'USERNAME_TAKEN' }])
  }
  const person: Person = { ...input, version: 1, active: true, createdAt: context.clock.now() }
  await people.insert(person)
  await giveAccount(context, person.id)
  context.audit({
    action: 'person.added',
    entity: 'person',
    entityId: person.id,
    changes: changedFields(
      {},
      {
        username: person.username,
        fullName: person.fullName,
        title: person.title,
        role: person.role,
      },
    ),
  })
  return person
}

/** Corrects a name or title. Role and access change only by a second person (see approvals). */
export async function renamePerson(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; fullName: string; title: string }>,
): Promise<Person> {
  const before = await context.repositories.people.find(input.id)
  if (before === null) throw new DomainError('NOT_FOUND')
  const stored = await context.repositories.people.update({ ...before, ...input })
  context.audit({
    action: 'person.renamed',
    entity: 'person',
    entityId: before.id,
    changes: changedFields(
      { fullName: before.fullName, title: before.title },
      { fullName: input.fullName, title: input.title },
    ),
  })
  return stored
}
