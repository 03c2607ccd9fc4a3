/**
 * Every route of the contract, called as the real window calls it: the walks go through every room and form, what the
 * window sent is read at the bridge, and a route that no walk sent fails by its name.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { shellMessages } from '#main/electron/messages.ts'
import { publicKeyText } from '#main/electron/updates/signature.ts'
import { takeCommandId } from '#shared/protocol/command-id.ts'
import { contract } from '#shared/contract/index.ts'
import { isRouteName } from '#test/setup/routes.ts'
import type { Program, StartOptions } from './kit/program.ts'
import { setUp, signOut } from '#test/e2e/kit/board.ts'
import { FEED_SECRET, makePair, startFeed } from '#test/main/electron/updates/feed-server.ts'
import { lacking } from './kit/capabilities.ts'
import { closeWindow } from './kit/ending.ts'
import { holdCore } from './kit/core-words.ts'
import { installAppImage } from './kit/installed.ts'
import { buildWithKey, type KeyedBuild } from './kit/keyed-build.ts'
import { needing, runtimeOfThisRun } from './kit/needing.ts'
import { answerOpen, hasSent, outsideOf, takeSent } from './kit/outside.ts'
import { openShellDesk } from './kit/shell-desk.ts'
import { startProgram } from './kit/start-program.ts'
import { until } from './kit/until.ts'
import { boardWork } from './walks/board-work.ts'
import { comeIn, usePlace } from './walks/come-in.ts'
import { ending, halfFiles } from './walks/ending.ts'
import { heardAgain } from './walks/heard-again.ts'
import { identityWork } from './walks/identity.ts'
import { listWork } from './walks/list-work.ts'
import { mainJob } from './walks/main-job.ts'
import { retentionWork } from './walks/retention.ts'
import { secondCall } from './walks/second-call.ts'
import { shellWork, signingIn } from './walks/shell-work.ts'
import { updateWalk } from './walks/update.ts'
import { type Board, CHAIR, type Walk } from './walks/walk.ts'
import { wayIn } from './walks/way-in.ts'

const sent = new Map<string, string[]>()

async function collect(program: Program): Promise<void> {
  for (const [route, input] of await takeSent(program)) {
    sent.set(route, [...(sent.get(route) ?? []), input])
  }
}

function walkThrough(name: string, walk: Walk, options: () => StartOptions = () => ({})): void {
  describe(name, () => {
    let program: Program
    let board: Board
    let broken = false
    beforeAll(async () => {
      program = await startProgram(options())
      board = { program, desk: await openShellDesk(program), code: '' }
    })
    afterAll(async () => {
      // Nothing is left to collect where the last step ended the program.
      await collect(program).catch(() => undefined)
      await program.stop()
    })
    // Each step stands on the one before: after a failure the rest would only wait in vain.
    beforeEach((context) => context.skip(broken))
    afterEach(async (context) => {
      if (broken) return
      broken = context.task.result?.state === 'fail'
      if (broken) await collect(program)
      if (broken) await board.desk.shoot(`shell-${context.task.name.slice(0, 60)}`)
      expect(board.desk.faults).toEqual([])
    })
    const steps = Object.entries(walk)
    for (const [index, [step, act]] of steps.entries()) {
      it(step, async () => {
        // The last step may end the program.
        if (index === steps.length - 1) await collect(program)
        await act(board)
      })
    }
  })
}

walkThrough('the work of a board, from its first day', {
  ...mainJob,
  ...secondCall,
  ...ending,
})
const feed = await startFeed()
const pair = makePair()
const machine = mkdtempSync(join(tmpdir(), 'hoi-am-updated-'))
const installed = installAppImage(machine)
afterAll(async () => {
  await feed.close()
  rmSync(machine, { recursive: true, force: true })
})

needing('other-build', 'platform').describe('a program that has the key of the releases', () => {
  let built: KeyedBuild | null = null
  const options = (): StartOptions => {
    built ??= buildWithKey(publicKeyText(pair.publicKey))
    return {
      demo: true,
      home: machine,
      needs: { 'other-build': built.entry, platform: 'linux' },
      environment: { ...installed.environment, STAND_IN_TRUSTED_SECRET: FEED_SECRET },
    }
  }
  afterAll(() => built?.remove())
  walkThrough(
    'is brought up to date',
    { ...signingIn, ...updateWalk(feed, pair, installed) },
    options,
  )
})

const demo = (): StartOptions => ({ demo: true })
walkThrough(
  'a demonstration board',
  { ...boardWork, ...identityWork, ...wayIn, ...shellWork },
  demo,
)

walkThrough(
  'a demonstration board whose answers are not the end of it',
  { ...signingIn, ...heardAgain, ...listWork },
  demo,
)

walkThrough('a demonstration board on which cases are over', retentionWork, demo)

/** Where no other build can be started no update is possible: the build in `out/` has no key. */
const NEED_A_KEY = lacking(['other-build'], runtimeOfThisRun()).flatMap(() => [
  'host.updateCheck',
  'host.updateDownload',
  'host.updateStop',
  'host.updateInstall',
])
/** Asked by the shell itself, never by its window: what an update may do, and what came of it. */
const ASKED_BY_THE_SHELL: ReadonlySet<string> = new Set(['updates.begin', 'updates.settle'])

it('a damaged board goes back to its newest copy', async () => {
  const home = mkdtempSync(join(tmpdir(), 'hoi-am-damaged-'))
  const wholeBoard = await startProgram({ home })
  try {
    const desk = await openShellDesk(wholeBoard)
    await setUp(desk, CHAIR)
    await signOut(desk, CHAIR)
    await collect(wholeBoard)
    await closeWindow(wholeBoard)
    expect(await wholeBoard.ended).toBe(0)
  } finally {
    await wholeBoard.stop()
  }
  const database = join(home, 'data', 'hoi-am.db')
  writeFileSync(database, readFileSync(database).fill(7, 0, 4096))
  const damaged = await startProgram({ home })
  try {
    const desk = await openShellDesk(damaged)
    const { t } = desk
    await desk.fill(t('session.username'), CHAIR.username)
    await desk.fill(t('session.password'), CHAIR.password)
    await desk.press(t('session.signIn'))
    await desk.press(t('session.restore.open'))
    await desk.press(t('session.restore.act'))
    await desk.press(t('session.restore.act'), desk.dialog(t('session.restore.title')))
    await desk.heading(t('today.title'))
    await collect(damaged)
  } finally {
    await damaged.stop()
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
})

it('a board has a second place, and comes back from it when its folder is gone', async () => {
  const home = mkdtempSync(join(tmpdir(), 'hoi-am-second-place-'))
  const stick = join(home, 'stick')
  mkdirSync(stick)
  try {
    const first = await startProgram({ home })
    try {
      const desk = await openShellDesk(first)
      await setUp(desk, CHAIR)
      await usePlace(desk, stick)
      await collect(first)
      await closeWindow(first)
      expect(await first.ended).toBe(0)
    } finally {
      await first.stop()
    }
    rmSync(join(home, 'data'), { recursive: true })
    const second = await startProgram({ home })
    try {
      const desk = await openShellDesk(second)
      const { t } = desk
      await desk.press(t('snapshots.bringBack.way'))
      const folder = desk.field(t('snapshots.bringBack.folder'))
      // "Cancel" leaves what was typed.
      await folder.fill('half typed')
      await answerOpen(second, null, stick)
      await desk.press(t('common.chooseFolder'))
      await until('the dialog was shown', async () => (await outsideOf(second)).asked.length > 0)
      expect(await folder.inputValue()).toBe('half typed')
      await desk.press(t('common.chooseFolder'))
      await until('it is chosen', async () => (await folder.inputValue()) === stick)
      const { folderFor } = shellMessages('vi')
      expect((await outsideOf(second)).asked).toMatchObject([
        { kind: 'open', title: folderFor.bringBack, properties: ['openDirectory'] },
        { kind: 'open', title: folderFor.bringBack },
      ])
      await desk.fill(t('session.username'), CHAIR.username)
      await desk.fill(t('session.password'), CHAIR.password)
      await desk.press(t('snapshots.bringBack.act'))
      await hasSent(second, 'snapshots.bringBack')
      await desk.page.getByRole('button', { name: t('session.signIn') }).waitFor()
      await comeIn(desk)
      await usePlace(desk, stick)
      await desk.press(t('snapshots.place.leave'))
      await desk.press(t('snapshots.place.leave'), desk.dialog(t('snapshots.place.leaveTitle')))
      await desk.noticed(t('snapshots.place.left'))
      await collect(second)
    } finally {
      await second.stop()
    }
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
})

it('a board whose newest entries are gone says so, until its chair has taken note', async () => {
  const home = mkdtempSync(join(tmpdir(), 'hoi-am-lost-'))
  const database = join(home, 'data', 'hoi-am.db')
  try {
    const begun = await startProgram({ home })
    try {
      const desk = await openShellDesk(begun)
      await setUp(desk, CHAIR)
      await signOut(desk, CHAIR)
      await closeWindow(begun)
      expect(await begun.ended).toBe(0)
    } finally {
      await begun.stop()
    }
    const older = readFileSync(database)
    const used = await startProgram({ home })
    try {
      await comeIn(await openShellDesk(used))
      await closeWindow(used)
      expect(await used.ended).toBe(0)
    } finally {
      await used.stop()
    }
    writeFileSync(database, older)
    rmSync(`${database}-wal`, { force: true })
    const program = await startProgram({ home })
    try {
      const desk = await openShellDesk(program)
      const { t } = desk
      await comeIn(desk)
      await desk.press(t('audit.loss.acknowledge'), desk.dialog(t('audit.loss.title')))
      await hasSent(program, 'audit.acknowledgeLoss')
      await collect(program)
    } finally {
      await program.stop()
    }
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
})

it('a data folder that does not do is left for another, unless the person thinks better of it', async () => {
  const place = mkdtempSync(join(tmpdir(), 'hoi-am-unfit-'))
  // A cloud keeps this folder in step: a database would come to harm in it.
  const home = join(place, 'OneDrive')
  mkdirSync(home)
  const program = await startProgram({ home })
  try {
    const { press, t, heading } = await openShellDesk(program)
    await heading(t('session.failedTitle'))
    await answerOpen(program, null)
    await press(t('session.folder.choose'))
    await hasSent(program, 'host.chooseDataFolder')
    await collect(program)
    expect((await outsideOf(program)).asked.map(({ kind }) => kind)).toEqual(['open'])
  } finally {
    await program.stop()
    rmSync(place, { recursive: true, force: true, maxRetries: 5 })
  }
})

it('a copy that takes long at the close is said, and can be given up: no half file stays', async () => {
  const program = await startProgram()
  try {
    const desk = await openShellDesk(program)
    await setUp(desk, CHAIR)
    const letOn = await holdCore(program, 'copying')
    await closeWindow(program)
    await desk.heading(desk.t('closing.title'))
    await desk.press(desk.t('closing.leave'))
    await hasSent(program, 'host.leaveCopy')
    await collect(program)
    await letOn()
    expect(await program.ended).toBe(0)
    expect(halfFiles(program)).toEqual([])
  } finally {
    await program.stop()
  }
})

describe('the contract', () => {
  it('is called whole by the walks', () => {
    const known = new Set([...sent.keys(), ...NEED_A_KEY, ...ASKED_BY_THE_SHELL])
    const missing = Object.keys(contract).filter((route) => !known.has(route))
    expect(missing.join(' ')).toBe('')
  })

  it('has every route that is said to be unsent, and no window sends one of the shell', () => {
    const unsent = [...NEED_A_KEY, ...ASKED_BY_THE_SHELL]
    expect(unsent.filter((route) => !isRouteName(route) || sent.has(route))).toEqual([])
  })

  it('takes every input the window sent', () => {
    for (const [route, inputs] of sent) {
      if (!isRouteName(route)) throw new Error(`The window asked for ${route}.`)
      for (const input of inputs) {
        const said: unknown = JSON.parse(input)
        // Beside what a command asks for stands the id it goes under.
        const asked = contract[route].kind === 'command' ? takeCommandId(said).input : said
        const parsed = contract[route].input.safeParse(asked)
        expect(parsed.success, `${route} ${parsed.error?.message ?? ''}`).toBe(true)
      }
    }
  })
})
