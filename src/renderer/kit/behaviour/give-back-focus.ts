/**
 * Puts the focus where it was before a dialog. What had it may have left the page meanwhile (a row that a colleague
 * moved on): then to the row where Tab comes into the list, else to the page, never to nowhere.
 */
export function giveBackFocus(before: Element | null): void {
  const heir = before?.isConnected
    ? before
    : (document.querySelector('main tr[tabindex="0"]') ?? document.querySelector('main'))
  if (heir instanceof HTMLElement) heir.focus()
}
