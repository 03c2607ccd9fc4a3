import { invalid, DomainError } from '../../kernel/errors.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Repositories } from '../../ports/repositories.ts'
import type { Role } from '../permissions.ts'
import { acceptedStep, type MissingFactor } from '../second-factor.ts'

/** Whether a text is the code of a secret in a step: the arithmetic of the apps, which lives outside. */
export type IsCodeOf = (secret: string, step: number, typed: string) => boolean

type Writing = Pick<CommandContext, 'repositories' | 'clock' | 'sha256' | 'audit'>

/**
 * Takes what somebody typed as the code of their app, or as one of their recovery codes, which is then used up and on
 * record. Raises `WRONG_CREDENTIALS` for anything else, a code taken before included.
 */
export async function useCode(
  context: Writing,
  personId: string,
  typed: string,
  isCodeOf: IsCodeOf,
): Promise<void> {
  const { secondFactors } = context.repositories
  const factor = await secondFactors.find(personId)
  if (factor === null) throw wrongCode()
  const code = typed.replace(/\s/gu, '')
  const step = acceptedStep(context.clock.now(), factor.lastStep, (each) =>
    isCodeOf(factor.secret, each, code),
  )
  if (step !== null) {
    await secondFactors.save({ ...factor, lastStep: step })
    return
  }
  const hash = hashOfRecoveryCode(context, typed)
  const left = factor.recoveryHashes.filter((each) => each !== hash)
  if (left.length === factor.recoveryHashes.length) throw wrongCode()
  await secondFactors.save({ ...factor, recoveryHashes: left })
  context.audit({
    action: 'session.recoveryCodeUsed',
    entity: 'person',
    entityId: personId,
    changes: [{ field: 'recoveryCodes', from: left.length + 1, to: left.length }],
  })
}

/**
 * Makes an app the second step of whoever asks, in place of the one they may have had, once a code of it was typed. Raises
 * `INVALID_INPUT` for a wrong one.
 */
export async function setFactor(
  context: CommandContext,
  input: Readonly<{ secret: string; code: string; recoveryCodes: readonly string[] }>,
  isCodeOf: IsCodeOf,
): Promise<void> {
  const { actor, clock, repositories } = context
  const step = acceptedStep(clock.now(), 0, (each) =>
    isCodeOf(input.secret, each, input.code.replace(/\s/gu, '')),
  )
  if (step === null) throw invalid('code', 'CODE_WRONG')
  const before = await repositories.secondFactors.find(actor.personId)
  await repositories.secondFactors.save({
    id: actor.personId,
    version: before?.version ?? 0,
    secret: input.secret,
    since: clock.now(),
    lastStep: step,
    recoveryHashes: input.recoveryCodes.map((each) => hashOfRecoveryCode(context, each)),
  })
  context.audit({ action: 'session.factorSet', entity: 'person', entityId: actor.personId })
}

/** Gives the second step up. Raises `NOT_ALLOWED` where the board demands one of this role. */
export async function dropFactor(context: CommandContext): Promise<void> {
  const { actor, repositories } = context
  if (await isDemanded(repositories, actor.role)) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'SECOND_STEP_DEMANDED' }])
  }
  const dropped = await forgetFactor(context, actor.personId)
  if (!dropped) throw new DomainError('NOT_FOUND')
}

/** Takes somebody's second step away with their password, which others set or the recovery key did. Whether there was one. */
export async function forgetFactor(
  { repositories, audit }: Pick<CommandContext, 'repositories' | 'audit'>,
  personId: string,
): Promise<boolean> {
  const factor = await repositories.secondFactors.find(personId)
  if (factor === null) return false
  await repositories.secondFactors.remove(personId, factor.version)
  audit({ action: 'session.factorDropped', entity: 'person', entityId: personId })
  return true
}

/** What somebody who gave their password still lacks to be wholly in. */
export async function missingFactor(
  repositories: Repositories,
  person: Readonly<{ id: string; role: Role }>,
): Promise<MissingFactor | null> {
  if ((await repositories.secondFactors.find(person.id)) !== null) return 'code'
  return (await isDemanded(repositories, person.role)) ? 'factor' : null
}

async function isDemanded({ settings }: Repositories, role: Role): Promise<boolean> {
  const stored = await settings.load()
  return stored?.signIn.secondStepRoles.includes(role) ?? false
}

function wrongCode(): DomainError {
  return new DomainError('WRONG_CREDENTIALS', [{ path: 'code', code: 'CODE_WRONG' }])
}

/** Any case, spaces and dashes, and the letters that are mistaken for digits: as forgiving as with the printed key. */
function hashOfRecoveryCode({ sha256 }: Pick<Writing, 'sha256'>, typed: string): string {
  const symbols = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1')
  return sha256(new TextEncoder().encode(symbols))
}
