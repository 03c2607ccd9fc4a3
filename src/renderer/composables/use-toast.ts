import { shallowRef } from 'vue'

export type Notice = Readonly<{
  id: number
  text: string
  kind: 'done' | 'hint' | 'reminder' | 'problem'
  undo: (() => void) | null
  /** Goes to what it speaks of. */
  open: (() => void) | null
  /** Shows the file it speaks of where it lies. */
  show: (() => void) | null
}>

/** How long a notice stays, in milliseconds. A problem stays until it is read and put away. */
const SHOWN_FOR = { done: 7_000, hint: 15_000, reminder: 15_000, problem: null } as const
/** As long as the core takes an act back, and a little less. */
const UNDO_SHOWN_FOR = 10_000

const notices = shallowRef<readonly Notice[]>([])
let last = 0

function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id)
}

/** For when nobody is signed in any more: what was said was for whoever has left. */
function clear(): void {
  notices.value = []
}

/** Says in passing that something was done, politely (a live region), with an undo or a way where there is one. */
function notify(
  text: string,
  options: Readonly<{
    kind?: Notice['kind']
    undo?: () => void
    open?: () => void
    show?: () => void
  }> = {},
): void {
  const id = (last += 1)
  const { kind = 'done', undo = null, open = null, show = null } = options
  const notice = { id, text, kind, undo, open, show }
  notices.value = [...notices.value.slice(-2), notice]
  const shownFor = undo === null ? SHOWN_FOR[kind] : UNDO_SHOWN_FOR
  if (shownFor !== null) setTimeout(() => dismiss(id), shownFor)
}

/** The passing notices of the program. */
export function useToast(): Readonly<{
  notify: typeof notify
  dismiss: typeof dismiss
  clear: typeof clear
  notices: typeof notices
}> {
  return { notify, dismiss, clear, notices }
}
