import type { Issue } from '../kernel/errors.ts'
import { fieldsOfSlot } from './lookup.ts'
import type { PhraseSlot } from './model.ts'
import { checkPhrase } from './template.ts'

/**
 * What is wrong with a wording, each fault with its language, line and column. Both languages are needed:
 * a letter in the other one would have a hole where this phrase should be.
 */
export function faultsOfPhrase(
  slot: PhraseSlot,
  texts: Readonly<{ vi: string; en: string }>,
): readonly Issue[] {
  const fields = fieldsOfSlot(slot.kind, slot.part)
  return [...checkPhrase('vi', texts.vi, fields), ...checkPhrase('en', texts.en, fields)]
}
