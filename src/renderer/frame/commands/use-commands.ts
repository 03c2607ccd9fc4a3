import { computed, type ComputedRef } from 'vue'
import { useRouter } from 'vue-router'

import { assertNever } from '#core/kernel/errors.ts'
import type { MenuCommand } from '#shared/commands.ts'

import { menuCommandsFor } from './fixed-commands.ts'
import { useSession } from '../../stores/session.store.ts'
import { errorText } from '../../words/errors.ts'
import { useFind } from '../find/use-find.ts'
import { useToast } from '../../composables/use-toast.ts'
import { usePalette } from './use-palette.ts'
import { usePrint } from '../../composables/use-print.ts'
import { to } from '../../to.ts'
import { useShortcutHelp } from './use-shortcut-help.ts'

export type Commands = Readonly<{
  /** What the person at this window may begin now. */
  allowed: ComputedRef<readonly MenuCommand[]>
  /** Begins it, if it is allowed: a key of the menu bar may fire though its item is grey (electron#49841). */
  run: (command: MenuCommand) => void
}>

/** What can be begun from anywhere, by the palette, the menu bar or a key. */
export function useCommands(): Commands {
  const router = useRouter()
  const session = useSession()
  const help = useShortcutHelp()
  const palette = usePalette()
  const find = useFind()
  const print = usePrint()
  const { notify } = useToast()

  const allowed = computed(() => {
    const { person, can } = session
    // Whoever has still to confirm the recovery key does that first, and nothing else.
    return menuCommandsFor(person !== null && !person.recoveryPending, can)
  })

  function lock(): void {
    session.signOut().catch((error: unknown) => notify(errorText(error), { kind: 'problem' }))
  }

  function run(command: MenuCommand): void {
    if (!allowed.value.includes(command)) return
    switch (command) {
      case 'keys':
        help.open.value = true
        return
      case 'palette':
        palette.open.value = true
        return
      case 'print':
        void print()
        return
      case 'find':
        find.ask('open')
        return
      case 'findNext':
        find.ask('next')
        return
      case 'findPrevious':
        find.ask('previous')
        return
      case 'lock':
        lock()
        return
      case 'updates':
        void router.push(to.settings('updates'))
        return
      case 'intake':
      case 'verify':
      case 'today':
      case 'complaints':
      case 'steps':
      case 'letters':
      case 'firms':
      case 'figures':
      case 'audit':
      case 'settings':
        // Rooms and the two acts that are rooms of their own: routes of the same name.
        void router.push({ name: command })
        return
      default:
        assertNever(command)
    }
  }

  return { allowed, run }
}
