/** A complainant who disagrees is heard again, point by point, and a promise is settled after the answer, on a demonstration board. */
import { openRoom } from '#test/e2e/kit/complaint.ts'
import type { Walk } from './walk.ts'

const POINTS = ['Vẫn bị gọi', 'Chưa được xin lỗi'] as const
const CODE = /KN-\d{4}-\d{4}/u

export const heardAgain: Walk = {
  'settles a promise of an answered case, and hears its complainant again': async ({ desk }) => {
    const { t, page } = desk
    await desk.enter(t('frame.complaints'))
    const scopes = page.getByRole('group', { name: t('complaints.scopeLabel') })
    await scopes.getByText(t('complaints.scope.answered'), { exact: true }).click()
    await page.waitForURL(/scope=answered/u)
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
    const rows = page.getByRole('row')
    const other = CODE.exec(await rows.nth(2).innerText())?.[0] ?? ''
    const code = CODE.exec(await rows.nth(1).innerText())?.[0] ?? ''
    await rows.nth(1).click()
    await page.getByRole('navigation', { name: t('case.rooms.label') }).waitFor()
    await openRoom(desk, 'remedy')
    const steps = desk.region(t('case.remedy.steps'))
    await steps.getByRole('listitem').first().waitFor()
    // Whatever is done already was done without a note, and is not settled again.
    const planned = desk.button(t('case.remedy.settle'), steps)
    if ((await planned.count()) === 0) {
      await desk.button(t('case.remedy.resume'), steps).first().click()
      await planned.first().waitFor()
    }
    await planned.first().click()
    await desk.fill(t('case.remedy.noteLabel'), 'Đối tác đã xác nhận bằng văn bản.', steps)
    await desk.press(t('case.block.save'), steps)
    await desk.noticed(t('case.block.saved'))
    await openRoom(desk, 'overview')
    const linked = desk.region(t('case.blocks.linked'))
    await desk.press(t('case.linked.add'), linked)
    await desk.fill(t('case.linked.code'), other, linked)
    await desk.press(t('case.linked.add'), linked)
    await linked.getByRole('link', { name: other }).waitFor()
    const block = desk.region(t('case.blocks.review'))
    await desk.press(t('case.review.open'), block)
    await desk.fill(t('case.review.narrative'), 'Tôi vẫn bị gọi.', block)
    await desk.press(t('case.review.open'), block)
    await page.getByRole('main').getByText(`${code}-X1`).first().waitFor()
    await openRoom(desk, 'overview')
    const points = desk.region(t('case.blocks.points'))
    await desk.press(t('case.points.divide'), points)
    for (const [at, text] of POINTS.entries()) {
      await desk.fill(t('case.points.point', { n: at + 1 }), text, points)
    }
    await desk.press(t('case.block.save'), points)
    await desk.button(t('case.block.edit'), points).waitFor()
    const outcome = desk.region(t('case.blocks.outcome'))
    await desk.press(t('case.outcome.decide'), outcome)
    const name = t('case.points.pointOf', { n: 1, text: POINTS[0] })
    const point = outcome.getByRole('group', { name, exact: true })
    await desk.field(t('case.points.finding'), point).selectOption(t('terms.outcome.unfounded'))
    await desk.fill(t('case.points.reason'), 'Kết quả trước là đúng.', point)
    await desk.press(t('case.block.save'), outcome)
    await outcome.getByText('Kết quả trước là đúng.').waitFor()
  },
}
