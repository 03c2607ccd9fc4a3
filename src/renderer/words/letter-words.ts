import { chosenVariants, isKept } from '#core/letters/kinds.ts'
import type { Variant } from '#core/letters/kind-record.ts'
import type { Letter } from '#core/letters/model.ts'

import { messageOr, type Translate } from '../i18n/index.ts'

/** The kind of a letter, with its wording where the author has a choice: `Công văn … · Bên xử lý dữ liệu`. */
export function kindText(
  { kind, variant }: Pick<Letter, 'kind' | 'variant'>,
  t: Translate,
): string {
  const name = t(`terms.letterKind.${kind}`)
  // The wording of an answer is the outcome of the case, which stands elsewhere.
  const chosen = chosenVariants(kind).length > 1
  return chosen ? `${name} · ${variantText(variant)}` : name
}

/** The name of a wording; what a letter of an older version was written with is shown by its code. */
export function variantText(variant: Variant): string {
  return messageOr(`terms.letterVariant.${variant}`, variant)
}

/** Where a letter stands: an issued one has left the house or waits to, unless it was made to stay. */
export function standingText(
  { kind, variant, state }: Pick<Letter, 'kind' | 'variant' | 'state'>,
  dispatched: boolean,
  t: Translate,
): string {
  if (dispatched) return t('terms.letterStanding.dispatched')
  if (isKept({ kind, variant }) && state === 'issued') return t('letters.list.made')
  return t(`terms.letterStanding.${state}`)
}
