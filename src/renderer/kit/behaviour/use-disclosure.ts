import { nextTick, ref, type Ref, type ShallowRef } from 'vue'

type Part = Readonly<ShallowRef<HTMLElement | null>>

export type Disclosure = Readonly<{
  open: Ref<boolean>
  toggle: () => Promise<void>
  /** Closes it and gives the focus back to its button. */
  close: () => void
  /** For `focusout` of the root: whoever goes elsewhere leaves it closed. */
  onFocusOut: (event: FocusEvent) => void
}>

/** A panel that a button opens, both within `root`. The focus goes into the panel. */
export function useDisclosure({
  root,
  panel,
  button,
}: Readonly<{ root: Part; panel: Part; button: Part }>): Disclosure {
  const open = ref(false)
  return {
    open,
    async toggle() {
      open.value = !open.value
      if (!open.value) return
      await nextTick()
      panel.value?.focus()
    },
    close() {
      open.value = false
      button.value?.focus()
    },
    onFocusOut({ relatedTarget }) {
      if (relatedTarget instanceof Node && root.value?.contains(relatedTarget)) return
      open.value = false
    },
  }
}
