import { ref, type Ref } from 'vue'

const open = ref(false)

/** Whether the list of keys is shown: any part of the frame may show it. */
export function useShortcutHelp(): Readonly<{ open: Ref<boolean> }> {
  return { open }
}
