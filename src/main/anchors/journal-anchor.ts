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
  /** Notes what is still to be noted. Never raises. */
  close(): Promise<void>
}>

/** How long a head may wait for the next one, in milliseconds: well within the second it is to be noted in. */
const GATHER_MS = 300

/** So many of the last lines tell the latest place, whatever the order side by side transactions left them in. */
const LAST_LINES = 32

/** The places of a board: `own` is in its data folder, the other one, if any, outside of it. */
export function createJournalAnchor(
  key: Buffer,
  own: AnchorPlace,
  mirror: AnchorPlace | null,
): JournalAnchor {
  const places = mirror === null ? [own] : [own, mirror]
  const ownLog = createNumberLog(own.numbers)
  const mirrorLog = mirror === null ? null : createNumberLog(mirror.numbers)
  let current: RecordedHead | null = null
  /** Lines the mirror does not have yet. */
  let unmirrored: string[] = []
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()
  let noting: Promise<void> = Promise.resolve()

  /** The lines of all places, each once: either place may know what the other has lost. */
  async function allLines(): Promise<readonly string[]> {
    const logs: readonly NumberLog[] = mirrorLog === null ? [ownLog] : [ownLog, mirrorLog]
    const found = await Promise.all(logs.map((log) => log.lines().catch(() => [])))
    return [...new Set(found.flat())]
  }

  function opened(lines: readonly string[]): readonly GivenAt[] {
    return lines.flatMap((line) => openNumbers(key, line) ?? [])
  }

  async function headIn({ head }: AnchorPlace): Promise<RecordedHead | null> {
    const text = await readFile(head, 'latin1').catch(() => '')
    return openHead(key, text.trim())
  }

  async function writeHead(place: AnchorPlace, head: RecordedHead): Promise<void> {
    await makeFolder(dirname(place.head))
    await writeFileAtomically(place.head, Buffer.from(`${sealHead(key, head)}\n`, 'latin1'))
  }

  /** What cannot be written now is written with the next commit, or at the end. */
  async function catchUp(): Promise<void> {
    const head = current
    if (head === null) return
    await writeHead(own, head).catch(() => undefined)
    if (mirror === null || mirrorLog === null) return
    try {
      while (unmirrored[0] !== undefined) {
        await mirrorLog.makeRoom()
        await mirrorLog.append(unmirrored[0])
        unmirrored = unmirrored.slice(1)
      }
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
      const heads = await Promise.all(places.map(headIn))
      const noted = opened((await allLines()).slice(-LAST_LINES * places.length))
      return [...heads, ...noted].reduce(laterHead, null)
    },
    given: async () => opened(await allLines()).flatMap(({ given }) => given),
    async begin(head, base) {
      const known = (await allLines()).filter((line) => openNumbers(key, line) !== null)
      const lines =
        base.length === 0 ? known : [...known, sealNumbers(key, { ...head, given: base })]
      try {
        await ownLog.begin(lines)
        await writeHead(own, head)
      } catch (error) {
        throw mapFileError(error)
      }
      await mirrorLog?.begin(lines).catch(() => undefined)
      current = head
      await catchUp()
    },
    async beforeWrite() {
      if (current === null) return
      await ownLog.makeRoom().catch(raiseMapped)
    },
    async committed({ head, at, taken, entries }) {
      if (current === null) return
      const { branch } = current
      if (taken.length > 0) {
        const given = givenNumbers(taken, entries)
        const line = sealNumbers(key, { branch, ...head, at, given })
        // One after the other, also where transactions run side by side.
        const noted = noting.then(() => ownLog.append(line))
        noting = noted.catch(() => undefined)
        await noted.catch(raiseMapped)
        unmirrored.push(line)
      }
      current = laterHead(current, { branch, ...head, at })
      catchUpSoon()
    },
    async close() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      writing = writing.then(catchUp)
      await writing
    },
  }
}

/** Where the profile of a machine keeps what it knows of a board: under a name that says nothing of it. */
export function mirrorPlace(profileRoot: string, key: Buffer): AnchorPlace {
  const board = createHmac('sha256', key).update('board').digest('hex').slice(0, 16)
  const folder = join(profileRoot, 'boards', board)
  return { head: join(folder, 'journal-head'), numbers: join(folder, 'numbers.log') }
}

function raiseMapped(error: unknown): never {
  throw mapFileError(error)
}
