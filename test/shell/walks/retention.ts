/** Closed cases are erased by two persons and certified, a hold keeps one, and a complainant gets their own copy. */
import { signIn } from '#test/e2e/kit/board.ts'
import * as kit from '#test/e2e/kit/complaint.ts'
import { certify, eraseAsDeputy, holdCase, proposeFirst } from '#test/e2e/kit/retention.ts'
import { DEMO_CHAIR, openLiveCase } from '#test/e2e/kit/screens.ts'
import type { Walk } from './walk.ts'

export const retentionWork: Walk = {
  'keeps a case by a hold': async ({ desk }) => {
    await signIn(desk, DEMO_CHAIR)
    await holdCase(desk)
  },

  'notes who gave a file, and takes the own copy of a complainant': async ({ desk }) => {
    const { t, page } = desk
    await openLiveCase(desk, 'cause')
    const files = desk.region(t('case.evidence.title'))
    await kit.attach(desk, files, 'tin-nhan.png', Buffer.from('Tin nhắn'))
    const giver = page.getByLabel(t('case.evidence.giverOf', { name: 'tin-nhan.png' }))
    await giver.selectOption({ label: t('case.evidence.giver.complainant') })
    await kit.openRoom(desk, 'overview')
    const { name } = await desk.saved(() => desk.press(t('duties.ownCopy.take')))
    if (!name.endsWith('.zip')) throw new Error(`no copy but ${name}`)
  },

  'erases a case by two persons, with a certificate': async ({ desk }) => {
    const { t } = desk
    const code = await proposeFirst(desk)
    await eraseAsDeputy(desk, code)
    const take = await certify(desk, code)
    await desk.saved(() => desk.press(take, desk.region(t('retention.register.title'))))
  },
}
