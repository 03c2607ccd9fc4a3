import { shallowRef } from 'vue'

export type Notice = Readonly<{
  id: number
  text: string
  kind: 'done' | 'problem'
  undo: (() => void) | null
  /** Goes to what it speaks of. */
  open: (() => void) | null
}>

const SHOWN_FOR = 7_000

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
  options: Readonly<{ kind?: Notice['kind']; undo?: () => void; open?: () => void }> = {},
): void {
  const id = (last += 1)
  const { kind = 'done', undo = null, open = null } = options
  const notice = { id, text, kind, undo, open }
  notices.value = [...notices.value.slice(-2), notice]
  // A problem stays until it is read and put away.
  if (notice.kind === 'done') setTimeout(() => dismiss(id), SHOWN_FOR)
}

/** The passing notices of the program. */
export function useNotice(): Readonly<{
  notify: typeof notify
  dismiss: typeof dismiss
  clear: typeof clear
  notices: typeof notices
}> {
  return { notify, dismiss, clear, notices }
}
