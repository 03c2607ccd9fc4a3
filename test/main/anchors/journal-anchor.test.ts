import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { AuditEntry } from '#core/audit/model.ts'
import { createJournalAnchor, type AnchorPlace } from '#main/anchors/journal-anchor.ts'
import { openSealedText, sealText } from '#main/anchors/seal.ts'

const KEY = randomBytes(32)
const AT = '2026-11-22T08:30:00.000Z'
const START = { branch: 1, sequence: 3, hash: 'a'.repeat(64), at: AT }

let folder: string
let own: AnchorPlace
let mirror: AnchorPlace
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoi-am-anchor-'))
  own = placeIn(join(folder, 'data'))
  mirror = placeIn(join(folder, 'profile'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function placeIn(dir: string): AnchorPlace {
  return { head: join(dir, 'journal-head'), numbers: join(dir, 'numbers.log') }
}

/** What somebody who starts anew finds in a place. */
const found = (place: AnchorPlace, key = KEY) => createJournalAnchor([key], place, null)

const created = (code: string): AuditEntry => ({
  ...{ action: 'complaint.created', complaintId: 'c1', entity: 'complaint', entityId: 'c1' },
  changes: [{ field: 'code', from: null, to: code }],
})
const commit = (sequence: number, value: number) => ({
  head: { sequence, hash: String(sequence).repeat(64).slice(0, 64) },
  at: AT,
  taken: [{ series: 'KN-2026', value }],
  entries: [created(`KN-2026-${String(value).padStart(4, '0')}`)],
})

it('a number is on the disk when its commit is answered, and with it where the journal stands', async () => {
  const anchor = createJournalAnchor([KEY], own, mirror)
  await anchor.begin(START, [])
  await anchor.committed(commit(5, 1))
  expect(await found(own).given()).toEqual([
    { series: 'KN-2026', value: 1, complaintId: 'c1', letter: null },
  ])
  expect(await found(own).recorded()).toMatchObject({ branch: 1, sequence: 5 })
  await anchor.close()
  expect(await found(mirror).given()).toEqual(await found(own).given())
  expect(await found(mirror).recorded()).toMatchObject({ branch: 1, sequence: 5 })
})

it('a commit without a number is noted at the end at the latest, and never one before the beginning', async () => {
  const anchor = createJournalAnchor([KEY], own, mirror)
  const plain = { ...commit(5, 1), taken: [] }
  await anchor.committed(plain)
  expect(await found(own).recorded()).toBeNull()
  await anchor.begin(START, [])
  await anchor.committed(plain)
  await anchor.close()
  expect(await found(own).recorded()).toMatchObject({ sequence: 5 })
})

it('the file does not grow with a line: room for it was made before, so a full disk cannot refuse it', async () => {
  const anchor = createJournalAnchor([KEY], own, null)
  await anchor.begin(START, [])
  const sizeOf = async () => (await stat(own.numbers)).size
  const room = await sizeOf()
  for (let value = 1; value <= 20; value += 1) await anchor.committed(commit(4 + value, value))
  expect(await sizeOf()).toBe(room)
  expect(await found(own).given()).toHaveLength(20)
  for (let value = 21; value <= 400; value += 1) {
    await anchor.beforeWrite()
    await anchor.committed(commit(4 + value, value))
  }
  expect((await found(own).given()).map(({ value }) => value)).toEqual(
    Array.from({ length: 400 }, (_, index) => index + 1),
  )
  await anchor.close()
})

it('a folder that is gone refuses before anything is written', async () => {
  const anchor = createJournalAnchor([KEY], own, null)
  await anchor.begin(START, [])
  await rm(own.numbers)
  await expect(anchor.committed(commit(5, 1))).rejects.toMatchObject({ code: 'DATA_FOLDER_UNFIT' })
})

it('a folder that was taken away meanwhile is not made anew by what was still to be noted', async () => {
  const anchor = createJournalAnchor([KEY], own, null)
  await anchor.begin(START, [])
  await anchor.committed({ ...commit(5, 1), taken: [] })
  await rm(dirname(own.head), { recursive: true })
  await anchor.close()
  await expect(stat(dirname(own.head))).rejects.toMatchObject({ code: 'ENOENT' })
})

it('a line cut short by a power cut counts for nothing, and the next begins on its own', async () => {
  const anchor = createJournalAnchor([KEY], own, null)
  await anchor.begin(START, [])
  await anchor.committed(commit(5, 1))
  await anchor.committed(commit(6, 2))
  await anchor.close()
  const text = (await readFile(own.numbers, 'latin1')).trimEnd()
  await writeFile(own.numbers, text.slice(0, -20))
  const next = createJournalAnchor([KEY], own, null)
  expect((await next.given()).map(({ value }) => value)).toEqual([1])
  await next.begin(START, [])
  await next.committed(commit(7, 2))
  expect((await found(own).given()).map(({ value }) => value)).toEqual([1, 2])
  await next.close()
})

it('what one place has lost the other gives back', async () => {
  const anchor = createJournalAnchor([KEY], own, mirror)
  await anchor.begin(START, [])
  await anchor.committed(commit(5, 1))
  await anchor.close()
  await rm(own.numbers)
  await rm(own.head)
  const again = createJournalAnchor([KEY], own, mirror)
  expect(await again.recorded()).toMatchObject({ sequence: 5 })
  await again.begin({ ...START, sequence: 5 }, [])
  expect(await found(own).given()).toHaveLength(1)
  await again.close()
})

it('a later branch is later, however short it is', async () => {
  const anchor = createJournalAnchor([KEY], own, mirror)
  await anchor.begin({ ...START, sequence: 90 }, [])
  await anchor.begin({ ...START, branch: 2, sequence: 10 }, [])
  await anchor.close()
  expect(await found(own).recorded()).toMatchObject({ branch: 2, sequence: 10 })
})

it('another key reads nothing, and one kind of text cannot stand for the other', async () => {
  const anchor = createJournalAnchor([KEY], own, null)
  await anchor.begin(START, [])
  await anchor.committed(commit(5, 1))
  await anchor.close()
  expect(await found(own, randomBytes(32)).recorded()).toBeNull()
  expect(await found(own, randomBytes(32)).given()).toEqual([])
  expect(openSealedText(KEY, 'numbers', sealText(KEY, 'head', 'x'))).toBeNull()
})

it('a profile that cannot be written keeps nobody from working', async () => {
  await writeFile(join(folder, 'blocked'), '')
  const anchor = createJournalAnchor([KEY], own, placeIn(join(folder, 'blocked', 'profile')))
  await anchor.begin(START, [])
  await anchor.committed(commit(5, 1))
  await anchor.close()
  expect(await found(own).recorded()).toMatchObject({ sequence: 5 })
})

const NEXT = randomBytes(32)

it('all that is kept goes on under the key of a new epoch, and the old key reads nothing of it', async () => {
  const anchor = createJournalAnchor([KEY], own, mirror)
  await anchor.begin(START, [])
  await anchor.committed(commit(5, 1))
  await anchor.renew([KEY, NEXT], { sequence: 6, hash: '6'.repeat(64) }, AT)
  await anchor.committed(commit(7, 2))
  await anchor.close()
  for (const place of [own, mirror]) {
    const present = createJournalAnchor([KEY, NEXT], place, null)
    expect((await present.given()).map(({ value }) => value)).toEqual([1, 2])
    expect(await present.recorded()).toMatchObject({ branch: 1, sequence: 7 })
    expect(await present.epoch()).toBe(2)
    const old = found(place)
    expect([await old.given(), await old.recorded()]).toEqual([[], null])
    // Told without being read: the keys are older than what is kept.
    expect(await old.epoch()).toBe(2)
  }
})

it('what a kill left under the key of the last epoch is found, and goes on under the present one', async () => {
  const before = createJournalAnchor([KEY], own, mirror)
  await before.begin(START, [])
  await before.committed(commit(5, 1))
  await before.close()
  const next = createJournalAnchor([KEY, NEXT], own, mirror)
  expect(await next.recorded()).toMatchObject({ sequence: 5 })
  expect(await next.given()).toHaveLength(1)
  await next.begin({ ...START, sequence: 6 }, [])
  await next.close()
  expect(await found(own, NEXT).recorded()).toMatchObject({ sequence: 6 })
  expect(await found(own, NEXT).given()).toHaveLength(1)
  expect(await found(own).given()).toEqual([])
})

it('somebody with an earlier key cannot put in a line or a head that counts', async () => {
  const anchor = createJournalAnchor([KEY], own, null)
  await anchor.begin(START, [])
  await anchor.committed(commit(5, 1))
  await anchor.renew([KEY, NEXT], { sequence: 6, hash: '6'.repeat(64) }, AT)
  await anchor.committed(commit(7, 2))
  await anchor.close()

  const forged = placeIn(join(folder, 'forged'))
  const theirs = createJournalAnchor([KEY], forged, null)
  await theirs.begin({ ...START, branch: 9, sequence: 900 }, [])
  await theirs.committed(commit(901, 77))
  await theirs.close()
  const lines = (await readFile(own.numbers, 'latin1')).trim()
  await writeFile(own.numbers, `${lines}\n${await readFile(forged.numbers, 'latin1')}`)
  const both = createJournalAnchor([KEY, NEXT], own, forged)
  expect((await both.given()).map(({ value }) => value)).toEqual([1, 2])
  expect(await both.recorded()).toMatchObject({ branch: 1, sequence: 7 })
})
