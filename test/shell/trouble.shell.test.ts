/** Pages and cores that die or hang, machines that are locked or sleep: said in words, and nothing typed is lost. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'

import { signIn } from '#test/e2e/kit/board.ts'
import { openIntake } from '#test/e2e/kit/complaint.ts'
import type { Desk } from '#test/e2e/kit/desk.ts'
import { verifyHostilePdf } from '#test/e2e/kit/hostile.ts'
import { DEMO_CHAIR } from '#test/e2e/kit/screens.ts'
import { draftStored } from './kit/drafts.ts'
import { outsideOf } from './kit/outside.ts'
import type { Program } from './kit/program.ts'
import { openShellDesk } from './kit/shell-desk.ts'
import { startProgram } from './kit/start-program.ts'
import { needing } from './kit/needing.ts'
import { fireAtCore } from './kit/core-words.ts'
import { corePid, crashPage, killCore, pidOf } from './kit/trouble.ts'
import { until } from './kit/until.ts'

/** Longer than the slowest machine makes a demonstration board in; nothing is measured by it. */
const PATIENCE_MS = 200_000

let program: Program
let desk: Desk

beforeAll(async () => {
  program = await startProgram({ demo: true })
  desk = await openShellDesk(program)
  await signIn(desk, DEMO_CHAIR)
})
afterAll(() => program.stop())
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await desk.shoot('shell-trouble-failed')
})

/** Types a name into the intake, and waits until the core keeps it. */
async function typeName(name: string): Promise<void> {
  await openIntake(desk)
  await desk.fill(desk.t('intake.fullName'), name)
  await draftStored(program, 'intake', name)
}

/** Signs in again and finds what was typed. */
async function nameIsBack(name: string): Promise<void> {
  const { t } = desk
  await desk.heading(t('session.title'))
  await desk.fill(t('session.username'), DEMO_CHAIR.username)
  await desk.fill(t('session.password'), DEMO_CHAIR.password)
  await desk.press(t('session.signIn'))
  await desk.heading(t('intake.title'))
  await desk.sees(t('common.draftRestored'))
  expect(await desk.field(t('intake.fullName')).inputValue()).toBe(name)
}

it.each(['lock-screen', 'suspend'] as const)(
  'signs out at %s, and keeps the draft',
  async (event) => {
    const name = `Người gọi lúc ${event}`
    await typeName(name)
    await program.run(({ powerMonitor }, fired) => void powerMonitor.emit(fired), event)
    await desk.sees(desk.t('session.ended.away'))
    await nameIsBack(name)
    expect(desk.faults).toEqual([])
  },
)

it('a PDF made to hang programs is refused by a process of its own, which the host started', async () => {
  const core = await corePid(program)
  await verifyHostilePdf(desk)
  await desk.shoot('shell-verify-refused')
  // The one that had to be stopped is gone; the next file brings another.
  const files = desk.region(desk.t('letters.verify.file'))
  const buffer = Buffer.from('%PDF-1.4')
  await files
    .locator('input[type=file]')
    .setInputFiles({ name: 'Báo giá.pdf', mimeType: 'application/pdf', buffer })
  await desk.sees(desk.t('letters.verify.result.unknown'), files)
  expect(await pidOf(program, 'Hoi Am Reader')).not.toBe(core)
  expect(await corePid(program)).toBe(core)
  expect(desk.faults).toEqual([])
})

it('starts a core that was killed again, and keeps the draft', async () => {
  const name = 'Phan Thị Kiều Oanh'
  await typeName(name)
  await killCore(program)
  await desk.sees(desk.t('session.ended.core-restarted'))
  await nameIsBack(name)
})

needing('page-after-crash').it('shows a page that crashed again, and keeps the draft', async () => {
  const name = 'Lý Thu Hà'
  await typeName(name)
  const events = () => outsideOf(program).then(({ sent }) => sent.length)
  const before = await events()
  await crashPage(program)
  // The page that takes its place asks anew.
  await until('the page is back', async () => (await events()) > before)
  await program.forget()
  desk = await openShellDesk(program)
  await nameIsBackAfterCrash(name)
})

/** A crashed page has lost its place and its session: whoever signs in goes to the intake by themselves. */
async function nameIsBackAfterCrash(name: string): Promise<void> {
  const { t } = desk
  await desk.page.getByRole('heading', { level: 1 }).waitFor()
  if (await desk.field(t('session.password')).isVisible()) await signIn(desk, DEMO_CHAIR)
  await openIntake(desk)
  await desk.sees(t('common.draftRestored'))
  expect(await desk.field(t('intake.fullName')).inputValue()).toBe(name)
}

// Electron tells of a fatal error of V8 by an `error` event, which raises where nobody listens.
it('survives that V8 gives up in the core', async () => {
  await fireAtCore(program)
  await desk.page.getByRole('heading', { level: 1 }).waitFor()
  expect((await outsideOf(program)).errors).toEqual([])
})

needing('slow-start').it(
  'says that it is at work while a board takes long to be made',
  async () => {
    const slow = await startProgram({
      demo: true,
      // A board that is still to be made.
      environment: { HOI_AM_DEMO_BOARD: '' },
      needs: { 'slow-start': 150 },
    })
    try {
      const page = await slow.page()
      const { t } = desk
      await page.getByText(t('frame.starting')).waitFor()
      expect(await page.getByText(t('frame.startFailed')).count()).toBe(0)
      await page
        .getByRole('heading', { level: 1, name: t('session.title'), exact: true })
        .waitFor({ timeout: PATIENCE_MS })
      expect(await page.getByText(t('frame.starting')).count()).toBe(0)
    } finally {
      await slow.stop()
    }
  },
)
