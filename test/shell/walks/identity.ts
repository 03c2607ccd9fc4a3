/** Whose case it is, is covered from an auditor until they say why they need to know, on a demonstration board. */
import { signIn, signOut } from '#test/e2e/kit/board.ts'
import { DEMO_CHAIR } from '#test/e2e/kit/screens.ts'
import { openSection } from './board-work.ts'
import { CHAIR, type Walk } from './walk.ts'

const AUDITOR = { username: 'kiem.dang', fullName: 'Đặng Văn Kiểm' }

export const identityWork: Walk = {
  'covers whose case it is from investigators as well': async ({ desk }) => {
    const { t } = desk
    await openSection(desk, 'people')
    const block = desk.region(t('people.identity.title'))
    await desk.press(t('case.block.edit'), block)
    await block.getByLabel(t('people.identity.cover')).check()
    await desk.press(t('case.block.save'), block)
    await desk.sees(t('people.identity.on'), block)
  },

  'shows an auditor whose case it is once they say why': async ({ desk }) => {
    const { t, page } = desk
    await signOut(desk, CHAIR)
    await signIn(desk, { ...AUDITOR, password: DEMO_CHAIR.password })
    await desk.enter(t('frame.complaints'))
    await page.getByRole('row').nth(1).click()
    await desk.sees(t('case.identity.covered'))
    await desk.shoot('identity-covered')
    await desk.press(t('case.identity.reveal'))
    const dialog = desk.dialog(t('case.identity.reveal'))
    await desk.fill(t('common.reason'), 'Đối chiếu thư trả lời với người nhận.', dialog)
    await desk.shoot('identity-reason')
    await desk.press(t('case.identity.reveal'), dialog)
    await desk.sees(t('case.identity.revealed'))
    await desk.shoot('identity-revealed')
    await signOut(desk, AUDITOR)
    await signIn(desk, DEMO_CHAIR)
  },
}
