/** By which paper somebody acts for another, and to whom a right was passed on: acts on the overview of a case. */
import type { Walk } from './walk.ts'

const FIRM = 'Công ty Giao hàng Mây Trắng'

export const mandateActs: Walk = {
  'speaks for somebody, whose paper is seen, taken back and seen again': async ({ desk }) => {
    const { t } = desk
    const complainant = desk.region(t('case.blocks.complainant'))
    await desk.press(t('case.block.edit'), complainant)
    await desk.fill(t('case.fields.actingFor'), 'Phan Văn Tư (cha)', complainant)
    await desk.press(t('case.block.save'), complainant)
    await desk.noticed(t('case.block.saved'))
    const mandate = desk.region(t('case.mandate.title'))
    await desk.sees(t('case.mandate.none'), mandate)
    for (const paper of ['Giấy ủy quyền 12/2026', 'Giấy ủy quyền 21/2026']) {
      await desk.press(t('case.mandate.record'), mandate)
      await desk.fill(t('case.fields.mandatePaper'), paper, mandate)
      await desk.shoot('mandate')
      await desk.press(t('case.mandate.record'), mandate)
      await desk.sees(paper, mandate)
      if (paper.includes('21/')) break
      await desk.press(t('case.mandate.takeBack'), mandate)
    }
  },
}

export const passingOn: Walk = {
  'has that right passed on, which is confirmed, taken back and struck out': async ({ desk }) => {
    const { t } = desk
    const rights = desk.region(t('duties.rights'))
    await desk.press(t('duties.passedOn.add'), rights)
    await desk.fill(t('duties.passedOn.recipient'), FIRM, rights)
    await desk.fill(t('duties.passedOn.reference'), 'Thư điện tử', rights)
    await desk.shoot('passing-on')
    await desk.press(t('common.save'), rights)
    await desk.sees(t('duties.passedOn.awaited'), rights)
    await desk.press(t('duties.passedOn.confirm'), rights)
    await desk.fill(t('duties.passedOn.confirmation'), 'Đã làm xong.', rights)
    await desk.press(t('common.save'), rights)
    await desk.sees('Đã làm xong.', rights)
    await desk.shoot('passed-on')
    await desk.press(t('duties.passedOn.unconfirm'), rights)
    await desk.sees(t('duties.passedOn.awaited'), rights)
    const strike = t('duties.passedOn.strikeTitle', { name: FIRM })
    await desk.press(strike, rights)
    const why = desk.dialog(strike)
    await desk.fill(t('letters.dispatch.strikeReason'), 'Ghi nhầm công ty.', why)
    await desk.press(t('duties.passedOn.strike'), why)
    await desk.sees('Ghi nhầm công ty.', rights)
  },
}
