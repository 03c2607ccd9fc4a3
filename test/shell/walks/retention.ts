/** Closed cases are erased by two persons and certified, a hold keeps one, and a complainant gets their own copy. */
import { signIn } from '#test/e2e/kit/board.ts'
import * as kit from '#test/e2e/kit/complaint.ts'
import { certify, eraseAsDeputy, holdCase, proposeFirst } from '#test/e2e/kit/retention.ts'
import { DEMO_CHAIR } from '#test/e2e/kit/screens.ts'
import { openLiveCase } from '#test/e2e/kit/ways.ts'
import type { Walk } from './walk.ts'

export const retentionWork: Walk = {
  'keeps a case by a hold': async ({ desk }) => {
    await signIn(desk, DEMO_CHAIR)
    await holdCase(desk)
  },

  'notes who gave a file, takes the own copy of a complainant, and prints the case': async ({
    desk,
  }) => {
    const { t, page } = desk
    await openLiveCase(desk, 'cause')
    const files = desk.region(t('case.evidence.title'))
    await kit.attach(desk, files, 'tin-nhan.png', Buffer.from('Tin nhắn'))
    const giver = page.getByLabel(t('case.evidence.giverOf', { name: 'tin-nhan.png' }))
    await giver.selectOption({ label: t('case.evidence.giver.complainant') })
    await files.getByLabel(t('case.evidence.identityCopy')).first().check()
    const goes = page.getByLabel(t('case.evidence.destroyOnOf', { name: 'tin-nhan.png' }))
    await goes.fill(kit.dayFromNow(0))
    await goes.blur()
    await desk.shoot('identity-copy')
    await kit.openRoom(desk, 'overview')
    const { name } = await desk.saved(() => desk.press(t('duties.ownCopy.take')))
    if (!name.endsWith('.zip')) throw new Error(`no copy but ${name}`)
    const dossier = await desk.saved(() => page.keyboard.press('ControlOrMeta+p'))
    if (!dossier.name.endsWith('.pdf')) throw new Error(`no dossier but ${dossier.name}`)
  },

  'destroys a copy of papers on its day': async ({ desk }) => {
    const { t, page } = desk
    await desk.enter(t('frame.today'))
    const due = desk.region(t('case.evidence.toDestroy'))
    await due.getByText('tin-nhan.png').first().waitFor()
    await desk.shoot('copies-to-destroy')
    await desk.press(t('case.evidence.destroyOne', { name: 'tin-nhan.png' }), due)
    const question = desk.dialog(t('case.evidence.destroyTitle'))
    await desk.press(t('case.evidence.destroy'), question)
    await due.getByText('tin-nhan.png').waitFor({ state: 'detached' })
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  },

  'erases a case by two persons, with a certificate': async ({ desk }) => {
    const { t } = desk
    const code = await proposeFirst(desk)
    await eraseAsDeputy(desk, code)
    const take = await certify(desk, code)
    await desk.saved(() => desk.press(take, desk.region(t('retention.register.title'))))
  },
}
