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
