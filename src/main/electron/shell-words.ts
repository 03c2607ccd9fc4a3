import type { NativeTheme } from 'electron'

import type { Appearance } from '#shared/contract/host.ts'

import { followTheme } from './appearance.ts'
import { shellLanguage, type ShellMessages, shellMessages } from './messages.ts'
import type { WindowMemory } from './window-memory.ts'

/** What the shell speaks and is seen in: the person's choice in the window, before it what they chose last here. */
export type ShellWords = Readonly<{
  messages: () => ShellMessages
  choose: (appearance: Appearance) => void
  /** For the page at its start, whose own storage ends with the program. */
  remembered: () => Readonly<{ appearance?: Appearance }>
}>

/** Until somebody chose anything, the first of the system's languages that we speak and the system's own theme. */
export function createShellWords(
  memory: Pick<WindowMemory, 'current' | 'remember'>,
  nativeTheme: Pick<NativeTheme, 'themeSource'>,
  systemLanguages: readonly string[],
): ShellWords {
  const { appearance } = memory.current()
  let language = appearance?.language ?? shellLanguage(systemLanguages)
  followTheme(nativeTheme, appearance?.theme ?? 'system')
  return {
    messages: () => shellMessages(language),
    choose(chosen) {
      language = chosen.language
      followTheme(nativeTheme, chosen.theme)
      memory.remember({ appearance: chosen })
    },
    remembered() {
      const { appearance: last } = memory.current()
      return last === null ? {} : { appearance: last }
    },
  }
}
