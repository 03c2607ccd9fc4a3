import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { givenNumbers, type GivenNumber, type TakenNumber } from '#core/audit/numbers.ts'
import type { AuditEntry, AuditHead } from '#core/audit/model.ts'
import { laterHead, type RecordedHead } from '#core/audit/tail.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import { writeFileAtomically } from '../common/files/atomic-write.ts'
import { mapFileError } from '../common/files/fs-errors.ts'
import { makeFolder } from '../common/files/make-folder.ts'
import { createNumberLog, type NumberLog } from './number-log.ts'
import { openHead, openNumbers, sealHead, sealNumbers, type GivenAt } from './records.ts'

/** Two files outside the database: where the journal stands, and the numbers that were given out. */
export type AnchorPlace = Readonly<{ head: string; numbers: string }>

/** What a transaction put on record and gave out. */
export type Committed = Readonly<{
  head: AuditHead
  at: Instant
  taken: readonly TakenNumber[]
  entries: readonly AuditEntry[]
}>

/**
 * What is kept of the journal outside the database (ADR 25), sealed with a key that only who may open the board has:
 * in the data folder, and beside it in the profile of this machine. Numbers are noted before anybody is told of
 * them; where the journal stands within a second, holding up nobody.
 */
export type JournalAnchor = Readonly<{
  /** The latest place known; null when nothing that can be read is there. */
  recorded(): Promise<RecordedHead | null>
  /** The latest epoch of the keys that anything here was sealed in, whether it can be read or not; 0 where nothing is. */
  epoch(): Promise<number>
  /** Every number that was given out, as far as it was noted. */
  given(): Promise<readonly GivenNumber[]>
  /**
   * From here on the journal is followed: this is where it stands, and `base` are numbers given out before anybody
   * noted them. Nothing is noted before. @throws DomainError DISK_FULL, READ_ONLY, DATA_FOLDER_UNFIT.
   */
  begin(head: RecordedHead, base: readonly GivenNumber[]): Promise<void>
  /** Before something is written: what will have to be noted about it can be. @throws DomainError as `begin`. */
  beforeWrite(): Promise<void>
  /** What is durable now; numbers are noted when this resolves. @throws DomainError as `begin`. */
  committed(commit: Committed): Promise<void>
  /** The keys of a new epoch: all that is kept goes on under the last of them, from this place of the journal. */
  renew(keys: readonly Buffer[], head: AuditHead, at: Instant): Promise<void>
  /** Notes what is still to be noted. Never raises. */
  close(): Promise<void>
}>

/** How long a head may wait for the next one, in milliseconds: well within the second it is to be noted in. */
const GATHER_MS = 300

/** So many of the last lines tell the latest place, whatever the order side by side transactions left them in. */
const LAST_LINES = 32

/**
 * The places of a board: `own` is in its data folder, the other one, if any, outside of it. The keys are by epoch, the
 * first one first: the last seals, and what an earlier one sealed counts only where nothing of a later one is there.
 * Somebody who has left cannot write here what would be believed.
 */
export function createJournalAnchor(
  givenKeys: readonly Buffer[],
  own: AnchorPlace,
  mirror: AnchorPlace | null,
): JournalAnchor {
  const places = mirror === null ? [own] : [own, mirror]
  const ownLog = createNumberLog(own.numbers)
  const mirrorLog = mirror === null ? null : createNumberLog(mirror.numbers)
  let keys = givenKeys
  let current: RecordedHead | null = null
  /** Where it is to be begun anew before anything more is written: the disk took no more when the keys were renewed. */
  let overdue: RecordedHead | null = null
  /** Lines the mirror does not have yet. */
  let unmirrored: string[] = []
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()
  let noting: Promise<void> = Promise.resolve()

  /** What seals: the key of the present epoch. */
  function present(): Buffer {
    const key = keys.at(-1)
    if (key === undefined) throw new Error('an anchor without a key')
    return key
  }

  /** The lines of all places, each once: either place may know what the other has lost. */
  async function allLines(): Promise<readonly string[]> {
    const logs: readonly NumberLog[] = mirrorLog === null ? [ownLog] : [ownLog, mirrorLog]
    const found = await Promise.all(logs.map((log) => log.lines().catch(() => [])))
    return [...new Set(found.flat())]
  }

  /** What the latest key opens that opens anything, and whether that is the present one. */
  function byLatest<Opened>(
    open: (key: Buffer) => readonly Opened[],
  ): Readonly<{ opened: readonly Opened[]; isPresent: boolean }> {
    for (const key of keys.toReversed()) {
      const opened = open(key)
      if (opened.length > 0) return { opened, isPresent: key === present() }
    }
    return { opened: [], isPresent: true }
  }

  function opened(lines: readonly string[]): readonly GivenAt[] {
    return byLatest((key) => lines.flatMap((line) => openNumbers(key, line) ?? [])).opened
  }

  /** The same lines, under the present key. */
  function resealed(lines: readonly string[]): readonly string[] {
    const known = byLatest((key) =>
      lines.flatMap((line) => {
        const given = openNumbers(key, line)
        return given === null ? [] : [{ line, given }]
      }),
    )
    return known.opened.map(({ line, given }) =>
      known.isPresent ? line : sealNumbers(present(), given),
    )
  }

  async function headIn({ head }: AnchorPlace): Promise<LabelledHead> {
    const text = await readFile(head, 'latin1').catch(() => '')
    return labelled(text.trim())
  }

  async function begin(head: RecordedHead, base: readonly GivenNumber[]): Promise<void> {
    const known = resealed(await allLines())
    const lines =
      base.length === 0 ? known : [...known, sealNumbers(present(), { ...head, given: base })]
    try {
      await makeFolder(dirname(own.head))
      await writeHead(own, head)
      await ownLog.begin(lines)
    } catch (error) {
      throw mapFileError(error)
    }
    await mirrorLog?.begin(lines).catch(() => undefined)
    unmirrored = []
    current = head
    overdue = null
    await catchUp()
  }

  async function writeHead(place: AnchorPlace, head: RecordedHead): Promise<void> {
    await writeFileAtomically(place.head, Buffer.from(`${printHead(keys, head)}\n`, 'latin1'))
  }

  /** What cannot be written now is written with the next commit, or at the end. */
  async function catchUp(): Promise<void> {
    const head = current
    if (head === null) return
    // A data folder that was taken away since is not made anew at its old place.
    await writeHead(own, head).catch(() => undefined)
    if (mirror === null || mirrorLog === null) return
    try {
      while (unmirrored[0] !== undefined) {
        await mirrorLog.makeRoom()
        await mirrorLog.append(unmirrored[0])
        unmirrored = unmirrored.slice(1)
      }
      await makeFolder(dirname(mirror.head))
      await writeHead(mirror, head)
    } catch {
      // This machine's profile may be read-only or full: the folder itself has it.
    }
  }

  function catchUpSoon(): void {
    timer ??= setTimeout(() => {
      timer = null
      writing = writing.then(catchUp)
    }, GATHER_MS)
    timer.unref()
  }

  return {
    async recorded() {
      const texts = (await Promise.all(places.map(headIn))).map(({ sealed }) => sealed)
      const heads = byLatest((key) => texts.flatMap((text) => openHead(key, text) ?? [])).opened
      const noted = opened((await allLines()).slice(-LAST_LINES * places.length))
      return [...heads, ...noted].reduce(laterHead, null)
    },
    async epoch() {
      const heads = await Promise.all(places.map(headIn))
      return Math.max(0, ...heads.map(({ epoch }) => epoch))
    },
    given: async () => opened(await allLines()).flatMap(({ given }) => given),
    begin,
    async beforeWrite() {
      if (current === null) return
      if (overdue !== null) await begin(overdue, [])
      await ownLog.makeRoom().catch(raiseMapped)
    },
    async committed({ head, at, taken, entries }) {
      if (current === null) return
      const { branch } = current
      if (taken.length > 0) {
        const given = givenNumbers(taken, entries)
        const line = sealNumbers(present(), { branch, ...head, at, given })
        // One after the other, also where transactions run side by side.
        const noted = noting.then(() => ownLog.append(line))
        noting = noted.catch(() => undefined)
        await noted.catch(raiseMapped)
        unmirrored.push(line)
      }
      current = laterHead(current, { branch, ...head, at })
      catchUpSoon()
    },
    async renew(next, head, at) {
      keys = next
      if (current === null) return
      const { branch } = current
      overdue = { branch, at, ...head }
      // What is on record already is not taken back by a full disk; nothing more is written before there is room.
      await begin(overdue, []).catch(() => undefined)
    },
    async close() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      writing = writing.then(catchUp)
      await writing
    },
  }
}

/**
 * Where the profile of a machine keeps what it knows of a board: under a name that says nothing of it. `key` is that of
 * the first epoch, so that the place stays the same.
 */
export function mirrorPlace(profileRoot: string, key: Buffer): AnchorPlace {
  const board = createHmac('sha256', key).update('board').digest('hex').slice(0, 16)
  const folder = join(profileRoot, 'boards', board)
  return { head: join(folder, 'journal-head'), numbers: join(folder, 'numbers.log') }
}

type LabelledHead = Readonly<{ epoch: number; sealed: string }>

/** A head says in clear which epoch it was sealed in, so that keys that are older can be told so; the first does not. */
function printHead(keys: readonly Buffer[], head: RecordedHead): string {
  const key = keys.at(-1)
  if (key === undefined) throw new Error('an anchor without a key')
  const sealed = sealHead(key, head)
  return keys.length === 1 ? sealed : `${keys.length} ${sealed}`
}

function labelled(text: string): LabelledHead {
  const [, label, sealed] = /^(\d{1,5}) (.*)$/u.exec(text) ?? []
  if (label !== undefined && sealed !== undefined) return { epoch: Number(label), sealed }
  return { epoch: text === '' ? 0 : 1, sealed: text }
}

function raiseMapped(error: unknown): never {
  throw mapFileError(error)
}
