import type { Locator } from 'playwright-core'

import type { MessageUnder } from '#renderer/i18n/index.ts'

import type { Desk } from './desk.ts'
import { enter } from './ways.ts'

type Tab = MessageUnder<'letters.list.tab'>

export async function openLetter(desk: Desk, state: Tab): Promise<void> {
  const { t, page } = desk
  const list = await openTab(desk, state)
  await list.getByRole('row').nth(1).click()
  const sheet = page.getByRole('region', { name: t('letters.parts.label') })
  await sheet.waitFor()
  await page.locator('canvas').first().waitFor()
}

async function openTab(desk: Desk, state: Tab): Promise<Locator> {
  const { t, page } = desk
  await enter(desk, 'frame.letters', 'letters.list.title')
  const tabs = page.getByRole('navigation', { name: t('letters.list.tabs') })
  await tabs.getByRole('link', { name: t(`letters.list.tab.${state}`) }).click()
  const list = page.getByRole('grid', { name: t(`letters.list.tab.${state}`) })
  await list.waitFor()
  // The rows of the tab before stay until those of this one are there.
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
  return list
}

/** Issued letters, three of them chosen. */
export async function openChosenLetters(desk: Desk): Promise<void> {
  const { t, page } = desk
  await enter(desk, 'frame.letters', 'letters.list.title')
  const tabs = page.getByRole('navigation', { name: t('letters.list.tabs') })
  const sent = t('letters.list.tab.dispatched')
  await tabs.getByRole('link', { name: sent, exact: true }).click()
  // The rows of the tab before, which have no number, stay until those of this one are there.
  const numbered = page.getByRole('row', { name: /\d+\/[A-Z]+-BQT/u })
  for (const n of [0, 1, 2]) await numbered.nth(n).getByRole('checkbox').check()
  await desk.sees(t('letters.list.chosen', { n: 3 }))
}

export async function openExport(desk: Desk): Promise<void> {
  const { t } = desk
  await openChosenLetters(desk)
  await desk.press(t('letters.list.export'))
  const dialog = desk.dialog(t('letters.export.title'))
  await dialog.getByText(t('letters.export.range')).click()
  await dialog.locator('[role=status]', { hasText: /\d/ }).waitFor()
}

/** Both ways of verifying, each with an answer. */
export async function openVerification(desk: Desk): Promise<void> {
  const { t, page } = desk
  await enter(desk, 'frame.letters', 'letters.list.title')
  await desk.press(t('letters.verify.title'))
  await desk.heading(t('letters.verify.title'))
  const buffer = Buffer.from('%PDF-1.4')
  const files = desk.region(t('letters.verify.file'))
  await files
    .locator('input[type=file]')
    .setInputFiles({ name: 'Báo giá.pdf', mimeType: 'application/pdf', buffer })
  await desk.sees(t('letters.verify.result.unknown'), files)
  await desk.fill(t('letters.verify.code'), '01/TB-BQT')
  await page.keyboard.press('Enter')
  await desk.sees(t('letters.verify.result.known'))
}

/** A letter to write on: one that waits for approval, taken back. */
export async function openDraft(desk: Desk): Promise<void> {
  await openLetter(desk, 'submitted')
  await desk.press(desk.t('letters.acts.reopen'))
  await desk.field(desk.t('letters.part.advice')).waitFor()
}
