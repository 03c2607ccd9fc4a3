import { changedFields } from '../../audit/model.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { DomainError } from '../../kernel/errors.ts'
import { requireFound, requireVersion } from '../../kernel/guards.ts'
import type { CommandContext, QueryContext } from '../../ports/context.ts'
import {
  awaitsConfirmation,
  isConfirmed,
  membersOf,
  type Account,
  type AccountCause,
  type AccountNotice,
  type Member,
} from '../account.ts'
import { can, type Role } from '../permissions.ts'
import {
  canConfirm,
  foundsTheBoard,
  mayApprove,
  vouchesByDeciding,
  type MayApprove,
} from '../second-person.ts'
import { forgetFactor } from './second-factor.ts'

type Writing = Pick<CommandContext, 'repositories' | 'clock'>

/** The account of whoever sets the board up: theirs by a password of their own. */
export async function foundAccount({ repositories, clock }: Writing, id: string): Promise<void> {
  const now = clock.now()
  await repositories.accounts.save({
    ...{ id, version: 0, cause: 'founded', since: now, causedBy: null, confirmedBy: [] },
    ...{ ownPassword: true, establishedAt: now },
  })
}

/** The account of a new member, by a one-time password that whoever adds them knows. */
export async function giveAccount(context: CommandContext, id: string): Promise<void> {
  const { repositories, clock, actor } = context
  await repositories.accounts.save({
    ...{ id, version: 0, cause: 'added', since: clock.now(), causedBy: actor.personId },
    ...{ confirmedBy: [], ownPassword: false, establishedAt: null },
  })
}

/**
 * Says that somebody's password is being set by another, before it is: a program that ends in between leaves an account
 * that asks for too much, never one that nobody asks about. A second step goes with the password: whoever lost the telephone
 * is let in again by the same two persons.
 */
export async function resetAccount(context: CommandContext, id: string): Promise<void> {
  const { actor } = context
  if (id === actor.personId) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'RESET_OWN_PASSWORD' }])
  }
  await startAnew(context, id, {
    cause: 'reset',
    causedBy: actor.personId,
    ownPassword: false,
  })
  await forgetFactor(context, id)
  context.audit({
    action: 'person.passwordReset',
    entity: 'person',
    entityId: id,
    changes: changedFields({ password: null }, { password: 'one-time' }),
  })
}

/** The same for the printed recovery key: who typed it is not known. */
export async function recoverAccount(context: Writing, id: string): Promise<void> {
  await startAnew(context, id, { cause: 'recovered', causedBy: null, ownPassword: true })
}

/**
 * The same for a password the board has no word of, because it was set after the copy the board went back to: by the owner,
 * or by somebody who reset it and knows it. Its owner sets one of their own next, unless it is who went back.
 */
export async function doubtAccount(
  context: Writing,
  id: string,
  ownPassword: boolean,
): Promise<void> {
  await startAnew(context, id, { cause: 'recovered', causedBy: null, ownPassword })
}

/** Its owner has set the password: from now on the account opens everything they may do. */
export async function ownPasswordSet(context: CommandContext): Promise<void> {
  const { actor, clock, repositories } = context
  const { own, members } = await loadMembers(context, actor.personId)
  context.audit({ action: 'person.passwordChanged', entity: 'person', entityId: actor.personId })
  if (own.account.ownPassword) return
  const founds = foundsTheBoard(own, members)
  await repositories.accounts.save({
    ...own.account,
    ownPassword: true,
    ...(founds ? { cause: 'founded' as const, establishedAt: clock.now() } : {}),
  })
}

/** Says that an account is in its owner's hands. Raises `CONFLICT` when it is not the one that was looked at any more. */
export async function confirmAccount(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Readonly<{ confirmed: boolean }>> {
  const { actor, repositories } = context
  const { own: member, members } = await loadMembers(context, input.id)
  requireVersion(member.account, input.version)
  requireAllowed(canConfirm(actor.personId, member, members))
  const stored = await repositories.accounts.save(
    vouchedFor(context, member, member.account, actor.personId),
  )
  context.audit({
    action: 'person.confirmed',
    entity: 'person',
    entityId: input.id,
    changes: [{ field: 'confirmedBy', from: null, to: stored.confirmedBy.length }],
  })
  return { confirmed: isConfirmed(stored) }
}

/**
 * What a change of role does to the account: one that now approves needs somebody's word, which the one who decides gives
 * by deciding, where they could have confirmed it as well.
 */
export async function promoteAccount(
  context: CommandContext,
  id: string,
  change: Readonly<{ from: Role; to: Role; requestedBy: string }>,
): Promise<void> {
  if (can(change.from, 'approval.decide') || !can(change.to, 'approval.decide')) return
  const { actor, clock, repositories } = context
  const { own: member, members } = await loadMembers(context, id)
  const { account } = member
  // Whoever made the account, or reset it without anybody's word since, may still be the one who uses it.
  const causedBy = isConfirmed(account) ? change.requestedBy : account.causedBy
  const cause = account.cause === 'recovered' && !isConfirmed(account) ? account.cause : 'promoted'
  const promoted: Account = { ...account, cause, causedBy, since: clock.now(), confirmedBy: [] }
  const vouches = vouchesByDeciding(actor.personId, { ...member, account: promoted }, members)
  await repositories.accounts.save(
    vouches ? vouchedFor(context, member, promoted, actor.personId) : promoted,
  )
}

/** The accounts that wait for somebody's word, as everybody is told of them, and what whoever asks may do about each. */
export async function accountNotices(
  context: QueryContext,
): Promise<Readonly<{ notices: readonly AccountNotice[]; approving: MayApprove | null }>> {
  const { actor, clock, repositories } = context
  const members = membersOf(await repositories.people.all(), await repositories.accounts.all())
  const own = members.find(({ person }) => person.id === actor.personId)
  return {
    notices: members.filter(awaitsConfirmation).map((member) => ({
      id: member.person.id,
      version: member.account.version,
      cause: member.account.cause,
      since: member.account.since,
      causedBy: member.account.causedBy,
      confirmedBy: member.account.confirmedBy,
      seen: member.account.ownPassword,
      confirming: can(actor.role, 'approval.decide')
        ? canConfirm(actor.personId, member, members)
        : null,
    })),
    approving:
      own !== undefined && can(actor.role, 'approval.decide')
        ? mayApprove(own, members, clock.now())
        : null,
  }
}

/** Everybody, held for the rest of the transaction, and the one it is about. */
async function loadMembers(
  { repositories }: Pick<CommandContext, 'repositories'>,
  id: string,
): Promise<Readonly<{ own: Member; members: readonly Member[] }>> {
  const accounts = await repositories.accounts.lockAll()
  const members = membersOf(await repositories.people.all(), accounts)
  return { own: requireFound(members.find(({ person }) => person.id === id) ?? null), members }
}

async function startAnew(
  context: Writing,
  id: string,
  way: Readonly<{ cause: AccountCause; causedBy: string | null; ownPassword: boolean }>,
): Promise<void> {
  const { own } = await loadMembers(context, id)
  await context.repositories.accounts.save({
    ...own.account,
    ...way,
    since: context.clock.now(),
    confirmedBy: [],
  })
}

function vouchedFor(
  { clock }: CommandContext,
  { person }: Member,
  account: Account,
  by: string,
): Account {
  const vouched = { ...account, confirmedBy: [...account.confirmedBy, by] }
  const stands = isConfirmed(vouched) && can(person.role, 'approval.decide')
  return { ...vouched, establishedAt: account.establishedAt ?? (stands ? clock.now() : null) }
}
