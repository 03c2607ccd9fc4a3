/** What only the program around the window can do, asked for in the window and in the menu bar. */
import { randomUUID } from 'node:crypto'

import { expect } from 'vitest'

import { signIn } from '#test/e2e/kit/board.ts'
import { openIntake } from '#test/e2e/kit/complaint.ts'
import { DEMO_CHAIR } from '#test/e2e/kit/screens.ts'
import { hasSent } from '../kit/outside.ts'
import { openSection } from './board-work.ts'
import type { Walk } from './walk.ts'

const ADDRESS = 'https://ledu.vn/hoi-am/'

export const shellWork: Walk = {
  'finds words in the page, opened by the menu, and takes the marks away': async ({
    desk,
    program,
  }) => {
    const { t, page } = desk
    await program.run(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('find')?.click()
    })
    const bar = page.getByRole('search', { name: t('find.label') })
    await desk.fill(t('find.label'), t('frame.complaints'), bar)
    // Only to be had once something was found.
    await desk.press(t('find.next'), bar)
    await desk.press(t('find.close'), bar)
    await bar.waitFor({ state: 'detached' })
    await hasSent(program, 'host.findEnd')
  },

  'shows the log, and copies what support needs': async ({ desk }) => {
    const { t } = desk
    await openSection(desk, 'appearance')
    await desk.press(t('support.openLog'))
    await desk.press(t('support.copy'))
    await desk.noticed(t('support.copied'))
  },

  'says why it cannot be updated, and keeps the address for the other machines': async ({
    desk,
  }) => {
    const { t } = desk
    await openSection(desk, 'updates')
    await desk.sees(t('updates.impossible.no-key'))
    const block = desk.region(t('updates.address'))
    await desk.press(t('case.block.edit'), block)
    await desk.fill(t('updates.address'), ADDRESS, block)
    await desk.press(t('case.block.save'), block)
    await desk.sees(ADDRESS, block)
  },

  'asks what became of a complaint that was sent before the page began anew': async ({
    desk,
    program,
  }) => {
    const { t, page } = desk
    const left = { fullName: 'Lê Thị Gửi Dở', sentAs: randomUUID() }
    await page.evaluate(
      (input) => window.hoiAm?.request('drafts.save', new TextEncoder().encode(input)),
      JSON.stringify({ form: 'intake', body: JSON.stringify(left) }),
    )
    await openIntake(desk)
    await hasSent(program, 'drafts.outcome')
    // It had not arrived, so it is there to be sent.
    await desk.sees(t('common.draftRestored'))
    expect(await desk.field(t('intake.fullName')).inputValue()).toBe(left.fullName)
  },

  'keeps what is half typed, and signs out, when the screen is locked': async ({
    desk,
    program,
  }) => {
    await program.run(({ powerMonitor }) => void powerMonitor.emit('lock-screen'))
    await desk.sees(desk.t('session.ended.away'))
    await hasSent(program, 'host.readyToClose')
    await signIn(desk, DEMO_CHAIR)
  },
}

/** The first step at a demonstration board. */
export const signingIn: Walk = {
  'is opened by its chair': ({ desk }) => signIn(desk, DEMO_CHAIR),
}
