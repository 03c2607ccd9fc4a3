import { posix, win32 } from 'node:path'

import type { FileFilter } from 'electron'

import type { ShellMessages } from './messages.ts'

/** The kinds of file the program hands out, by what their names end in. */
const KINDS = {
  pdf: ['pdf'],
  excel: ['xlsx', 'xls'],
  csv: ['csv'],
  archive: ['zip'],
  email: ['eml'],
  calendar: ['ics'],
  picture: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg'],
  text: ['txt', 'log', 'json'],
  word: ['docx', 'doc'],
  sound: ['mp3', 'wav'],
} as const satisfies Readonly<Record<string, readonly string[]>>

type FileKind = keyof typeof KINDS

/** A real ending is short and has a letter: `.2026` in `Thư tháng 12.2026` is none. */
const ENDING = /\.((?=[a-z0-9]*[a-z])[a-z0-9]{1,10})$/iu

/** The ending of a file name in lower case, without its dot; null for none. */
export function endingOf(name: string): string | null {
  return ENDING.exec(name)?.[1]?.toLowerCase() ?? null
}

/**
 * The types a save dialog offers for a file: its own first, which on Windows is what a retyped name gets, and any.
 * A file without an ending has no type.
 */
export function filtersFor(name: string, messages: ShellMessages): FileFilter[] {
  const any = { name: messages.fileKinds.any, extensions: ['*'] }
  const ending = endingOf(name)
  if (ending === null) return [any]
  const kind = kindOf(ending)
  const called = kind === null ? `${messages.fileKinds.other} .${ending}` : messages.fileKinds[kind]
  return [{ name: called, extensions: [ending] }, any]
}

/**
 * The path a person chose, with the ending of the file put back when they retyped the name without one. Another
 * ending of a kind known here is what they want; any other dot belongs to the name.
 */
export function withEnding(chosen: string, offered: string, platform: NodeJS.Platform): string {
  const wanted = endingOf(offered)
  if (wanted === null) return chosen
  const name = (platform === 'win32' ? win32 : posix).basename(chosen)
  const typed = endingOf(name)
  if (typed === wanted || (typed !== null && kindOf(typed) !== null)) return chosen
  return `${chosen.replace(/\.+$/u, '')}.${wanted}`
}

function kindOf(ending: string): FileKind | null {
  for (const kind of KIND_NAMES) {
    const endings: readonly string[] = KINDS[kind]
    if (endings.includes(ending)) return kind
  }
  return null
}

const KIND_NAMES = [
  'pdf',
  'excel',
  'csv',
  'archive',
  'email',
  'calendar',
  'picture',
  'text',
  'word',
  'sound',
] as const satisfies readonly FileKind[]
