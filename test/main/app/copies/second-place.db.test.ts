/** The second place as somebody at a window chooses it, gives it up, and has their board back from it. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { passwordOf, startApp, type TestApp } from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'

let app: TestApp
let home: string
let stick: string

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'hoi-am-second-'))
  stick = join(home, 'stick')
  mkdirSync(stick)
  app = await startApp()
  await app.populate()
})
afterEach(async () => {
  await app.remove()
  rmSync(home, { recursive: true, force: true })
})

const choose = (folder = stick, abroadUnderstood = false) =>
  app.as('chair').call('snapshots.choosePlace', { folder, keysUnderstood: true, abroadUnderstood })

const journal = (of: TestApp, limit: number) =>
  of.as('chair').call('audit.list', { personId: null, before: null, limit })

/** Resolves once the place has everything. */
async function level(of = app): Promise<void> {
  const [last] = await journal(of, 1)
  await vi.waitFor(
    async () => {
      const { place } = await of.as('chair').call('snapshots.place', {})
      expect(place?.lastEntry?.sequence ?? 0).toBeGreaterThanOrEqual(last?.sequence ?? Infinity)
      expect(place?.behindSince).toBeNull()
    },
    { timeout: 60_000, interval: 100 },
  )
}

const chair = { kind: 'password', username: 'chair', password: passwordOf('chair') } as const

describe('a folder', () => {
  it('becomes the second place on record, is level a moment later, and is left on record', async () => {
    expect(await app.as('chair').call('snapshots.place', {})).toEqual({ place: null })
    expect((await choose()).place).toMatchObject({ folder: stick, problem: null })
    await level()
    const { place } = await app.as('chair').call('snapshots.place', {})
    expect(place).toMatchObject({ whole: true, sameDisk: true, isBehind: false })
    await app.as('chair').call('snapshots.leavePlace', {})
    expect(await app.as('chair').call('snapshots.place', {})).toEqual({ place: null })
    const events = await journal(app, 3)
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['secondPlace.left', 'secondPlace.chosen']),
    )
    // Where it is may name somebody.
    expect(JSON.stringify(events)).not.toContain(stick)
    expect(existsSync(join(stick, 'Hoi Am', 'place.json')), 'what lies there stays').toBe(true)
  })

  it.each([
    ['that is not there', () => join(home, 'nowhere'), 'SECOND_PLACE_GONE'],
    ['named in part', () => 'stick', 'SECOND_PLACE_NOT_WHOLE'],
    ['in the data folder', () => join(app.dataDir, 'files'), 'SECOND_PLACE_INSIDE'],
  ])('%s is refused', async (_, folder, code) => {
    const input = { folder: folder(), keysUnderstood: true, abroadUnderstood: false } as const
    const refused = await app.as('chair').refused('snapshots.choosePlace', input)
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: 'folder', code }] })
    expect(await app.as('chair').call('snapshots.place', {})).toEqual({ place: null })
  })

  it('that a cloud synchronises is taken only once the transfer abroad was understood', async () => {
    const cloud = join(home, 'OneDrive - Công ty Ưu Đãi')
    mkdirSync(cloud)
    const input = { folder: cloud, keysUnderstood: true, abroadUnderstood: false } as const
    expect((await app.as('chair').refused('snapshots.choosePlace', input)).issues).toEqual([
      { path: 'abroadUnderstood', code: 'SECOND_PLACE_CLOUD' },
    ])
    expect(readdirSync(cloud)).toEqual([])
    await choose(cloud, true)
    await level()
  })

  it('of another board is refused, and left as it is', async () => {
    await choose()
    await level()
    const theirs = readFileSync(join(stick, 'Hoi Am', 'place.json'), 'utf8')
    const other = await startApp()
    try {
      await other.populate()
      const input = { folder: stick, keysUnderstood: true, abroadUnderstood: false } as const
      expect((await other.as('chair').refused('snapshots.choosePlace', input)).issues).toEqual([
        { path: 'folder', code: 'SECOND_PLACE_TAKEN' },
      ])
      expect(readFileSync(join(stick, 'Hoi Am', 'place.json'), 'utf8')).toBe(theirs)
    } finally {
      await other.remove()
    }
  })

  it('is chosen by nobody who may not change settings, and on no server', async () => {
    const input = { folder: stick, keysUnderstood: true, abroadUnderstood: false } as const
    expect((await app.as('intake').refused('snapshots.choosePlace', input)).code).toBe('FORBIDDEN')
    const server = await startApp('postgres')
    try {
      await server.populate()
      expect(await server.as('chair').refused('snapshots.choosePlace', input)).toMatchObject({
        code: 'NOT_ALLOWED',
        issues: [{ code: 'SERVER_KEEPS_COPIES' }],
      })
    } finally {
      await server.remove()
    }
  })
})

describe('a board whose data folder is gone', () => {
  async function lost(): Promise<TestApp> {
    await app.close()
    rmSync(app.dataDir, { recursive: true })
    return startApp()
  }

  it('comes back whole, with its letters and evidence, and goes on', async () => {
    await choose()
    const { id } = await takeComplaint(app)
    const file = Buffer.from('chứng cứ trong nơi thứ hai')
    const { sha256 } = await app.as('chair').upload({ complaintId: id, fileName: 'a.txt' }, file)
    await level()
    const back = await lost()
    try {
      const window = back.window('new')
      const brought = await window.call('snapshots.bringBack', { folder: stick, secret: chair })
      expect(brought).toMatchObject({ lost: 0 })
      expect(brought.complaints).toBeGreaterThan(0)
      await back.signIn('chair')
      const events = await journal(back, 5)
      expect(events.map(({ action }) => action)).toContain('board.broughtBack')
      expect(events.map(({ action }) => action)).not.toContain('journal.lossFound')
      expect(readdirSync(join(back.dataDir, 'files'), { recursive: true }).join()).toContain(sha256)
      expect((await back.as('chair').call('audit.verify', {})).brokenAt).toBeNull()
      // The same place is taken up again, as this board's own.
      const input = { folder: stick, keysUnderstood: true, abroadUnderstood: false } as const
      await back.as('chair').call('snapshots.choosePlace', input)
      await level(back)
    } finally {
      await back.remove()
    }
  })

  it('comes back to a chair alone, and nothing is brought for a wrong password or from a wrong folder', async () => {
    await choose()
    await level()
    const back = await lost()
    try {
      const window = back.window('new')
      const ask = (folder: string, secret: Readonly<{ username: string; password: string }>) =>
        window.refused('snapshots.bringBack', { folder, secret: { kind: 'password', ...secret } })
      expect((await ask(stick, { ...chair, password: 'không phải' })).code).toBe(
        'WRONG_CREDENTIALS',
      )
      const intake = { username: 'intake', password: passwordOf('intake') }
      expect((await ask(stick, intake)).code).toBe('FORBIDDEN')
      expect((await ask(home, chair)).issues).toEqual([
        { path: 'folder', code: 'SECOND_PLACE_NONE' },
      ])
      expect(existsSync(join(back.dataDir, 'hoi-am.db'))).toBe(false)
      expect(existsSync(join(back.dataDir, 'keys.json'))).toBe(false)
      await window.call('snapshots.bringBack', { folder: stick, secret: chair })
      const again = await window.refused('snapshots.bringBack', { folder: stick, secret: chair })
      expect(again.code).toBe('ALREADY_SET_UP')
    } finally {
      await back.remove()
    }
  })
})
