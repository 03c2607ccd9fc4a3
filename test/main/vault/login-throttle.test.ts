import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { DomainError } from '#core/kernel/errors.ts'
import { createAttempts, GLOBAL_DELAYS, SUBJECT_DELAYS } from '#main/vault/login-throttle.ts'

import { temporaryFolder } from '../files/temporary-folder.ts'

const HOUR = 3600_000

async function setUp() {
  const path = join(await temporaryFolder(), 'attempts.json')
  const time = { wall: Date.UTC(2026, 10, 22), running: 0 }
  const start = () => createAttempts({ path, now: () => time.wall, elapsed: () => time.running })
  const pass = (seconds: number) => {
    time.wall += seconds * 1000
    time.running += seconds * 1000
  }
  return { path, time, start, pass }
}

type LoginThrottle = ReturnType<typeof createAttempts>

const right = () => Promise.resolve('in')
const wrong = () => Promise.reject(new DomainError('WRONG_CREDENTIALS'))

/** 'in', 'wrong', or the seconds to wait. */
async function outcomeOf(guess: Promise<string>): Promise<string | number> {
  try {
    return await guess
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'WRONG_CREDENTIALS') return 'wrong'
    expect(error.issues[0]).toMatchObject({ path: '', code: 'RETRY_AFTER' })
    return Number(error.issues[0]?.params?.['seconds'])
  }
}

async function failPatiently(
  attempts: LoginThrottle,
  pass: (seconds: number) => void,
  times: number,
  name = 'an',
) {
  for (let failed = 0; failed < times;) {
    const outcome = await outcomeOf(attempts.guess(name, wrong))
    if (outcome === 'wrong') failed += 1
    else pass(Number(outcome))
  }
}

describe('guessing a password', () => {
  it('waits longer after each failure, up to 42 seconds and never for ever', async () => {
    const { start, pass } = await setUp()
    const attempts = start()
    const waits: number[] = []
    for (let failure = 1; failure <= 12; failure += 1) {
      expect(await outcomeOf(attempts.guess('an', wrong))).toBe('wrong')
      const wait = await outcomeOf(attempts.guess('an', right))
      waits.push(wait === 'in' ? 0 : Number(wait))
      if (wait === 'in') await failPatiently(attempts, pass, failure)
      else pass(Number(wait))
    }
    expect(waits).toEqual([...SUBJECT_DELAYS, 42, 42, 42])
    expect(await outcomeOf(attempts.guess('an', right))).toBe('in')
  })

  it('does not run the check while it has to wait', async () => {
    const { start, pass } = await setUp()
    const attempts = start()
    await failPatiently(attempts, pass, 6)
    const isRun = await outcomeOf(attempts.guess('an', () => Promise.reject(new Error('was run'))))
    expect(isRun).toBe(8)
  })

  it('begins anew after the right password', async () => {
    const { start, pass } = await setUp()
    const attempts = start()
    await failPatiently(attempts, pass, 8)
    pass(42)
    expect(await outcomeOf(attempts.guess('an', right))).toBe('in')
    expect(await outcomeOf(attempts.guess('an', wrong))).toBe('wrong')
    expect(await outcomeOf(attempts.guess('an', right))).toBe('in')
  })

  it('of one person hardly delays another, however the name is written', async () => {
    const { start, pass } = await setUp()
    const attempts = start()
    await failPatiently(attempts, pass, 20, 'An')
    expect(await outcomeOf(attempts.guess(' an ', right))).toBe(42)
    pass(Math.max(...GLOBAL_DELAYS))
    expect(await outcomeOf(attempts.guess('mai', right))).toBe('in')
  })

  it('with ever new names is slowed down as well', async () => {
    const { start } = await setUp()
    const attempts = start()
    const outcomes = []
    for (let name = 0; name < 11; name += 1) {
      outcomes.push(await outcomeOf(attempts.guess(`name ${name}`, wrong)))
    }
    expect(outcomes).toEqual([...Array.from({ length: 10 }, () => 'wrong'), 1])
  })

  it('many times at once counts every guess', async () => {
    const { start } = await setUp()
    const attempts = start()
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => outcomeOf(attempts.guess('an', wrong))),
    )
    expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 1, 1, 1])
  })

  it('is not counted when the check itself broke down', async () => {
    const { start } = await setUp()
    const attempts = start()
    for (let round = 0; round < 5; round += 1) {
      await expect(
        attempts.guess('an', () => Promise.reject(new DomainError('DISK_FULL'))),
      ).rejects.toThrow('DISK_FULL')
    }
    expect(await outcomeOf(attempts.guess('an', right))).toBe('in')
  })

  it('can be forgiven by a second person', async () => {
    const { start, pass } = await setUp()
    const attempts = start()
    await failPatiently(attempts, pass, 9)
    await attempts.forgive('AN')
    expect(await outcomeOf(attempts.guess('an', right))).toBe('in')
  })
})

describe('the count of failures', () => {
  it('survives a restart', async () => {
    const { start, pass } = await setUp()
    await failPatiently(start(), pass, 9)
    expect(await outcomeOf(start().guess('an', right))).toBe(42)
  })

  it('holds for a guess during which the program was killed', async () => {
    const { path, start } = await setUp()
    const texts: string[] = []
    const attempts = start()
    const outcome = attempts.guess('an', async () => {
      texts.push(await readFile(path, 'utf8'))
      return 'in'
    })
    expect(await outcomeOf(outcome)).toBe('in')
    await writeFile(path, texts[0] ?? '')
    expect(JSON.parse(texts[0] ?? '')).toMatchObject({ global: { failures: 1 } })
  })

  it.each([
    ['back by a year', -365 * 24 * HOUR],
    ['forward by a year', 365 * 24 * HOUR],
  ])(
    'is not shortened, nor a wait made longer than 42 s, by a clock moved %s',
    async (_, shift) => {
      const { time, start, pass } = await setUp()
      const attempts = start()
      await failPatiently(attempts, pass, 9)
      time.wall += shift
      expect(await outcomeOf(attempts.guess('an', right))).toBe(42)
      pass(41)
      expect(await outcomeOf(attempts.guess('an', right))).toBe(1)
      pass(1)
      expect(await outcomeOf(attempts.guess('an', right))).toBe('in')
    },
  )

  it.each([
    ['seven hours ahead, restarted with the right one', -7 * HOUR],
    ['a year ahead, restarted with the right one', -365 * 24 * HOUR],
    ['right, restarted a year ahead', 365 * 24 * HOUR],
  ])('made with a clock that was %s: 42 s and no longer, no shorter', async (_, shift) => {
    const { time, start, pass } = await setUp()
    await failPatiently(start(), pass, 9)
    time.wall += shift
    const attempts = start()
    expect(await outcomeOf(attempts.guess('an', right))).toBe(42)
    pass(41)
    expect(await outcomeOf(attempts.guess('an', right))).toBe(1)
    pass(1)
    expect(await outcomeOf(attempts.guess('an', right))).toBe('in')
  })

  it('edited to lie in the year 9999 keeps nobody out, not by a name and not by the recovery key', async () => {
    const { path, start, pass } = await setUp()
    await failPatiently(start(), pass, 14)
    const far = Date.UTC(9999, 0, 1)
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replaceAll(/"lastAt":\d+/gu, `"lastAt":${far}`))
    const attempts = start()
    expect(await outcomeOf(attempts.guess('recovery-key', right))).toBe(5)
    pass(42)
    expect(await outcomeOf(attempts.guess('an', right))).toBe('in')
  })

  it.each(['', '{', '[]', '{"version":1}', '\u0000'.repeat(50)])(
    'counts as the longest wait for everybody when it is damaged, once, and that is told: %j',
    async (text) => {
      const { path, start, pass } = await setUp()
      await writeFile(path, text)
      const attempts = start()
      expect(await outcomeOf(attempts.guess('an', right))).toBe(42)
      pass(42)
      expect(await outcomeOf(attempts.guess('an', wrong))).toBe('wrong')
      expect(await outcomeOf(attempts.guess('an', right))).toBe(42)
      pass(42)
      expect(await outcomeOf(attempts.guess('an', right))).toBe('in')
      expect(await outcomeOf(attempts.guess('an', right))).toBe('in')
      expect((await attempts.kept()).lost).toBe(true)
      await attempts.recorded(0)
      // Neither a restart nor another name is a way round.
      const later = start()
      expect(await outcomeOf(later.guess('an', right))).toBe('in')
      expect(await outcomeOf(later.guess('bình', right))).toBe(42)
      expect((await later.kept()).lost).toBe(false)
    },
  )

  it.each([
    ['was never there', false, 'in'],
    ['was taken away', true, 42],
  ] as const)('that %s is known from the board (%s): %s', async (_, isExpected, outcome) => {
    const { path, time } = await setUp()
    const clocks = { now: () => time.wall, elapsed: () => time.running }
    const attempts = createAttempts({ path, isExpected: () => isExpected, ...clocks })
    expect(await outcomeOf(attempts.guess('an', right))).toBe(outcome)
    expect((await attempts.kept()).lost).toBe(isExpected)
  })

  it('does not keep names: people type passwords into that field', async () => {
    const { path, start } = await setUp()
    await outcomeOf(start().guess('mật khẩu gõ nhầm ô', wrong))
    const text = await readFile(path, 'utf8')
    expect(text).not.toMatch(/mật|khẩu/)
    expect(Object.keys(JSON.parse(text).subjects)).toHaveLength(1)
  })

  it('is kept for a thousand names, those guessed at most', async () => {
    const { path, start, pass } = await setUp()
    await failPatiently(start(), pass, 5)
    const file = JSON.parse(await readFile(path, 'utf8'))
    const made = Array.from({ length: 999 }, (_, n) => [`name ${n}`, { failures: 1, lastAt: n }])
    const subjects = { ...Object.fromEntries(made), ...file.subjects }
    await writeFile(path, JSON.stringify({ ...file, subjects }))

    expect(await outcomeOf(start().guess('one too many', wrong))).toBe('wrong')
    const kept = Object.keys(JSON.parse(await readFile(path, 'utf8')).subjects)
    expect(kept).toHaveLength(1000)
    expect(kept).not.toContain('name 0')
    expect(await outcomeOf(start().guess('an', right))).toBe(4)
  })
})
