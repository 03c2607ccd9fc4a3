import { changedFields } from '../../audit/model.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import type { CommandContext } from '../../ports/context.ts'
import { variantsOf } from '../../letters/kinds.ts'
import { faultsOfPhrase } from '../faults.ts'
import { ownText, partWording, shippedText } from '../lookup.ts'
import type { HousePhrase, PhraseSlot } from '../model.ts'

/**
 * Stores a new version of the board's wording of a slot. Letters already composed keep their words; the
 * next one composed uses the new ones. Raises `INVALID_INPUT` with every fault and its place, `CONFLICT`
 * when somebody else reworded the slot meanwhile.
 */
export async function savePhrase(
  context: CommandContext,
  input: PhraseSlot & Readonly<{ version: number; vi: string; en: string }>,
): Promise<HousePhrase> {
  requireSlot(input)
  const faults = faultsOfPhrase(input, input)
  if (faults.length > 0) throw new DomainError('INVALID_INPUT', faults)
  return store(context, input, { vi: input.vi, en: input.en })
}

/** Gives a slot back to the shipped wording; what the board wrote stays in its history. */
export async function resetPhrase(
  context: CommandContext,
  input: PhraseSlot & Readonly<{ version: number }>,
): Promise<HousePhrase> {
  requireSlot(input)
  return store(context, input, { vi: null, en: null })
}

async function store(
  context: CommandContext,
  { kind, variant, part, version }: PhraseSlot & Readonly<{ version: number }>,
  texts: Pick<HousePhrase, 'vi' | 'en'>,
): Promise<HousePhrase> {
  const { repositories, actor, clock } = context
  const slot = { kind, variant, part }
  const history = await repositories.phrases.history(slot)
  const current = history[0]?.version ?? 0
  if (current !== version) {
    throw new DomainError('CONFLICT', [
      { path: 'version', code: 'STALE_VERSION', params: { current } },
    ])
  }
  const phrase: HousePhrase = {
    ...slot,
    ...texts,
    version: version + 1,
    authorId: actor.personId,
    createdAt: clock.now(),
  }
  await repositories.phrases.insert(phrase)
  const before = ownText(history.slice(0, 1), slot) ?? shippedText(slot)
  const after = ownText([phrase], slot) ?? shippedText(slot)
  context.audit({
    action: 'phrase.saved',
    entity: 'phrase',
    entityId: [kind, variant, part].filter((each) => each !== '').join('.'),
    changes: [
      ...changedFields({ vi: before?.vi ?? null }, { vi: after?.vi ?? null }),
      ...changedFields({ en: before?.en ?? null }, { en: after?.en ?? null }),
      ...changedFields({}, { version: phrase.version }),
    ],
  })
  return phrase
}

function requireSlot({ kind, variant, part }: PhraseSlot): void {
  if (partWording(kind, part) === null) throw invalid('part', 'PART_UNKNOWN')
  if (variant !== '' && !variantsOf(kind).includes(variant)) {
    throw invalid('variant', 'VARIANT_UNKNOWN')
  }
}
