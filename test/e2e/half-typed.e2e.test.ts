/**
 * Every form that an act opens keeps what is typed in it: left by Esc it says so where it is opened, and after the page began
 * anew it is there again.
 */
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'

import { DEADLINE_RULES, RULE } from '#core/deadlines/rule-table.ts'

import { signIn } from './kit/board.ts'
import { openCase, openRoom, planStep } from './kit/complaint.ts'
import { type Desk, launchChromium, openWorkspace } from './kit/desk.ts'
import { type Host, startHost } from './kit/host.ts'
import { DEMO_CHAIR } from './kit/screens.ts'
import { openLiveCaseAbout } from './kit/ways.ts'

let browser: Browser
let host: Host
let desk: Desk
let code = ''

beforeAll(async () => {
  browser = await launchChromium(inject('chromiumPath'))
  host = await startHost({ demo: true })
  desk = await openWorkspace(browser, host)
  await signIn(desk, DEMO_CHAIR)
  // Nothing of it says yet that something leaked: its suspicion is still to be recorded.
  await openLiveCaseAbout(desk, 'Địa chỉ giao hàng sai dù đã cập nhật', 'overview')
  code = /KN-\d{4}-\d{4}/u.exec(await desk.page.getByRole('main').innerText())?.[0] ?? ''
  await prepareCase()
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await desk.shoot('half-typed-failed')
  expect(desk.faults).toEqual([])
})

/** Something of each kind to work on. */
async function prepareCase(): Promise<void> {
  const { t } = desk
  const rights = desk.region(t('duties.rights'))
  if (await rights.getByText(t('duties.noRights')).isVisible()) {
    await rights.getByRole('combobox').selectOption(t('duties.right.view'))
    await desk.press(t('duties.addRight'), rights)
  }
  await rights.getByRole('listitem').first().waitFor()
  await openRoom(desk, 'cause')
  const chain = desk.region(t('case.cause.chain'))
  const first = desk.field(t('case.cause.firstWhy'), chain)
  await first
    .or(desk.field(t('case.cause.nextWhy'), chain))
    .first()
    .fill('Tệp gửi nhầm')
  await desk.press(t('case.cause.addWhy'), chain)
  await chain.getByText('Tệp gửi nhầm').waitFor()
  await openRoom(desk, 'remedy')
  await planStep(desk, 'KP-01', 'Thu hồi tệp', null)
  await openRoom(desk, 'breach')
  await desk.press(t('breach.suspect'))
  await desk.region(t('breach.duties')).waitFor()
}

/** A form: where it is, how it is opened, the field somebody types into. */
type Form = Readonly<{
  name: string
  go: () => Promise<unknown>
  opener: () => Locator
  field: () => Locator
}>

const room = (name: Parameters<typeof openRoom>[1]) => async () => {
  if (
    !(await desk.page.getByRole('navigation', { name: desk.t('case.rooms.label') }).isVisible())
  ) {
    await openCase(desk, code)
  }
  await openRoom(desk, name)
}
const settings = (section: string, heading: () => Locator) => async () => {
  await desk.page.goto(`${desk.page.url().split('#')[0] ?? ''}#/cai-dat/${section}`)
  await heading().waitFor()
}
/** The name of a button may end with the mark of what waits. */
const begins = (words: string): RegExp =>
  new RegExp(`^${words.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`, 'u')
const inside = (region: () => Locator, words: () => string) => () =>
  region()
    .getByRole('button', { name: begins(words()) })
    .first()

const rightsBlock = (): Locator => desk.region(desk.t('duties.rights'))
const step = (): Locator =>
  desk.region(desk.t('case.remedy.steps')).getByRole('listitem').filter({ hasText: 'Thu hồi tệp' })
const duty = (): Locator => desk.region(desk.t('breach.duties')).getByRole('listitem').first()
const answerRule = (): string =>
  DEADLINE_RULES.find(({ code: each }) => each === RULE.policyAnswer)?.name.vi ?? ''

const addMember = (): Locator =>
  desk.page.getByRole('button', { name: begins(desk.t('people.add')) })

const FORMS: readonly Form[] = [
  {
    name: 'a block',
    go: room('overview'),
    opener: inside(
      () => desk.region(desk.t('case.blocks.narrative')),
      () => desk.t('case.block.edit'),
    ),
    field: () => desk.field(desk.t('case.fields.wanted')),
  },
  {
    name: 'an entry of the contact log',
    go: room('overview'),
    opener: inside(
      () => desk.region(desk.t('contacts.title')),
      () => desk.t('contacts.add'),
    ),
    field: () => desk.field(desk.t('contacts.said'), desk.region(desk.t('contacts.title'))),
  },
  {
    name: 'how a right ended',
    go: room('overview'),
    opener: inside(rightsBlock, () => desk.t('duties.settle')),
    field: () => desk.field(desk.t('duties.remark'), rightsBlock()),
  },
  {
    name: 'who asks for a right',
    go: room('overview'),
    opener: inside(rightsBlock, () => desk.t('duties.checkIdentity')),
    field: () => desk.field(desk.t('duties.against'), rightsBlock()),
  },
  {
    name: 'to whom a right was passed on',
    go: room('overview'),
    opener: inside(rightsBlock, () => desk.t('duties.passedOn.add')),
    field: () => desk.field(desk.t('duties.passedOn.recipient'), rightsBlock()),
  },
  {
    name: 'a request to end the case',
    go: room('overview'),
    opener: inside(
      () => desk.region(desk.t('case.blocks.ending')),
      () => desk.t('case.ending.end'),
    ),
    field: () => desk.field(desk.t('common.reason'), desk.region(desk.t('case.blocks.ending'))),
  },
  {
    name: 'a half-cell of the state',
    go: room('state'),
    opener: () => desk.page.getByRole('table').getByRole('button').first(),
    field: () => desk.field(desk.t('case.state.detail')),
  },
  {
    name: 'a why that is edited',
    go: room('cause'),
    opener: () =>
      desk.button(desk.t('case.cause.editWhy', { n: 1 }), desk.region(desk.t('case.cause.chain'))),
    field: () => desk.field(desk.t('case.cause.why', { n: 1 })),
  },
  {
    name: 'a step that is edited',
    go: room('remedy'),
    opener: inside(step, () => desk.t('case.block.edit')),
    // The step itself is not there while it is edited, by its words.
    field: () =>
      desk.field(desk.t('case.remedy.description'), desk.region(desk.t('case.remedy.steps'))),
  },
  {
    name: 'a notice that was given',
    go: room('breach'),
    opener: () => duty().getByRole('button', { name: begins(desk.t('breach.record')) }),
    field: () => desk.field(desk.t('breach.reference'), duty()),
  },
  {
    name: 'a time limit',
    go: settings('thoi-han', () => desk.page.locator('#limit-rules')),
    opener: () => desk.button(desk.t('limits.editOf', { rule: answerRule() })),
    field: () => desk.field(desk.t('limits.source')),
  },
  {
    name: 'a new member',
    go: settings('thanh-vien', addMember),
    opener: addMember,
    field: () => desk.field(desk.t('people.personTitle')),
  },
  {
    name: 'a change of role',
    go: settings('thanh-vien', addMember),
    opener: () =>
      desk.page.getByRole('button', { name: begins(desk.t('people.changeRole')) }).last(),
    field: () => desk.field(desk.t('common.reason')),
  },
]
/** What was left comes back a moment after the form is shown. */
async function holds(form: Form): Promise<void> {
  await expect.poll(() => form.field().inputValue(), { message: form.name }).toBe(wordsOf(form))
}
const wordsOf = ({ name }: Form): string => `Viết dở: ${name}`

/** Whether the next key goes to something of the kind. */
function focusIsIn(selector: string): Promise<boolean> {
  return desk.page.evaluate((part) => document.activeElement?.closest(part) !== null, selector)
}

it('has the focus, is left by Esc with what was typed, and says so where it is opened, which has it then', async () => {
  for (const form of FORMS) {
    await form.go()
    await form.opener().focus()
    await desk.page.keyboard.press('Enter')
    await expect.poll(() => focusIsIn('form'), { message: form.name }).toBe(true)
    await form.field().fill(wordsOf(form))
    await desk.page.keyboard.press('Escape')
    await form.field().waitFor({ state: 'detached' })
    await form.opener().getByText(desk.t('common.draftWaiting')).waitFor({ state: 'attached' })
    await expect
      .poll(() => form.opener().evaluate((button) => button === document.activeElement), {
        message: form.name,
      })
      .toBe(true)
    // Opened again at once: nothing was lost, and it says that it was found.
    await form.opener().click()
    await holds(form)
    await desk.sees(desk.t('case.block.restored'))
    await desk.page.keyboard.press('Escape')
    await form.field().waitFor({ state: 'detached' })
  }
})

it('is there again after the page began anew, and gone once it is thrown away', async () => {
  await desk.page.reload()
  for (const form of FORMS) {
    await form.go()
    await form.opener().getByText(desk.t('common.draftWaiting')).waitFor({ state: 'attached' })
    await form.opener().click()
    await holds(form)
    const dialog = desk.page.getByRole('dialog')
    const cancel = (await dialog.count()) > 0 ? 'common.cancel' : 'case.block.cancel'
    await desk.page
      .getByRole('button', { name: desk.t(cancel), exact: true })
      .last()
      .click()
    await form.field().waitFor({ state: 'detached' })
    await form.opener().waitFor()
    expect(await form.opener().getByText(desk.t('common.draftWaiting')).count(), form.name).toBe(0)
  }
})
