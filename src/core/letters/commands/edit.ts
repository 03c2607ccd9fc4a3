import { changedFields } from '../../audit/model.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { invalid } from '../../kernel/errors.ts'
import type { CommandContext } from '../../ports/context.ts'
import { hashContent, hashFacts, type LetterContent } from '../composition/letter-document.ts'
import { composeParts } from '../composition/letter-content.ts'
import type { LetterFacts } from '../composition/facts.ts'
import type { Variant } from '../kind-record.ts'
import { isVariant, particularsOf } from '../kinds.ts'
import type { Letter, LetterPart, Signatory } from '../model.ts'
import { relevantParticulars, type Particulars } from '../particulars.ts'
import { canEdit } from '../rules.ts'
import { requireFreshHand } from './create-draft.ts'
import { BACK_TO_DRAFT, goOnWithLetter, recordLetter, type HeldLetter } from './letter-command.ts'

export type LetterTexts = Readonly<{
  parts: readonly Readonly<{ key: string; text: string }>[]
  signatory: Signatory
}>

/** Stores the author's text. A submitted or approved letter becomes a draft again: an approval holds for one content only. */
export async function editLetter(
  context: CommandContext,
  input: LetterTexts & Readonly<{ id: string; version: number }>,
): Promise<Letter> {
  return goOnWithLetter(context, input, async (held, facts) => {
    const { letter } = held
    requireAllowed(canEdit(letter))
    const content = withTexts(letter, facts, input)
    return storeContent(context, held, facts, content, letter.factsHash)
  })
}

/**
 * The letter as it would be with these texts. A part nobody touched stays what it was: that the facts or
 * the board's phrases moved on meanwhile does not make its words the author's. One that reads as composed
 * now is not an edited one.
 */
export function withTexts(letter: Letter, facts: LetterFacts, texts: LetterTexts): LetterContent {
  const given = new Map(texts.parts.map((part) => [part.key, part.text]))
  requireKnownParts(letter, [...given.keys()])
  const composed = composeParts(facts, letter)
  const parts = letter.parts.map((part) => {
    const text = given.get(part.key) ?? part.text
    if (text === textOf(composed, part.key)) return { ...part, text, edited: false }
    return text === part.text ? part : { ...part, text, edited: true }
  })
  return { ...letter, parts, signatory: texts.signatory }
}

/** Stores what the letter is about, and composes anew every part nobody edited. */
export async function setParticulars(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; variant: Variant; particulars: Particulars }>,
): Promise<Letter> {
  return goOnWithLetter(context, input, async (held, facts) => {
    const { letter } = held
    requireAllowed(canEdit(letter))
    if (!isVariant(letter.kind, input.variant)) throw invalid('variant', 'VARIANT_UNKNOWN')
    const particulars = relevantParticulars(letter.kind, input.variant, input.particulars)
    const { engagementId } = particulars
    if (engagementId !== null && !facts.file.engagements.some(({ id }) => id === engagementId)) {
      throw invalid('engagementId', 'ENGAGEMENT_UNKNOWN')
    }
    const planned = { ...letter, variant: input.variant, particulars }
    const content = { ...planned, parts: freshParts(planned, facts) }
    return storeContent(context, held, facts, content, hashFacts(content, facts, context.sha256))
  })
}

/**
 * Composes one part anew, giving up its edits; or, with null, every part nobody edited, which brings the
 * letter level with the facts again.
 */
export async function recomposeLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; part: string | null }>,
): Promise<Letter> {
  return goOnWithLetter(context, input, async (held, facts) => {
    const { letter } = held
    requireAllowed(canEdit(letter))
    const { part } = input
    const parts = part === null ? freshParts(letter, facts) : withFreshPart(letter, facts, part)
    const content = { ...letter, parts }
    // Another phrase may name other facts: they are of today, but say nothing of the parts around.
    const level = part === null || hashFacts(letter, facts, context.sha256) === letter.factsHash
    const factsHash = level ? hashFacts(content, facts, context.sha256) : letter.factsHash
    return storeContent(context, held, facts, content, factsHash)
  })
}

function withFreshPart(letter: Letter, facts: LetterFacts, part: string): readonly LetterPart[] {
  requireKnownParts(letter, [part])
  const fresh = composeParts(facts, letter).find(({ key }) => key === part)
  return letter.parts.map((each) => (each.key === part ? (fresh ?? each) : each))
}

function freshParts(letter: Letter, facts: LetterFacts): readonly LetterPart[] {
  const composed = composeParts(facts, letter)
  return letter.parts.map((part) =>
    part.edited ? part : (composed.find(({ key }) => key === part.key) ?? part),
  )
}

async function storeContent(
  context: CommandContext,
  { letter, write }: HeldLetter,
  facts: LetterFacts,
  content: LetterContent,
  factsHash: string,
): Promise<Letter> {
  requireFreshHand(context, letter, facts)
  const contentHash = hashContent(content, facts, context.sha256)
  const changed: Letter = {
    ...letter,
    ...content,
    ...BACK_TO_DRAFT,
    contentHash,
    factsHash,
    editorIds: [...new Set([...letter.editorIds, context.actor.personId])],
  }
  const stored = await write.letters.update(changed)
  recordLetter(context, letter, 'letter.edited', [
    ...changedFields({ state: letter.state }, { state: 'draft' }),
    ...changedFields(textsOf(letter), textsOf(changed)),
  ])
  return stored
}

function requireKnownParts(letter: Letter, keys: readonly string[]): void {
  if (keys.some((key) => textOf(letter.parts, key) === undefined)) {
    throw invalid('parts', 'PART_UNKNOWN')
  }
}

function textOf(parts: readonly LetterPart[], key: string): string | undefined {
  return parts.find((part) => part.key === key)?.text
}

function textsOf(letter: Letter): Readonly<Record<string, string>> {
  const { authority, title, name } = letter.signatory
  return {
    ...Object.fromEntries(letter.parts.map((part) => [`part.${part.key}`, part.text])),
    ...Object.fromEntries(
      particularsOf(letter.kind, letter.variant).map((name) => [
        name,
        letter.particulars[name] ?? '',
      ]),
    ),
    variant: letter.variant,
    signatory: [authority, title, name].join(' / '),
  }
}
