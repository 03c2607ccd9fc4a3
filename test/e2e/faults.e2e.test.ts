/** What goes wrong at a window: said in words, and nothing typed is lost. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'

import { MAX_FILE_BYTES } from '#shared/protocol/envelope.ts'
import { signIn, signOut } from './kit/board.ts'
import { addNote, engageFirm, fillIntake, openCase, openIntake, openRoom } from './kit/complaint.ts'
import { type Desk, launchChromium, openWorkspace } from './kit/desk.ts'
import { type Host, startHost } from './kit/host.ts'
import { cutOff } from './kit/layout.ts'
import { DEMO_CHAIR } from './kit/screens.ts'
import { openLiveCase } from './kit/ways.ts'

const MARKUP =
  '<img src=x onerror="alert(1)"><script>alert(2)</script> #set text(red) $x^2$ {{ 7 * 7 }} @ref `'

let browser: Browser
let host: Host
let desk: Desk

beforeAll(async () => {
  browser = await launchChromium(inject('chromiumPath'))
  host = await startHost({ demo: true })
  desk = await openWorkspace(browser, host)
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') {
    await desk.shoot(`fault-${context.task.name.slice(0, 40)}-failed`)
  }
  desk.faults.splice(0)
  await signOut(desk, { fullName: 'Trần Thị Ngọc Lan' })
})

it('slows down who guesses a password, says how long, and lets the right one in', async () => {
  const { t, page } = desk
  const refused = page.getByRole('alert').getByText(t('errors.TOO_MANY_ATTEMPTS'))
  for (let guess = 0; guess < 8 && (await refused.count()) === 0; guess += 1) {
    await desk.fill(t('session.username'), DEMO_CHAIR.username)
    await desk.fill(t('session.password'), `guess ${guess}`)
    await desk.press(t('session.signIn'))
    const wrong = page.getByRole('alert').getByText(t('errors.WRONG_CREDENTIALS'))
    await wrong.or(refused).waitFor()
    expect(await desk.field(t('session.password')).inputValue()).toBe('')
  }
  await refused.waitFor()
  await desk.fill(t('session.password'), DEMO_CHAIR.password)
  const [beforeNumber = ''] = t('session.wait', { n: 0 }).split('0')
  expect(await page.getByRole('button', { name: beforeNumber }).isDisabled()).toBe(true)
  await signIn(desk, DEMO_CHAIR)
  expect(desk.faults).toEqual([])
})

it('shows two people who edit the same words both versions, and keeps what each typed', async () => {
  const { t } = desk
  await signIn(desk, DEMO_CHAIR)
  await openLiveCase(desk, 'overview')
  const code = /KN-\d{4}-\d{4}/.exec(await desk.page.getByRole('main').innerText())?.[0] ?? ''
  const other = await desk.another()
  await openCase(other, code)

  const edit = async (at: Desk, words: string) => {
    const block = at.region(t('case.blocks.narrative'))
    await at.press(t('case.block.edit'), block)
    await at.fill(t('case.fields.wanted'), words, block)
    return block
  }
  const mine = await edit(desk, 'Bản của tôi.')
  const theirs = await edit(other, 'Bản của người kia.')
  await other.press(t('case.block.save'), theirs)
  await other.noticed(t('case.block.saved'))

  await mine.getByText(t('case.block.disputed')).waitFor()
  await mine.getByText('Bản của người kia.').waitFor()
  expect(await desk.field(t('case.fields.wanted'), mine).inputValue()).toBe('Bản của tôi.')
  await desk.press(t('case.block.saveMine'), mine)
  await desk.noticed(t('case.block.saved'))
  await other.sees('Bản của tôi.', theirs)
  await openRoom(desk, 'history')
  await desk.sees('Bản của người kia.', desk.page.getByRole('main'))
  expect([...desk.faults, ...other.faults]).toEqual([])
  await other.page.close()
})

it('refuses a file with nothing in it and one of more than 50 MB, each with its reason', async () => {
  const { t } = desk
  await signIn(desk, DEMO_CHAIR)
  await openLiveCase(desk, 'firms')
  const firm = 'Công ty TNHH An ninh mạng Sao Khuê'
  await engageFirm(desk, 'sao khue', firm)
  const note = await addNote(desk, firm, { author: 'Vũ Hải Đăng', body: 'Hai tệp kèm theo.' })
  const folder = mkdtempSync(join(tmpdir(), 'hoi-am-files-'))
  const [empty, large] = [join(folder, 'trống.txt'), join(folder, 'quá lớn.bin')]
  writeFileSync(empty, '')
  writeFileSync(large, '')
  truncateSync(large, MAX_FILE_BYTES + 1)
  for (const [file, why] of [
    [empty, 'empty'],
    [large, 'too-large'],
  ] as const) {
    await desk.field(t('case.evidence.add'), note).setInputFiles(file)
    await note
      .getByRole('alert')
      .getByText(t(`drops.${why}`, { name: basename(file) }))
      .waitFor()
    await desk.press(t('frame.dismiss'), note)
  }
  await desk.sees(t('case.firm.noFiles'), note)
  rmSync(folder, { recursive: true })
  expect(desk.faults).toEqual([])
})

it('survives its core being killed while somebody types', async () => {
  const { t, page } = desk
  // Signing in renews the window's secret, and its stream of events is opened anew with it: what happens in between no
  // stream tells.
  let isIn = false
  const listens = new Promise<void>((resolve) => {
    page.on('response', (response) => {
      if (response.url().endsWith('/api/session.signIn')) isIn = true
      else if (isIn && response.url().endsWith('/api/events')) resolve()
    })
  })
  await signIn(desk, DEMO_CHAIR)
  await openIntake(desk)
  const kept = page.waitForResponse(
    (response) =>
      response.url().endsWith('/api/drafts.save') &&
      (response.request().postData()?.includes('Phan Thị Kiều Oanh') ?? false),
  )
  await desk.fill(t('intake.fullName'), 'Phan Thị Kiều Oanh')
  await kept
  await listens
  host.killCore()
  await desk.heading(t('session.title'))
  await desk.sees(t('session.ended.core-restarted'))
  await desk.fill(t('session.username'), DEMO_CHAIR.username)
  await desk.fill(t('session.password'), DEMO_CHAIR.password)
  await desk.press(t('session.signIn'))
  await desk.heading(t('intake.title'))
  await desk.sees(t('common.draftRestored'))
  expect(await desk.field(t('intake.fullName')).inputValue()).toBe('Phan Thị Kiều Oanh')
  // A request under way when the core died is answered 503, which the browser itself writes down.
  expect(desk.faults.filter((fault) => !/status of 503/.test(fault))).toEqual([])
})

/** Pastes a picture in the room that is open, and agrees that it is attached. */
async function pastePicture(): Promise<void> {
  const { t, page } = desk
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File(['a'], 'image.png', { type: 'image/png' }))
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }))
  })
  const question = page.getByRole('dialog')
  await question.getByText(t('attaching.pasted')).waitFor()
  await desk.press(t('attaching.paste'), question)
  await page
    .getByText(t('attaching.done', { name: t('attaching.pasted') }))
    .first()
    .waitFor()
}

it('shows markup as the text it is, and a name of 300 characters without breaking a line', async () => {
  const { t, page } = desk
  const longName = `${MARKUP} ${'Nguyễnphúcđăngkhoa'.repeat(20)}`.slice(0, 300)
  await signIn(desk, DEMO_CHAIR)
  await openIntake(desk)
  await fillIntake(desk, { fullName: longName, phone: '0903 123 456', account: MARKUP })
  for (const key of ['actingFor', 'subject', 'narrative', 'wanted', 'address'] as const) {
    await desk.fill(t(`intake.${key}`), MARKUP)
  }
  // What is handed over with it goes with it.
  const told = { name: '<b>đơn</b>.txt', mimeType: 'text/plain', buffer: Buffer.from('a') }
  await desk.field(t('attaching.add')).setInputFiles(told)
  expect(await cutOff(desk)).toEqual([])
  await desk.press(t('intake.save'))
  const saved = desk.region(t('intake.saved.title'))
  await saved.getByText(MARKUP).first().waitFor()
  const code = /KN-\d{4}-\d{4}/.exec(await saved.innerText())?.[0] ?? ''
  expect(await cutOff(desk)).toEqual([])

  await openCase(desk, code)
  await pastePicture()
  for (const room of ['overview', 'state', 'history', 'letters'] as const) {
    await openRoom(desk, room)
    expect(await cutOff(desk)).toEqual([])
  }
  await openRoom(desk, 'cause')
  const evidence = desk.region(t('case.evidence.title'))
  await evidence.getByText(told.name, { exact: true }).waitFor()
  await evidence.getByText(t('attaching.pasted')).first().waitFor()
  await openRoom(desk, 'letters')
  await desk.press(t('case.letters.draftVi'))
  await desk.heading(`${t('terms.letterKind.L4')} ${code}`)
  const sheet = desk.region(t('letters.page.label', { code }))
  await sheet.getByText('<img src=x').first().waitFor({ state: 'attached' })
  expect(await cutOff(desk)).toEqual([])
  await desk.enter(t('frame.letters'))
  await page
    .getByRole('navigation', { name: t('letters.list.tabs') })
    .getByText(t('letters.list.tab.draft'))
    .click()
  await page.getByRole('row', { name: code }).waitFor()
  expect(await cutOff(desk)).toEqual([])
  expect(await page.locator('img[src="x"]').count()).toBe(0)
  expect(desk.faults).toEqual([])
})
