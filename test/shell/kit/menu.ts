/** The menu bar of the program, used from the test as a hand would. */
import { type ShellLanguage, shellMessages } from '#main/electron/messages.ts'
import type { MenuCommand } from '#shared/commands.ts'
import type { Program } from './program.ts'
import { until } from './until.ts'

type HelpItem = 'log' | 'support'
type Item = Readonly<{ label: string; enabled: boolean }>

/** What the menu shows of an item, by its id. */
export function menuItem(program: Program, id: MenuCommand | HelpItem): Promise<Item> {
  return program.run(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
    if (item === null || item === undefined) throw new Error(`The menu has no ${wanted}.`)
    return { label: item.label, enabled: item.enabled }
  }, id)
}

/** Chooses an item once it is not grey: the window tells the shell what can be had, and that takes a moment. */
export async function choose(program: Program, id: MenuCommand | HelpItem): Promise<void> {
  await until(`${id} is not grey`, async () => (await menuItem(program, id)).enabled)
  await program.run(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click()
  }, id)
}

/** Chooses an item that has no id, by its place among the shell's own words. */
export async function chooseWord(
  program: Program,
  word: 'zoomIn' | 'zoomOut' | 'resetZoom',
  language: ShellLanguage = 'vi',
): Promise<void> {
  await program.run(({ Menu }, label) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? [])
    const item = items?.find((each) => each.label === label)
    if (item === undefined) throw new Error(`The menu has no "${label}".`)
    item.click()
  }, shellMessages(language).menu[word])
}
