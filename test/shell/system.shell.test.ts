/** What the system does to the program: log-off, another person's turn, a page that hangs, a folder that is unfit. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { shellMessages, withReason } from '#main/electron/messages.ts'
import { setUp, signIn } from '#test/e2e/kit/board.ts'
import { openIntake } from '#test/e2e/kit/complaint.ts'
import type { Desk } from '#test/e2e/kit/desk.ts'
import { needing } from './kit/needing.ts'
import { draftKept } from './kit/drafts.ts'
import { answerOpen, outsideOf } from './kit/outside.ts'
import type { Program } from './kit/program.ts'
import { openShellDesk } from './kit/shell-desk.ts'
import { startProgram } from './kit/start-program.ts'
import { until } from './kit/until.ts'
import { CHAIR } from './walks/walk.ts'

const messages = shellMessages('vi')

describe('a board at work', () => {
  const home = mkdtempSync(join(tmpdir(), 'hoi-am-system-'))
  let program: Program
  let desk: Desk

  beforeAll(async () => {
    program = await startProgram({ home })
    await setUp(await openShellDesk(program), CHAIR)
  })
  beforeEach(() => program.stop())
  afterAll(async () => {
    await program.stop()
    rmSync(home, { recursive: true, force: true })
  })

  const unfinished = () =>
    readdirSync(join(home, 'data', 'snapshots')).filter((name) => name.includes('.part'))

  /** Starts the program on a system, and types a name that nobody has saved yet. */
  async function startTyping(platform: NodeJS.Platform | undefined, name: string): Promise<void> {
    program = await startProgram(platform === undefined ? { home } : { home, needs: { platform } })
    desk = await openShellDesk(program)
    await signIn(desk, CHAIR)
    await openIntake(desk)
    await desk.fill(desk.t('intake.fullName'), name)
  }

  /** What was typed is there for whoever starts the program again, and the board is whole. */
  async function isKept(name: string): Promise<void> {
    await program.stop()
    program = await startProgram({ home })
    desk = await openShellDesk(program)
    await signIn(desk, CHAIR)
    await openIntake(desk)
    const field = desk.field(desk.t('intake.fullName'))
    await until('the name is back', async () => (await field.inputValue()) === name)
  }

  needing('platform').it(
    'ends with the session of Windows, and keeps what is half typed',
    async () => {
      await startTyping('win32', 'Người gọi lúc tắt máy')
      await program.run(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.emit('query-session-end', { reasons: ['shutdown'] })
      })
      // Somebody else may still stop the shutdown: the program is signed out, and open.
      await desk.sees(desk.t('session.ended.away'))
      await program.run(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        setTimeout(() => window?.emit('session-end', { reasons: ['shutdown'] }), 0)
      })
      expect(await program.ended).toBe(0)
      expect(unfinished()).toEqual([])
      await isKept('Người gọi lúc tắt máy')
    },
  )

  needing('platform').it.each(['linux', 'darwin'] as const)(
    'ends when %s goes down',
    async (platform) => {
      await startTyping(platform, `Người gọi: ${platform}`)
      await program.run(({ powerMonitor }) => {
        setTimeout(() => powerMonitor.emit('shutdown'), 0)
      })
      expect(await program.ended).toBe(0)
      expect(unfinished()).toEqual([])
      await isKept(`Người gọi: ${platform}`)
    },
  )

  needing('platform').it(
    'signs out when the Mac is given to somebody else, and keeps what is half typed',
    async () => {
      await startTyping('darwin', 'Người gọi lúc đổi người dùng')
      await program.run(({ powerMonitor }) => void powerMonitor.emit('user-did-resign-active'))
      await desk.sees(desk.t('session.ended.away'))
      await isKept('Người gọi lúc đổi người dùng')
    },
  )

  it('asks about a page that hangs, loads it again, and keeps the draft', async () => {
    const name = 'Người gọi lúc cửa sổ treo'
    await startTyping(undefined, name)
    await draftKept(program, name)
    const loads = async () =>
      (await outsideOf(program)).sent.filter(([route]) => route === 'app.status').length
    const before = await loads()
    await program.run(({ BrowserWindow }) => {
      const outside = Reflect.get(globalThis, 'outside') as { buttons: number[] }
      outside.buttons = [1]
      BrowserWindow.getAllWindows()[0]?.emit('unresponsive')
    })
    await until('the page is loaded again', async () => (await loads()) > before)
    const { asked } = await outsideOf(program)
    expect(asked.map(({ message }) => message)).toEqual([messages.hanging])
    await isKept(name)
  })

  it('shows the window, and says why, when its page cannot be loaded', async () => {
    program = await startProgram({ home })
    await openShellDesk(program)
    await program.run(({ BrowserWindow, dialog }) => {
      const [window] = BrowserWindow.getAllWindows()
      if (window === undefined) return
      window.hide()
      // The program ends right after it has said why: its last words are all that can be asked then.
      dialog.showErrorBox = (_title, text) => {
        process.stdout.write(`${window.isVisible() ? 'shown' : 'hidden'}: ${text}\n`)
      }
      // Each load from now on fails, as one does whose files are gone.
      const fail = (): void => {
        const why = 'ERR_FILE_NOT_FOUND'
        window.webContents.emit('did-fail-load', {}, -6, why, 'app://hoi-am/', true)
      }
      window.loadURL = () => {
        setImmediate(fail)
        return Promise.reject(new Error('ERR_FILE_NOT_FOUND'))
      }
      setImmediate(fail)
    })
    const words = withReason(messages.pageNotLoaded, 'ERR_FILE_NOT_FOUND')
    expect(await program.ended).toBe(0)
    expect(program.said()).toContain(`shown: ${words}`)
  })
})

describe('a data folder that cannot be used', () => {
  let program: Program
  const homes: string[] = []
  afterEach(() => program.stop())
  afterAll(() => homes.forEach((home) => rmSync(home, { recursive: true, force: true })))

  it('a file lies in its place: says so, and lets another folder be chosen', async () => {
    const home = mkdtempSync(join(tmpdir(), 'hoi-am-unfit-'))
    homes.push(home)
    writeFileSync(join(home, 'data'), 'not a folder')
    program = await startProgram({ home })
    const { t, page, ...desk } = await openShellDesk(program)
    await desk.heading(t('session.failedTitle'))
    await page.getByRole('alert').getByText(/\S/u).waitFor()
    await answerOpen(program, null)
    await desk.press(t('session.folder.choose'))
    await until('it asks for a folder', async () =>
      (await outsideOf(program)).asked.some(({ kind }) => kind === 'open'),
    )
    // Not chosen: all is as it was.
    await desk.heading(t('session.failedTitle'))
  })
})
