/** Lets the field at hand take in what was typed, as leaving it would; the focus stays. */
export function commitField(): void {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  field.blur()
  field.focus()
}
