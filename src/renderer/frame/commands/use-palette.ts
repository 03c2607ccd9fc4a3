import { ref, type Ref } from 'vue'

const open = ref(false)

/** Whether the palette is open: the top bar, a key and the menu bar open it. */
export function usePalette(): Readonly<{ open: Ref<boolean> }> {
  return { open }
}
