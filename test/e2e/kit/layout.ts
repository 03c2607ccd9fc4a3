import type { Desk } from './desk.ts'

/**
 * What does not fit: a page to scroll sideways, a window to scroll beside its page, or words a control cuts off without
 * saying them elsewhere.
 */
export async function cutOff(desk: Desk): Promise<readonly string[]> {
  return desk.page.evaluate(() => {
    const problems: string[] = []
    for (const box of [document.documentElement, ...document.querySelectorAll('main, dialog')]) {
      if (box.scrollWidth > box.clientWidth + 1) problems.push(`${box.tagName} scrolls sideways`)
    }
    const { scrollHeight, clientHeight } = document.documentElement
    if (scrollHeight > clientHeight + 1) problems.push('the window scrolls beside its page')
    const controls = 'button, a, label, legend, h1, h2, h3, th, summary, [role="option"]'
    for (const control of document.querySelectorAll<HTMLElement>(controls)) {
      if (control.closest('[title]') !== null || control.matches('.visually-hidden')) continue
      const parts = [control, ...control.querySelectorAll<HTMLElement>('span, strong')]
      const cut = parts.find(
        (part) =>
          part.closest('.visually-hidden') === null &&
          getComputedStyle(part).overflow !== 'visible' &&
          part.clientWidth > 0 &&
          (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 2),
      )
      if (cut !== undefined) problems.push(`cut off: ${cut.innerText}`)
    }
    return problems
  })
}

/** The windows people have: the smallest comfortable one, that of a laptop, and a large screen. */
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
] as const

/**
 * What scrolls that should not, at every size: the window beside its page, anything sideways, and one box up and down within
 * another that does so as well. What is typed into and what opens over the page scroll by themselves.
 */
export async function strayScrolls({ page }: Desk): Promise<readonly string[]> {
  const strays: string[] = []
  for (const size of SIZES) {
    await page.setViewportSize(size)
    const found = await page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      const problems: string[] = []
      const nameOf = (box: Element): string => `${box.tagName}.${box.className}`
      const scrolls = (box: Element): boolean => {
        const { overflowY } = getComputedStyle(box)
        const isRoot = box === document.documentElement
        const may = isRoot ? overflowY !== 'hidden' : /auto|scroll/u.test(overflowY)
        return may && box.scrollHeight > box.clientHeight + 1 && box.clientHeight > 0
      }
      if (scrolls(document.documentElement)) problems.push('the window scrolls beside its page')
      const boxes = document.querySelectorAll(
        'main, main *:not(textarea, [role="listbox"], [role="listbox"] *)',
      )
      for (const box of boxes) {
        if (!scrolls(box) || box.closest('dialog, [role="dialog"]') !== null) continue
        const around = box.parentElement?.closest('main, main *') ?? null
        for (let outer = around; outer !== null; outer = outer.parentElement) {
          if (scrolls(outer)) problems.push(`${nameOf(box)} scrolls within ${nameOf(outer)}`)
        }
      }
      return problems
    })
    strays.push(...found.map((problem) => `${size.width}×${size.height}: ${problem}`))
  }
  // As at 200 % zoom of the smallest: nothing of the window is out of reach, or scrolled to sideways.
  await page.setViewportSize({ width: 640, height: 360 })
  const { width, height } = await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return {
      width: document.documentElement.scrollWidth,
      height: document.documentElement.scrollHeight,
    }
  })
  if (width > 640 || height > 360) strays.push(`at 200 % the window takes ${width}×${height}`)
  await page.setViewportSize(SIZES[0])
  return strays
}
