import { nextTick, onBeforeUnmount, watchEffect } from 'vue'

/** Opens a block and puts the focus where the next key is wanted. */
type Reach = () => unknown

/** The blocks on the screen that a link can lead to, by their names. */
const standing = new Map<string, Reach>()
/** Where a link led whose page is not there yet. */
let wanted = ''

/** Goes to a block, now or as soon as it is there; an empty name: to none, and the one wanted before is forgotten. */
export function goToPlace(name: string): void {
  wanted = name
  void arrive(name)
}

async function arrive(name: string): Promise<void> {
  // What the step changes on the page is drawn first.
  await nextTick()
  const reach = standing.get(name)
  if (name === '' || wanted !== name || reach === undefined) return
  wanted = ''
  await reach()
}

/** While this component stands, a link that ends in `#name` leads to it: `reach` opens the one of its blocks that was named. */
export function usePlaces(names: () => readonly string[], reach: (name: string) => unknown): void {
  const mine = new Map<string, Reach>()
  function leave(): void {
    for (const [name, own] of mine) if (standing.get(name) === own) standing.delete(name)
    mine.clear()
  }
  watchEffect(() => {
    leave()
    for (const name of names()) {
      const own = (): unknown => reach(name)
      mine.set(name, own)
      standing.set(name, own)
      if (wanted === name) void arrive(name)
    }
  })
  onBeforeUnmount(leave)
}

const FOCUSABLE = 'input, textarea, select, button, a[href], [tabindex]'

/** Brings a block into view and goes to the first that is there of what these selectors name, else to what takes keys. */
export async function focusIn(
  block: HTMLElement | null | undefined,
  ...selectors: readonly string[]
): Promise<void> {
  await nextTick()
  block?.scrollIntoView({ block: 'nearest' })
  for (const selector of [...selectors, FOCUSABLE]) {
    const found = block?.querySelector<HTMLElement>(selector)
    if (!found) continue
    found.focus()
    return
  }
}
