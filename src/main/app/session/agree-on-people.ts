import { doubtAccount } from '#core/people/commands/accounts.ts'
import type { CommandContext } from '#core/ports/context.ts'
import type { Vault } from '../../vault/vault.ts'
import type { GoingBackNote } from '../../workspace/going-back-note.ts'

/** Who was no more to be brought back with a copy, by user name. */
export type PeopleApart = Readonly<{
  /** Accounts made after the copy: nobody is on record for them, so that they can be made again. */
  lost: readonly string[]
  /** People who left after the copy was made: they have no key any more, and are out again. */
  outAgain: readonly string[]
  /** People whose password was set after the copy was made, which does not say by whom: others vouch for them. */
  inDoubt: readonly string[]
}>

/**
 * Makes the people of a database that was brought back and the keys of the folder agree, which are newer. The keys of
 * accounts nobody is on record for are taken away by {@link dropLostAccounts}, after this is durable. Those of
 * `passwordsSince` were given a password that the database knows nothing of, perhaps by another: what the account says is
 * of before.
 */
export async function agreeOnPeople(
  context: Pick<CommandContext, 'repositories' | 'clock'>,
  vault: Vault,
  { passwordsSince, by }: Pick<GoingBackNote, 'passwordsSince' | 'by'>,
): Promise<PeopleApart> {
  const { people } = context.repositories
  const onRecord = await people.all()
  const keyed = new Set(vault.people().map(({ id }) => id))
  const left = onRecord.filter(({ id, active }) => active && !keyed.has(id))
  for (const person of left) await people.update({ ...person, active: false })
  const inDoubt = onRecord.filter(
    ({ id, active }) => active && keyed.has(id) && passwordsSince.includes(id),
  )
  for (const { id } of inDoubt) await doubtAccount(context, id, id === by)
  const known = new Set(onRecord.map(({ id }) => id))
  return {
    lost: vault
      .people()
      .filter(({ id }) => !known.has(id))
      .map(({ username }) => username),
    outAgain: left.map(({ username }) => username),
    inDoubt: inDoubt.map(({ username }) => username),
  }
}

/** Takes the keys away from accounts that were lost, so that their user names are free again. */
export async function dropLostAccounts(vault: Vault, { lost }: PeopleApart): Promise<void> {
  for (const { id, username } of vault.people()) {
    if (lost.includes(username)) await vault.removePerson(id)
  }
}
