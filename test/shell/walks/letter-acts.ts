import type { Desk } from '#test/e2e/kit/desk.ts'
import { openRoom } from '#test/e2e/kit/complaint.ts'
import type { MessageUnder } from '#renderer/i18n/index.ts'
import type { Program } from '../kit/program.ts'

type PrintWindow = Window & { printedPages?: number }

/** Waits until the page that will be exported shows these words. */
export async function pageShows(desk: Desk, code: string, words: string): Promise<void> {
  const page = desk.page.getByRole('region', { name: desk.t('letters.page.label', { code }) })
  await page.getByText(words).first().waitFor({ state: 'attached' })
}

/** Opens the letter of a kind from the room of letters of the case that is shown. */
export async function openLetter(
  desk: Desk,
  code: string,
  kind: MessageUnder<'terms.letterKind'>,
): Promise<void> {
  await openRoom(desk, 'letters')
  await desk.page.getByRole('row', { name: desk.t(`terms.letterKind.${kind}`) }).click()
  await desk.heading(`${desk.t(`terms.letterKind.${kind}`)} ${code}`)
}

/** What the system says of its printers; `[]` is a machine without one. */
export async function setPrinters(program: Program, names: readonly string[]): Promise<void> {
  await program.run(({ BrowserWindow }, found) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) throw new Error('The program has no window.')
    contents.getPrintersAsync = () =>
      Promise.resolve(
        found.map((name) => ({ name, displayName: name, description: '', options: {} as never })),
      )
  }, names)
}

/**
 * A printer at the machine, whose dialog in the page closes at once. Answers how many pages it was given, once it was.
 */
export async function plugInPrinter(desk: Desk, program: Program): Promise<() => Promise<number>> {
  await setPrinters(program, ['Print to PDF'])
  await desk.page.evaluate(() => {
    delete (window as PrintWindow).printedPages
    window.print = () => {
      const pages = document.querySelectorAll('.print-pages img').length
      ;(window as PrintWindow).printedPages = pages
      window.dispatchEvent(new Event('afterprint'))
    }
  })
  return async () => {
    const pages = await desk.page.waitForFunction(() => (window as PrintWindow).printedPages)
    return Number(await pages.jsonValue())
  }
}
