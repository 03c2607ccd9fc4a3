import type { MessageUnder } from '#renderer/i18n/index.ts'

import { shortcutText } from '../../kit/behaviour/use-shortcut.ts'

/** One thing to do by key, by its message in `shortcuts`. */
type ShortcutName = Exclude<MessageUnder<'shortcuts'>, `${string}.${string}`>

/** What keys do, for reading: each row is one way or several to do one thing, named by its message. */
export type ShortcutGroup = Readonly<{
  name: 'everywhere' | 'lists' | 'forms'
  rows: readonly Readonly<{ text: ShortcutName; keys: readonly string[] }>[]
}>

/**
 * The keys of the program as they are written on this machine's keyboard. `space` is that key's name in the reader's
 * language.
 */
export function shortcutGroups(space: string): readonly ShortcutGroup[] {
  return [
    {
      name: 'everywhere',
      rows: [
        { text: 'palette', keys: [shortcutText('K')] },
        { text: 'intake', keys: [shortcutText('N')] },
        { text: 'next', keys: [shortcutText('J')] },
        { text: 'print', keys: [shortcutText('P')] },
        { text: 'find', keys: [shortcutText('F')] },
        { text: 'help', keys: ['?'] },
        { text: 'close', keys: ['Esc'] },
      ],
    },
    {
      name: 'lists',
      rows: [
        { text: 'move', keys: ['↑', '↓'] },
        { text: 'far', keys: ['PgUp', 'PgDn', 'Home', 'End'] },
        { text: 'open', keys: ['Enter'] },
        { text: 'neighbours', keys: ['Alt PgUp', 'Alt PgDn'] },
        { text: 'choose', keys: [space] },
        { text: 'chooseMore', keys: ['Shift ↑', 'Shift ↓'] },
        { text: 'chooseAll', keys: [shortcutText('A')] },
      ],
    },
    {
      name: 'forms',
      rows: [
        { text: 'save', keys: [shortcutText('Enter')] },
        { text: 'undo', keys: [shortcutText('Z')] },
        { text: 'day', keys: ['↑', '↓'] },
        { text: 'today', keys: ['T'] },
        { text: 'cells', keys: ['↑', '↓', '←', '→'] },
      ],
    },
  ]
}

/** Whether a key pressed there is a letter of what somebody writes. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  )
}
