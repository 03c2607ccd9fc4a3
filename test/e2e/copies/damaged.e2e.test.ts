/** A disk that failed: the board finds its database damaged and goes back to the copy of the day before. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'

import { setUp, signIn, signOut } from '../kit/board.ts'
import { eventually } from '#test/setup/eventually.ts'
import { type Desk, launchChromium, openWorkspace } from '../kit/desk.ts'
import { type Host, startHost } from '../kit/host.ts'
import { cutOff } from '../kit/layout.ts'

const CHAIR = {
  username: 'ngoclan',
  password: 'trang-giay-sach-2026',
  fullName: 'Trần Thị Ngọc Lan',
  title: 'Trưởng ban',
}

let browser: Browser
let host: Host
let desk: Desk
const dataDir = mkdtempSync(join(tmpdir(), 'hoi-am-damaged-'))

beforeAll(async () => {
  browser = await launchChromium(inject('chromiumPath'))
  host = await startHost({ dataDir })
  desk = await openWorkspace(browser, host)
})
afterAll(async () => {
  await browser.close()
  await host.stop()
  rmSync(dataDir, { recursive: true })
})
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await desk.shoot('damaged-failed')
  expect(desk.faults).toEqual([])
})

it('a copy is made when the last one leaves, and the settings say when', async () => {
  const { t, page } = desk
  await setUp(desk, CHAIR)
  await signOut(desk, CHAIR)
  await signIn(desk, CHAIR)
  const copies = () =>
    readdirSync(join(dataDir, 'snapshots')).filter((name) => /^board-.+Z\.json$/u.test(name))
  await eventually(() => expect(copies()).toHaveLength(1))
  await desk.enter(t('frame.settings'))
  const sections = page.getByRole('navigation', { name: t('settings.sections') })
  await sections.getByRole('link', { name: t('settings.section.recovery') }).click()
  const block = desk.region(t('snapshots.title'))
  const table = block.getByRole('grid', { name: t('snapshots.kept') })
  await table.getByText(t('snapshots.state.whole')).waitFor()
  await desk.sees(t('snapshots.neverRehearsed'), block)
  await desk.press(t('snapshots.take'), block)
  await desk.noticed(t('snapshots.taken'))
  await eventually(async () =>
    expect(await table.getByText(t('snapshots.state.whole')).count()).toBe(2),
  )
  await desk.press(t('snapshots.rehearse'), block)
  await desk.noticed(t('snapshots.rehearsed'))
  const parts = { at: '#', madeAt: '#', files: 0, n: 0 }
  await desk.sees(t('snapshots.wentWell', parts).split('#').at(-1) ?? '', block)
  expect(await cutOff(desk)).toEqual([])
  await desk.shoot('copies')

  // Somebody alters what the newest copy says of itself: the settings and the first page say so.
  const newest = join(dataDir, 'snapshots', copies().toSorted().at(-1) ?? '')
  const said = readFileSync(newest, 'utf8')
  writeFileSync(newest, said.replace('"complaints": 0', '"complaints": 1'))
  await desk.press(t('snapshots.rehearse'), block)
  await block.getByText(t('snapshots.state.altered')).waitFor()
  await desk.sees(t('snapshots.fault.database'), block)
  await desk.enter(t('frame.today'))
  await desk.page.getByRole('note').getByText(t('snapshots.warning')).waitFor()
  await desk.shoot('copies-warning')
  writeFileSync(newest, said)
  await desk.page.getByRole('link', { name: t('snapshots.warningWay') }).click()
  await desk.press(t('snapshots.rehearse'), block)
  await desk.sees(t('snapshots.wentWell', parts).split('#').at(-1) ?? '', block)
})

it('a damaged database is said to be one, and the newest whole copy takes its place', async () => {
  await desk.page.context().close()
  await host.stop()
  const database = join(dataDir, 'hoi-am.db')
  const bytes = readFileSync(database)
  writeFileSync(database, bytes.fill(7, 0, 4096))

  host = await startHost({ dataDir })
  desk = await openWorkspace(browser, host)
  const { t, page } = desk
  await desk.heading(t('session.title'))
  await desk.fill(t('session.username'), CHAIR.username)
  await desk.fill(t('session.password'), CHAIR.password)
  await desk.press(t('session.signIn'))
  await page.getByRole('alert').getByText(t('errors.DATABASE_DAMAGED')).waitFor()
  expect(await cutOff(desk)).toEqual([])
  expect(await desk.field(t('session.password')).inputValue(), 'nothing to type again').not.toBe('')
  await desk.shoot('damaged-sign-in')
  await desk.press(t('session.restore.open'))
  await desk.press(t('session.restore.act'))
  const question = desk.dialog(t('session.restore.title'))
  await desk.press(t('session.restore.act'), question)
  await desk.heading(t('today.title'))
  const [before = ''] = t('session.restore.done', { moment: '#' }).split('#')
  await desk.sees(before)
  await desk.shoot('damaged-restored')
  expect(readdirSync(join(dataDir, 'damaged'))).toHaveLength(1)
  await signOut(desk, CHAIR)
})
