/** What takes keys in a form, in the order people write. */
const FIELD = ':is(input, textarea, select):not(:disabled, [type="hidden"], [tabindex="-1"])'

/** Where writing begins in a part of a page: its first field; of a group of choices the one that is chosen, as for Tab. */
export function firstField(part: ParentNode | null | undefined): HTMLElement | null {
  const first = part?.querySelector<HTMLElement>(FIELD) ?? null
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first
  const name = CSS.escape(first.name)
  return part?.querySelector<HTMLElement>(`input[type="radio"][name="${name}"]:checked`) ?? first
}
