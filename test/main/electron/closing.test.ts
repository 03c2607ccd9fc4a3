import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import {
  type Closing,
  createClosing,
  FLUSH_MS,
  QUICK_FLUSH_MS,
  SAVING_MS,
} from '#main/electron/closing.ts'
import { createPageFlush, type PageFlush } from '#main/electron/page-flush.ts'
import type { CopyProgress } from '#shared/protocol/copy-progress.ts'

/** What happened, in order: the one thing that matters about an end. */
let happened: string[]
let closing: Closing
let flush: PageFlush
let onCopying: ((progress: CopyProgress) => void) | undefined
let coreGone: () => void
/** What is to be done when all is closed. */
let lastAct: (() => Promise<void>) | null
/** Resolves when nothing is being saved any more. */
let saving: Promise<void>

const PROGRESS: CopyProgress = { step: 'copying', done: 1, total: 2 }
const note = (what: string) => () => void happened.push(what)

beforeEach(() => {
  vi.useFakeTimers()
  happened = []
  onCopying = undefined
  lastAct = null
  saving = Promise.resolve()
  flush = createPageFlush(({ type }) => void happened.push(`page hears ${type}`))
  closing = createClosing({
    core: {
      close: (listener) => {
        happened.push('core closes')
        onCopying = listener
        return new Promise((resolve) => (coreGone = resolve))
      },
      leaveCopy: note('core leaves its copy'),
    },
    flush,
    tell: ({ type }) => void happened.push(`page hears ${type}`),
    endSession: note('session ends'),
    discard() {
      happened.push('folder goes')
      return Promise.reject(new Error('The folder is in use.'))
    },
    takeLastAct: () => lastAct,
    onLastActFailed: note('says that it was not done'),
    untilSaved: () => saving,
    onEnding: note('is in the log'),
    relaunch: note('starts again'),
    exit: note('exits'),
  })
})
afterEach(() => void vi.useRealTimers())

const settle = () => vi.advanceTimersByTimeAsync(0)

async function gone(): Promise<void> {
  coreGone()
  await settle()
}

describe('the last act', () => {
  it.each([
    ['is done when all is closed', async () => note('installer starts')(), 'installer starts'],
    ['that fails is said', () => Promise.reject(new Error('altered')), 'says that it was not done'],
  ])('%s, and the program ends', async (_what, act, expected) => {
    lastAct = act
    closing.begin()
    flush.answered()
    await settle()
    expect(happened.at(-1)).toBe('core closes')
    await gone()
    expect(happened.slice(-4)).toEqual(['is in the log', 'folder goes', expected, 'exits'])
  })

  it.each([
    ['was done: the installer starts the new program', async () => undefined, false],
    ['failed: the old one comes back', () => Promise.reject(new Error('altered')), true],
  ])('and a second start, when it %s', async (_what, act, comesBack) => {
    lastAct = act
    closing.begin()
    closing.startAgain()
    flush.answered()
    await settle()
    await gone()
    expect(happened.includes('starts again')).toBe(comesBack)
  })
})

describe('a document that is still being saved', () => {
  it('is waited for', async () => {
    const saved = Promise.withResolvers<undefined>()
    saving = saved.promise.then(() => undefined)
    closing.begin()
    flush.answered()
    await settle()
    await gone()
    expect(happened.at(-1)).toBe('core closes')
    saved.resolve(undefined)
    await settle()
    expect(happened.at(-1)).toBe('exits')
  })

  it('does not hold the end up for ever: a stick that was pulled out never answers', async () => {
    saving = new Promise(() => undefined)
    closing.begin()
    flush.answered()
    await settle()
    await gone()
    await vi.advanceTimersByTimeAsync(SAVING_MS)
    expect(happened.at(-1)).toBe('exits')
  })
})

describe('the end', () => {
  it('asks the page, ends the session, closes the core, exits: once, whoever asks', async () => {
    closing.begin()
    closing.begin()
    expect(happened).toEqual(['page hears closing'])
    flush.answered()
    await settle()
    closing.begin()
    expect(happened).toEqual(['page hears closing', 'session ends', 'core closes'])
    await gone()
    expect(happened.slice(3)).toEqual(['is in the log', 'folder goes', 'exits'])
  })

  it('does not wait for a page that hangs beyond the limit', async () => {
    closing.begin()
    await vi.advanceTimersByTimeAsync(FLUSH_MS - 1)
    expect(happened).not.toContain('session ends')
    await vi.advanceTimersByTimeAsync(1)
    expect(happened).toContain('core closes')
    await gone()
  })

  it('shows the page how far the copy is, which somebody may leave', async () => {
    expect(closing.state()).toBe('open')
    closing.begin()
    flush.answered()
    await settle()
    expect(closing.state()).toBe('closing')
    onCopying?.(PROGRESS)
    expect(closing.state()).toBe('copying')
    closing.leaveCopy()
    expect(happened.slice(-2)).toEqual(['page hears copying', 'core leaves its copy'])
  })

  it('starts the program again when somebody wanted it back meanwhile', async () => {
    closing.begin()
    flush.answered()
    closing.startAgain()
    await settle()
    await gone()
    // The log is part of a demonstration's folder: a word after that is gone would bring it back.
    expect(happened.slice(-4)).toEqual(['is in the log', 'folder goes', 'starts again', 'exits'])
  })

  it('is not what leaving a copy means while nobody closes', () => {
    closing.leaveCopy()
    expect(happened).toEqual([])
  })
})

describe('the end of the system', () => {
  const QUICK = [
    'page hears closing',
    'core leaves its copy',
    'session ends',
    'core closes',
    'core leaves its copy',
  ]

  it('waits for the page a moment only, and for no copy', async () => {
    closing.beginQuickly()
    await vi.advanceTimersByTimeAsync(QUICK_FLUSH_MS)
    expect(happened).toEqual(QUICK)
    await gone()
    expect(happened.at(-1)).toBe('exits')
  })

  it('cuts an end short that waits for the page', async () => {
    closing.begin()
    closing.beginQuickly()
    flush.answered()
    await settle()
    expect(happened).toEqual(QUICK)
  })

  it('cuts an end short that waits for a copy', async () => {
    closing.begin()
    flush.answered()
    await settle()
    onCopying?.(PROGRESS)
    closing.beginQuickly()
    expect(happened.at(-1)).toBe('core leaves its copy')
  })
})

describe('asking the page', () => {
  it('answers all who wait at once, and is deaf to an answer nobody asked for', async () => {
    flush.answered()
    const asked = Promise.all([flush.ask(1_000), flush.ask(2_000)])
    flush.answered()
    await asked
    expect(vi.getTimerCount()).toBe(0)
  })
})
