/** What the walks through lost folders and damaged boards do again and again: coming in, and naming a second place. */
import type { Desk } from '#test/e2e/kit/desk.ts'
import { openSection } from './board-work.ts'
import { CHAIR } from './walk.ts'

/** The chair signs in, and stands before Today. */
export async function comeIn(desk: Desk): Promise<void> {
  const { t } = desk
  await desk.fill(t('session.username'), CHAIR.username)
  await desk.fill(t('session.password'), CHAIR.password)
  await desk.press(t('session.signIn'))
  await desk.heading(t('today.title'))
}

/** The board chooses `folder` as its second place, having read what it means for its keys. */
export async function usePlace(desk: Desk, folder: string): Promise<void> {
  const { t, page } = desk
  await openSection(desk, 'recovery')
  await desk.fill(t('snapshots.place.folder'), folder)
  await page.getByLabel(t('snapshots.place.keys')).check()
  await desk.press(t('snapshots.place.choose'))
  await desk.noticed(t('snapshots.place.chosen'))
}
