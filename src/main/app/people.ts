import { DomainError } from '#core/kernel/errors.ts'
import { accountNotices, confirmAccount, resetAccount } from '#core/people/commands/accounts.ts'
import { addPerson, renamePerson } from '#core/people/commands/people.ts'
import type { Person } from '#core/people/model.ts'
import type { ParsedInputOf } from '#shared/contract/index.ts'
import { peopleRoutes as routes } from '#shared/contract/people.ts'
import {
  command,
  unmanaged,
  inTransaction,
  query,
  requireActor,
  type Call,
  type HandlersOf,
} from '../dispatch/route.ts'
import { endPersonSessions } from './session/end-person-sessions.ts'
import { passwordWords, requireGoodPassword, requireVault } from './session/vault-access.ts'

export const peopleHandlers = {
  'people.names': query(routes['people.names'], async ({ repositories }) => {
    const people = await repositories.people.all()
    return people.map(({ id, fullName, title, role, active }) => ({
      id,
      fullName,
      title,
      role,
      active,
    }))
  }),
  'people.list': query(routes['people.list'], ({ repositories }) => repositories.people.all()),
  'people.create': unmanaged(routes['people.create'], createPerson),
  'people.rename': command(routes['people.rename'], renamePerson),
  'people.resetPassword': unmanaged(routes['people.resetPassword'], resetPassword),
  'people.accounts': query(routes['people.accounts'], async (context, _input, call) => ({
    ...(await accountNotices(context)),
    withoutPair: requireVault(call).withoutPair(),
  })),
  'people.confirm': command(routes['people.confirm'], confirmAccount),
} satisfies HandlersOf<typeof routes>

/** A second account: on record first, then given its own wrap of the key, so that neither exists alone for long. */
async function createPerson(call: Call, input: ParsedInputOf<'people.create'>): Promise<Person> {
  const { password, ...facts } = input
  const { board } = await requireActor(call, 'people.manage')
  const settings = await board.store.read((repositories) => repositories.settings.load())
  requireGoodPassword(password, passwordWords(input, settings), 'password')
  const vault = requireVault(call)
  const id = call.services.ids.next()
  const person = await inTransaction(call, 'people.manage', (context) =>
    addPerson(context, { ...facts, id }),
  )
  await vault.addPerson({ id, username: input.username, password }, board.keys.dataKey)
  return person
}

/**
 * A one-time password for somebody who lost theirs, told to them by the chair. On record before it is set, and their
 * windows are shut before it is: nobody can be acting by either password in between.
 */
async function resetPassword(
  call: Call,
  input: ParsedInputOf<'people.resetPassword'>,
): Promise<Readonly<{ changed: true }>> {
  const { board } = await requireActor(call, 'people.manage')
  const vault = requireVault(call)
  const { person, settings } = await board.store.read(async (repositories) => ({
    person: await repositories.people.find(input.id),
    settings: await repositories.settings.load(),
  }))
  if (person === null) throw new DomainError('NOT_FOUND')
  if (!person.active) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'PERSON_INACTIVE' }])
  }
  requireGoodPassword(input.newPassword, passwordWords(person, settings), 'newPassword')
  await inTransaction(call, 'people.manage', (context) => resetAccount(context, person.id))
  await endPersonSessions(call, person.id, 'password-changed')
  const { dataKey } = board.keys
  // Somebody let back in after having left has no wrap of the key any more.
  await (vault.people().some((each) => each.id === person.id)
    ? vault.setPassword(person.id, input.newPassword, dataKey)
    : vault.addPerson({ ...person, password: input.newPassword }, dataKey))
  await call.services.attempts.forgive(person.username)
  return { changed: true }
}
