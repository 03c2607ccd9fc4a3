import { onBeforeUnmount, ref, type Ref } from 'vue'

import { carriesFiles } from './dropped.ts'

/**
 * Takes files dropped anywhere on the window while the screen is shown: a browser would leave the program
 * to open what is dropped beside the place meant for it. Words and links dragged about are none of it. Says whether files
 * hover over the window.
 */
export function useFileDrop(take: (dropped: DataTransfer | null) => void): Readonly<Ref<boolean>> {
  const over = ref(false)
  const listening = new AbortController()
  const { signal } = listening

  function hover(event: DragEvent): void {
    if (!carriesFiles(event.dataTransfer)) return
    event.preventDefault()
    over.value = true
  }

  window.addEventListener('dragenter', hover, { signal })
  window.addEventListener('dragover', hover, { signal })
  window.addEventListener(
    'dragleave',
    // Walking from one element to another is no leaving: only the edge of the window has nothing beyond.
    (event) => (over.value = event.relatedTarget !== null && over.value),
    { signal },
  )
  window.addEventListener(
    'drop',
    (event) => {
      over.value = false
      if (!carriesFiles(event.dataTransfer)) return
      event.preventDefault()
      take(event.dataTransfer)
    },
    { signal },
  )
  onBeforeUnmount(() => listening.abort())
  return over
}
