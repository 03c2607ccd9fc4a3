import { pdfOfBrackets } from '#test/fixtures/hostile/files.ts'
import type { Desk } from './desk.ts'

/** Gives the PDF that once froze the program for two minutes to be verified; `meanwhile` is done while it is read. */
export async function verifyHostilePdf(
  desk: Desk,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { t } = desk
  await desk.enter(t('frame.letters'))
  await desk.press(t('letters.verify.title'))
  await desk.heading(t('letters.verify.title'))
  const files = desk.region(t('letters.verify.file'))
  const buffer = pdfOfBrackets()
  await files
    .locator('input[type=file]')
    .setInputFiles({ name: 'Thư giả.pdf', mimeType: 'application/pdf', buffer })
  await meanwhile()
  await desk.sees(t('issues.READING_TIME'), files)
}
