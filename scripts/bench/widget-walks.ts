import type { CDPSession, Page } from 'playwright-core'

import type { Heard } from '#test/fixtures/widgets-page/page.ts'

/** One step of somebody at the keyboard; whether what should come of it came. */
type Step = (page: Page, devtools: CDPSession) => Promise<boolean>

const NEXT_ROW = 'KN-1'
const LAST_ROW = 'KN-99999'

/** Text of the row in which the focus is; empty where there is none. */
function focusedRow(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.closest('tbody tr')?.textContent ?? '')
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
  // Drawn, and whatever fades in or out has done so.
  await page.waitForTimeout(400)
}

function heard(page: Page): Promise<Heard> {
  return page.evaluate(() => ({ ...window.widgets.heard }))
}

function options(page: Page): Promise<number> {
  return page.locator('[role=option]:visible, .n-base-select-option:visible').count()
}

function attribute(page: Page, name: string): Promise<string | null> {
  return page.evaluate((of) => document.activeElement?.getAttribute(of) ?? null, name)
}

/** Writes as an input method does: what is underlined is in the field, but not yet settled. */
async function compose(devtools: CDPSession, page: Page, text: string): Promise<void> {
  const end = text.length
  await devtools.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end })
  await page.waitForTimeout(400)
}

/** The platform lets Tab go on from a dialog to the browser's own buttons; the page is then without a focus. */
function isBehindDialog(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { activeElement, body } = document
    return activeElement !== body && !activeElement?.closest('dialog, [role=dialog]')
  })
}

function isInDialog(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.activeElement?.closest('dialog, [role=dialog]') instanceof Element,
  )
}

/** A name of which the last word is composed, as every Vietnamese input method may do. */
const COMPOSED: Readonly<Record<string, Step>> = {
  'hears a word while it is composed': async (page, devtools) => {
    await press(page, 'Tab')
    await page.keyboard.type('Nguyễn Thị ')
    await compose(devtools, page, 'Hoà')
    return (await heard(page)).value === 'Nguyễn Thị Hoà'
  },
  'has it when it is settled, once': async (page, devtools) => {
    await devtools.send('Input.insertText', { text: 'Hoà' })
    await page.waitForTimeout(400)
    return (await heard(page)).value === 'Nguyễn Thị Hoà'
  },
}

/** By widget, the steps in their order: each goes on where the one before it left off. */
export const WALKS: Readonly<Record<string, Readonly<Record<string, Step>>>> = {
  table: {
    'Tab comes to a row': async (page) => {
      for (let stop = 0; stop < 10 && (await focusedRow(page)) === ''; stop += 1) {
        await press(page, 'Tab')
      }
      return (await focusedRow(page)) !== ''
    },
    '↓ goes to the next': async (page) => {
      await press(page, 'ArrowDown')
      return (await focusedRow(page)).includes(NEXT_ROW)
    },
    'Space chooses it': async (page) => {
      await press(page, 'Space')
      return (await heard(page)).selected === 1
    },
    'Shift ↓ chooses the next too': async (page) => {
      await press(page, 'Shift+ArrowDown')
      return (await heard(page)).selected === 2
    },
    'Ctrl A chooses all': async (page) => {
      await press(page, 'Control+a')
      return (await heard(page)).selected === 100_000
    },
    'End goes to the last': async (page) => {
      await press(page, 'End')
      return (await focusedRow(page)).includes(LAST_ROW)
    },
    'Enter opens it': async (page) => {
      await press(page, 'Enter')
      return (await heard(page)).opened === LAST_ROW
    },
    'says how many rows there are': (page) =>
      page.evaluate(() => document.querySelector('[aria-rowcount="100001"]') !== null),
  },
  choice: {
    'Tab comes to it, ↓ opens': async (page) => {
      await press(page, 'Tab', 'ArrowDown')
      return (await options(page)) > 1
    },
    'says that it is open (aria-expanded)': async (page) =>
      (await attribute(page, 'aria-expanded')) === 'true',
    'says what is marked (aria-activedescendant)': async (page) =>
      (await attribute(page, 'aria-activedescendant')) !== null,
    'finds “Địa chỉ” by “dia chi”': async (page) => {
      await page.keyboard.type('dia chi')
      await page.waitForTimeout(400)
      return (await options(page)) === 1
    },
    'Enter takes it': async (page) => {
      await press(page, 'Enter')
      return (await heard(page)).value === '400'
    },
    'Esc closes and keeps it': async (page) => {
      await press(page, 'ArrowDown', 'Escape')
      return (await options(page)) === 0 && (await heard(page)).value === '400'
    },
    'finds while a word is composed': async (page, devtools) => {
      await press(page, 'ArrowDown')
      await compose(devtools, page, 'địa')
      return (await options(page)) === 1
    },
  },
  text: COMPOSED,
  heardText: COMPOSED,
  dialog: {
    'Enter opens it and the focus goes in': async (page) => {
      await press(page, 'Tab', 'Enter')
      return isInDialog(page)
    },
    'has a role and a name': (page) =>
      page.evaluate(() => {
        const dialog = document.activeElement?.closest('dialog, [role=dialog]')
        return dialog?.hasAttribute('aria-labelledby') === true
      }),
    'Tab never comes to what is behind it': async (page) => {
      for (let stop = 0; stop < 8; stop += 1) {
        await press(page, 'Tab')
        if (await isBehindDialog(page)) return false
      }
      return true
    },
    'Esc closes it': async (page) => {
      if (!(await isInDialog(page))) await press(page, 'Tab')
      await press(page, 'Escape')
      return !(await heard(page)).dialog
    },
    'the focus goes back': async (page) => (await attribute(page, 'id')) === 'open',
  },
  tooltip: {
    'shows when Tab comes': async (page) => {
      await press(page, 'Tab')
      return page.getByText('Gửi thư đi').isVisible()
    },
    'is said with what it explains': async (page) =>
      (await attribute(page, 'title')) !== null ||
      (await attribute(page, 'aria-describedby')) !== null,
  },
}
