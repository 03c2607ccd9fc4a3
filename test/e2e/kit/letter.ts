import type { Desk } from './desk.ts'
import { openRoom } from './complaint.ts'

/** Opens the answer of the case that stands open. */
export async function openAnswer(desk: Desk, code: string): Promise<void> {
  await openRoom(desk, 'letters')
  await desk.page.getByRole('row', { name: desk.t('terms.letterKind.L4') }).click()
  await desk.heading(`${desk.t('terms.letterKind.L4')} ${code}`)
}

/** Waits until the page that will be exported shows these words. */
export async function pageShows(desk: Desk, code: string, words: string): Promise<void> {
  const page = desk.page.getByRole('region', { name: desk.t('letters.page.label', { code }) })
  await page.getByText(words).first().waitFor({ state: 'attached' })
}

/** Adds a line to what is advised, waits until it is stored and on the page. */
export async function addAdvice(desk: Desk, code: string, words: string): Promise<void> {
  const { t } = desk
  const field = desk.field(t('letters.part.advice'))
  await field.fill(`${await field.inputValue()}\n- ${words}`)
  await desk.sees(t('letters.save.saved'))
  await pageShows(desk, code, words)
}

export async function submitLetter(desk: Desk): Promise<void> {
  await desk.press(desk.t('letters.acts.submit'))
  await desk.noticed(desk.t('letters.done.submit'))
}

export async function approveLetter(desk: Desk): Promise<void> {
  await desk.press(desk.t('letters.acts.approve'))
  await desk.noticed(desk.t('letters.done.approve'))
}

/** Records the open letter as posted, its proof with it, once the form said that the channel is missing. */
export async function dispatchByPost(desk: Desk, trackingNumber: string): Promise<void> {
  const { t } = desk
  const sending = desk.region(t('letters.dispatch.heading'))
  await desk.press(t('letters.dispatch.record'), sending)
  const dialog = desk.dialog(t('letters.dispatch.record'))
  await desk.press(t('letters.dispatch.record'), dialog)
  await desk.sees(t('issues.WRONG_TYPE'), dialog)
  const channel = desk.field(t('letters.dispatch.channel'), dialog)
  await channel.selectOption(t('terms.dispatchChannel.post'))
  await desk.fill(t('letters.dispatch.trackingNumber'), trackingNumber, dialog)
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'bien-nhan.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Đã nhận'),
  })
  await desk.press(t('letters.dispatch.record'), dialog)
  await desk.noticed(t('letters.dispatch.answered'))
  await desk.sees(trackingNumber, sending)
  await desk.press(t('letters.dispatch.proofOf', { name: 'bien-nhan.txt' }), sending)
  const viewer = desk.dialog('bien-nhan.txt')
  await desk.sees('Đã nhận', viewer)
  await desk.press(t('common.close'), viewer)
}

/** Holds an issued letter and a copy of it with one bit turned against the register, side by side. */
export async function tellApart(desk: Desk, bytes: Buffer): Promise<void> {
  const { t, page } = desk
  await page.goto(`${page.url().split('#')[0] ?? ''}#/thu/doi-chieu`)
  await desk.heading(t('letters.verify.title'))
  const altered = Buffer.from(bytes)
  const middle = Math.floor(altered.length / 2)
  altered[middle] = (altered[middle] ?? 0) ^ 1
  const file = desk.region(t('letters.verify.file'))
  await file.locator('input[type=file]').setInputFiles([
    { name: 'goc.pdf', mimeType: 'application/pdf', buffer: bytes },
    { name: 'sua.pdf', mimeType: 'application/pdf', buffer: altered },
  ])
  await desk.sees(t('letters.verify.result.genuine'), file)
  await desk.sees(t('letters.verify.result.altered'), file)
}
