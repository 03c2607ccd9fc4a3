import { onBeforeUnmount, watch } from 'vue'

import { call, onEvent } from '../../api.ts'
import { usePreferences } from '../../stores/preferences.store.ts'
import { electronShell } from '../../composables/in-electron.ts'
import { useCommands } from '../commands/use-commands.ts'

/**
 * Keeps the shell around the window in step: its menu greys what is not to be had here now, its menus and dialogs
 * follow the language and colours chosen, and what is chosen in the menu bar happens in the window. In the browser
 * host there is no such shell and nothing is told. Called once, by the root component.
 */
export function useShell(): void {
  const preferences = usePreferences()
  const { allowed, run } = useCommands()
  const left = new AbortController()

  onBeforeUnmount(
    onEvent((event) => {
      if (event.type === 'menu') run(event.command)
    }),
  )
  onBeforeUnmount(() => left.abort())

  async function follow(): Promise<void> {
    const shell = await electronShell()
    if (shell === null || left.signal.aborted) return
    if (shell.appearance !== undefined) preferences.startIn(shell.appearance)
    const stops = [
      watch(
        () => allowed.value.join(' '),
        () => tell(call('host.menu', { enabled: [...allowed.value] })),
        { immediate: true },
      ),
      watch(
        () => ({ language: preferences.language, theme: preferences.theme }),
        (chosen) => tell(call('host.appearance', chosen)),
        { immediate: true },
      ),
    ]
    left.signal.addEventListener('abort', () => stops.forEach((stop) => stop()))
  }

  void follow()
}

/** A shell that did not hear it is told with the next change; the window goes on without. */
function tell(told: Promise<unknown>): void {
  told.catch(() => undefined)
}
