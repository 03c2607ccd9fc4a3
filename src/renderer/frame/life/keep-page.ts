import { carriesFiles } from '../../kit/behaviour/dropped.ts'

/**
 * Keeps the page when something is dropped beside every place meant for it: a browser would leave the program and
 * open the file or the link instead, and with it go the words half typed. Words may still be dragged into a field.
 * Returns the way to stop.
 */
export function keepPage(target: Window): () => void {
  const listening = new AbortController()
  const { signal } = listening

  function refuse(event: DragEvent): void {
    // A place that takes files has said so already.
    if (event.defaultPrevented || isForField(event)) return
    event.preventDefault()
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none'
  }

  for (const type of ['dragenter', 'dragover', 'drop'] as const) {
    target.addEventListener(type, refuse, { signal })
  }
  return () => listening.abort()
}

function isForField({ target, dataTransfer }: DragEvent): boolean {
  if (carriesFiles(dataTransfer) || !(target instanceof Element)) return false
  return target.closest('input, textarea, [contenteditable="true"]') !== null
}
