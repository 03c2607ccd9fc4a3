/**
 * The window closed by its X in the middle of a word: whoever starts the program again finds what was typed, in every
 * form that is shown without an act before it. The others, which an act opens, are in `test/e2e/half-typed.e2e.test.ts`: they
 * keep what is typed by the same draft, and the window's ending asks all of them at one place (`use-flush.ts`).
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'

import { nameOf } from '#core/taxonomies/term.ts'
import { DATA_ITEMS } from '#core/taxonomies/data-items.ts'
import { SYSTEMS } from '#core/taxonomies/systems.ts'
import { setUp, signIn } from '#test/e2e/kit/board.ts'
import * as kit from '#test/e2e/kit/complaint.ts'
import type { Desk } from '#test/e2e/kit/desk.ts'
import type { MessageKey, MessageUnder } from '#renderer/i18n/index.ts'
import { draftKept } from './kit/drafts.ts'
import { closeWindow } from './kit/ending.ts'
import type { Program } from './kit/program.ts'
import { openShellDesk } from './kit/shell-desk.ts'
import { startProgram } from './kit/start-program.ts'
import { until } from './kit/until.ts'
import { CHAIR } from './walks/walk.ts'

/** One form: how it is reached, and the field somebody is typing into. */
type Form = Readonly<{ name: string; open: (desk: Desk) => Promise<Locator> }>

const FIRM = 'Công ty TNHH An ninh mạng Sao Khuê'

async function openBlock(
  desk: Desk,
  title: MessageKey,
  edit: MessageKey,
  field: MessageKey,
): Promise<Locator> {
  const block = desk.region(desk.t(title))
  const found = desk.field(desk.t(field), block)
  if (!(await found.isVisible())) await desk.press(desk.t(edit), block)
  await found.waitFor()
  return found
}

const inRoom =
  (room: MessageUnder<'case.rooms'>, open: (desk: Desk) => Promise<Locator>): Form['open'] =>
  async (desk) => {
    await kit.openCase(desk, code)
    await kit.openRoom(desk, room)
    return open(desk)
  }

const FORMS: readonly Form[] = [
  {
    name: 'the intake',
    async open(desk) {
      await kit.openIntake(desk)
      return desk.field(desk.t('intake.narrative'))
    },
  },
  {
    name: 'a block of the overview',
    open: inRoom('overview', (desk) =>
      openBlock(desk, 'case.blocks.narrative', 'case.block.edit', 'case.fields.wanted'),
    ),
  },
  {
    name: 'a check of the state',
    open: inRoom('state', async (desk) => {
      const { t, language } = desk
      const cell = {
        item: nameOf(DATA_ITEMS, 'phone', language),
        system: nameOf(SYSTEMS, 'member-db', language),
        phase: t('terms.phase.before'),
      }
      await desk.press(t('case.state.cell', { ...cell, finding: t('case.state.unchecked') }))
      return desk.field(t('case.state.detail'))
    }),
  },
  {
    name: 'a why',
    open: inRoom('cause', async (desk) => desk.field(desk.t('case.cause.firstWhy'))),
  },
  {
    name: 'a planned step',
    open: inRoom('remedy', async (desk) =>
      desk.field(desk.t('case.remedy.description'), desk.region(desk.t('case.remedy.add'))),
    ),
  },
  {
    name: 'bringing in a firm',
    open: inRoom('firms', async (desk) => desk.field(desk.t('case.firm.scope'))),
  },
  {
    name: 'a note of a firm',
    open: inRoom('firms', async (desk) => {
      const engagement = desk.region(FIRM).last()
      const body = desk.field(desk.t('case.firm.body'), engagement)
      const add = desk.button(desk.t('case.firm.addNote'), engagement)
      await body.or(add).first().waitFor()
      if (!(await body.isVisible())) await add.click()
      return body
    }),
  },
  {
    name: 'a new firm',
    async open(desk) {
      const { t } = desk
      await desk.enter(t('frame.firmsShort'))
      // Its name goes on with the mark of what waits in it.
      const add = desk.page.getByRole('main').getByRole('button', {
        name: new RegExp(`^${t('firms.add')}`, 'u'),
      })
      await add.click()
      return desk.field(t('firms.contractNumber'), desk.dialog(t('firms.add')))
    },
  },
  {
    name: 'a house text',
    async open(desk) {
      await desk.page.goto(`${desk.page.url().split('#')[0] ?? ''}#/cau-mau`)
      return desk.field(desk.t('phrases.text.vi'), desk.region(desk.t('phrases.editor')))
    },
  },
]

const DRAFT_BACK_MS = 5000
const home = mkdtempSync(join(tmpdir(), 'hoi-am-half-typed-'))
let code = ''
let program: Program
let desk: Desk

beforeAll(async () => {
  program = await startProgram({ home })
  desk = await openShellDesk(program)
  await setUp(desk, CHAIR)
  await prepareCase()
})
afterAll(async () => {
  await program.stop()
  rmSync(home, { recursive: true, force: true })
})
afterEach(() => expect(desk.faults).toEqual([]))

/** A case with a firm in it, so that every form has its place. */
async function prepareCase(): Promise<void> {
  const { t } = desk
  await desk.enter(t('frame.firmsShort'))
  await desk.press(t('firms.add'))
  const dialog = desk.dialog(t('firms.add'))
  await desk.fill(t('firms.name'), FIRM, dialog)
  await desk.fill(t('firms.contractNumber'), '15/2026', dialog)
  await desk.fill(t('firms.contractValidUntil'), kit.dayFromNow(300), dialog)
  await desk.fill(t('firms.ndaValidUntil'), kit.dayFromNow(300), dialog)
  await desk.press(t('firms.add'), dialog)
  await desk.noticed(t('firms.added', { name: FIRM }))
  await kit.openIntake(desk)
  await kit.fillIntake(desk, { fullName: 'Đỗ Thị Hoà', phone: '0903123456', account: 'hoado90' })
  await desk.press(t('intake.save'))
  const saved = desk.region(t('intake.saved.title'))
  await saved.waitFor()
  code = /KN-\d{4}-\d{4}/u.exec(await saved.innerText())?.[0] ?? ''
  await kit.openCase(desk, code)
  await kit.openRoom(desk, 'firms')
  await kit.engageFirm(desk, 'sao khue', FIRM)
}

beforeEach(async () => {
  if (desk.page.isClosed()) await startAgain()
})

async function startAgain(): Promise<void> {
  await program.stop()
  program = await startProgram({ home })
  desk = await openShellDesk(program)
  await signIn(desk, CHAIR)
}

/** Makes way for the next form, which a dialog would cover. */
async function putAway({ page }: Desk): Promise<void> {
  const dialog = page.getByRole('dialog')
  if ((await dialog.count()) === 0) return
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

/** A draft is put back a moment after its form is shown. */
async function holds(field: Locator, words: string): Promise<void> {
  const there = async (): Promise<boolean> => (await field.inputValue()) === words
  await until(`"${words}" is in its field`, there, DRAFT_BACK_MS)
}

it('what was kept is there again in every form', async () => {
  for (const { name, open } of FORMS) {
    const words = `Viết dở một lúc: ${name}`
    await (await open(desk)).fill(words)
    await draftKept(program, words)
    await putAway(desk)
  }
  await closeWindow(program)
  expect(await program.ended).toBe(0)
  await startAgain()
  for (const { name, open } of FORMS) {
    await holds(await open(desk), `Viết dở một lúc: ${name}`)
    await putAway(desk)
  }
})

it.each(FORMS)('$name: closed while it is typed into', async ({ name, open }) => {
  const words = `Viết dở: ${name}`
  const field = await open(desk)
  await field.fill(words)
  // At once, as somebody does who was called away.
  await closeWindow(program)
  expect(await program.ended).toBe(0)
  await startAgain()
  await holds(await open(desk), words)
})
