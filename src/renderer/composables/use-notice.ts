import { shallowRef } from 'vue'

export type Notice = Readonly<{
  id: number
  text: string
  kind: 'done' | 'problem'
  undo: (() => void) | null
}>

const SHOWN_FOR = 7_000

const notices = shallowRef<readonly Notice[]>([])
let last = 0

function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id)
}

/** Says in passing that something was done, politely (a live region), with an undo where there is one. */
function notify(
  text: string,
  options: Readonly<{ kind?: Notice['kind']; undo?: () => void }> = {},
): void {
  const id = (last += 1)
  const notice = { id, text, kind: options.kind ?? 'done', undo: options.undo ?? null }
  notices.value = [...notices.value.slice(-2), notice]
  // A problem stays until it is read and put away.
  if (notice.kind === 'done') setTimeout(() => dismiss(id), SHOWN_FOR)
}

/** The passing notices of the program. */
export function useNotice(): Readonly<{
  notify: typeof notify
  dismiss: typeof dismiss
  notices: typeof notices
}> {
  return { notify, dismiss, notices }
}
