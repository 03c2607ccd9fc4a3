import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'

export type FindWish = 'open' | 'next' | 'previous'

const open = ref(false)
/** A new object for every wish, so that the same one twice is two. */
const wish = shallowRef<Readonly<{ what: FindWish }> | null>(null)

/** The find bar as the menu bar reaches it. */
export function useFind(): Readonly<{
  open: Ref<boolean>
  wish: ShallowRef<Readonly<{ what: FindWish }> | null>
  ask: (what: FindWish) => void
  close: () => void
}> {
  return {
    open,
    wish,
    ask(what) {
      // What lies outside a modal dialog is inert, and so would the bar be.
      if (document.querySelector('dialog[open]') !== null) return
      open.value = true
      wish.value = { what }
    },
    close() {
      open.value = false
      wish.value = null
    },
  }
}
