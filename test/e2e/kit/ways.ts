import type { Severity } from '#core/complaints/model.ts'
import type { MessageKey, MessageUnder } from '#renderer/i18n/index.ts'

import { openCase, openRoom } from './complaint.ts'
import type { Desk } from './desk.ts'

/** The ways that several screens of the demonstration board share. */

export async function enter(desk: Desk, room: MessageKey, title: MessageKey): Promise<void> {
  await desk.enter(desk.t(room))
  await desk.heading(desk.t(title))
}

export async function openList(desk: Desk): Promise<void> {
  await enter(desk, 'frame.complaints', 'complaints.title')
  await desk.page.getByRole('row').nth(1).waitFor()
}

/** An open case, where something can still be done; of this severity, if one is named. */
export async function openLiveCase(
  desk: Desk,
  room: MessageUnder<'case.rooms'>,
  severity?: Severity,
): Promise<void> {
  const { t, page } = desk
  await openList(desk)
  if (severity !== undefined) {
    const name = t('complaints.chip.severity', { name: t(`terms.severity.${severity}`) })
    await desk.choose(t('complaints.addFilter'), name, name)
    await page.waitForURL(new RegExp(`severity=${severity}`, 'u'))
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
  }
  const code = /KN-\d{4}-\d{4}/.exec(await desk.page.getByRole('row').nth(1).innerText())?.[0]
  await openCase(desk, code ?? '')
  await openRoom(desk, room)
}

/** Opens a case that is under way, of those somebody told these words. */
export async function openLiveCaseAbout(
  desk: Desk,
  words: string,
  room: MessageUnder<'case.rooms'>,
): Promise<void> {
  await openList(desk)
  await desk.page.getByRole('searchbox', { name: desk.t('complaints.search') }).fill(words)
  await desk.page.waitForURL(/[?&]search=/u)
  await desk.page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
  const row = desk.page.getByRole('row').filter({ hasText: words }).first()
  const code = /KN-\d{4}-\d{4}/.exec(await row.innerText())?.[0]
  await openCase(desk, code ?? '')
  await openRoom(desk, room)
}

/** The form that divides a complaint under way into points. */
export async function openDivision(desk: Desk): Promise<void> {
  await openLiveCase(desk, 'overview')
  const block = desk.region(desk.t('case.blocks.points'))
  await block.getByRole('button').first().click()
  await desk.field(desk.t('case.points.point', { n: 2 }), block).waitFor()
}

export async function openFirm(desk: Desk, name: string): Promise<void> {
  await enter(desk, 'frame.firmsShort', 'firms.title')
  await desk.page.getByRole('row', { name }).click()
  await desk.region(desk.t('firms.verdict')).waitFor()
}
