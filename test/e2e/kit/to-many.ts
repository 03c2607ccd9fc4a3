import { openRoom } from './complaint.ts'
import type { Desk } from './desk.ts'
import { openBreach } from './breach.ts'

/** A notice that goes to each of a list, and the list itself. */

/** Lines as they are pasted: two people, and three lines that cannot be used. */
const LINES = [
  'Họ tên;Địa chỉ;Thư điện tử',
  'Nguyễn Thị Bưởi;12 Lê Lợi, phường Hải Châu, Đà Nẵng;buoi@vi.du',
  'Trần Văn Cam;;cam@vi.du',
  'Phạm Thị Dâu',
  ';5 Trần Phú, Huế;',
  'Lê Văn Ổi;;oi@@vi.du',
].join('\n')

/** The notice to a list, begun: nobody is on it yet. */
export async function openAddressees(desk: Desk): Promise<void> {
  const { t } = desk
  await openBreach(desk)
  await openRoom(desk, 'letters')
  const begin = desk.region(t('case.letters.begin'))
  await desk.field(t('case.letters.kind'), begin).selectOption(t('terms.letterKind.L6'))
  const variant = desk.field(t('letters.particulars.variant'), begin)
  await variant.selectOption(t('terms.letterVariant.listed'))
  await desk.press(t('case.letters.draftVi'), begin)
  await desk.sees(t('addressees.none'), desk.region(t('addressees.heading')))
  await desk.page.locator('canvas').first().waitFor()
}

/** The lines being pasted, with what is wrong in them. */
export async function openAddresseeLines(desk: Desk): Promise<void> {
  const { t } = desk
  await openAddressees(desk)
  await desk.press(t('addressees.add'), desk.region(t('addressees.heading')))
  const dialog = desk.dialog(t('addressees.addTitle'))
  await desk.fill(t('addressees.lines'), LINES, dialog)
  await desk.sees(t('addressees.read', { good: '2', wrong: '3' }), dialog)
}

/** Two on the list, and three lines that wait to be put right. */
export async function openAddresseeList(desk: Desk): Promise<void> {
  const { t } = desk
  await openAddresseeLines(desk)
  await desk.press(t('addressees.add'), desk.dialog(t('addressees.addTitle')))
  await desk.noticed(t('addressees.added', { added: '2', unusable: '3' }))
  const list = desk.region(t('addressees.heading'))
  await list.getByRole('list', { name: t('addressees.unusableList') }).waitFor()
}
