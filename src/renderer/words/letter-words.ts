import { chosenVariants, isKept } from '#core/letters/kinds.ts'
import type { Letter } from '#core/letters/model.ts'

/** The kind of a letter, with its wording where the author has a choice: `Công văn … · Bên xử lý dữ liệu`. */
export function kindText(
  { kind, variant }: Pick<Letter, 'kind' | 'variant'>,
  t: (key: string) => string,
): string {
  const name = t(`terms.letterKind.${kind}`)
  // The wording of an answer is the outcome of the case, which stands elsewhere.
  const chosen = chosenVariants(kind).length > 1
  return chosen ? `${name} · ${t(`terms.letterVariant.${variant}`)}` : name
}

/** Where a letter stands: an issued one has left the house or waits to, unless it was made to stay. */
export function standingText(
  { kind, variant, state }: Pick<Letter, 'kind' | 'variant' | 'state'>,
  dispatched: boolean,
  t: (key: string) => string,
): string {
  if (dispatched) return t('terms.letterStanding.dispatched')
  if (isKept({ kind, variant }) && state === 'issued') return t('letters.list.made')
  return t(`terms.letterStanding.${state}`)
}
