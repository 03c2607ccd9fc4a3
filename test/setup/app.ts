import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMinutes, type Instant } from '#core/kernel/calendar.ts'
import type { Evidence } from '#core/evidence/model.ts'
import type { Role } from '#core/people/permissions.ts'
import { createApp, type App, type AppOptions } from '#main/core-process/composition.ts'
import type { LogEntry } from '#main/dispatch/logger.ts'
import type { CoreMessage, FileContent } from '#shared/protocol/core-messages.ts'
import type { Result, WireError } from '#shared/protocol/envelope.ts'
import type { AppEvent } from '#shared/protocol/events.ts'
import type { InputOf, OutputOf, RouteName } from '#shared/contract/index.ts'
import { startPatientReader } from '#test/fixtures/reader-child/start.ts'
import { createDatabase } from './app-database.ts'
import { expectSettledCases, unsettled } from './settled-cases.ts'
import { keepFaults } from './kept-faults.ts'

/** The two engines a board runs on; every use case is played on both. */
export const ENGINES = ['sqlite', 'postgres'] as const
export type EngineName = (typeof ENGINES)[number]

export const RESOURCES = join(import.meta.dirname, '../../resources')
export const TYPESET_WORKER = new URL('../../src/main/letters/typeset-worker.ts', import.meta.url)

/** A Sunday afternoon in Vietnam, the day the project began. */
export const START: Instant = '2026-11-22T08:30:00.000Z'

/** The people of the test board, one for each role and a second one who may approve. */
export const PEOPLE = {
  chair: { role: 'chair', fullName: 'Trần Thị Ngọc Lan', title: 'Trưởng ban' },
  deputy: { role: 'board', fullName: 'Lê Quang Minh', title: 'Phó trưởng ban' },
  investigator: { role: 'investigator', fullName: 'Nguyễn Đức Huy', title: 'Chuyên viên' },
  intake: { role: 'intake', fullName: 'Võ Hoài An', title: 'Nhân viên tiếp nhận' },
  auditor: { role: 'auditor', fullName: 'Đặng Kiểm', title: 'Kiểm toán viên' },
} as const satisfies Record<string, { role: Role; fullName: string; title: string }>
export type PersonKey = keyof typeof PEOPLE
export const PERSON_KEYS = Object.keys(PEOPLE) as readonly PersonKey[]

const PASSWORDS: Readonly<Record<PersonKey, string>> = {
  chair: 'tre xanh rì rào 7319',
  deputy: 'ngói đỏ sân gạch 2846',
  investigator: 'đèn dầu khuya khoắt 5170',
  intake: 'bến nước cây đa 9032',
  auditor: 'chuồn chuồn bay thấp 4461',
}
export const passwordOf = (key: PersonKey): string => PASSWORDS[key]

/** What the chair gives every new member and whoever is reset. */
export const ONE_TIME_PASSWORD = 'một lần rồi thôi 6402'

/** Somebody at a window: asks for routes as they would, in messages only. */
export type Caller = Readonly<{
  windowId: string
  /** The answer as it crosses the wire. */
  ask<R extends RouteName>(route: R, input: InputOf<R>): Promise<Result<OutputOf<R>>>
  /** The same with anything at all, for what no window would send. */
  askRaw(route: string, input: unknown): Promise<Result<unknown>>
  /** The data of a request that must succeed; raises {@link Refused} otherwise. */
  call<R extends RouteName>(route: R, input: InputOf<R>): Promise<OutputOf<R>>
  /** The error of a request that must be refused. */
  refused<R extends RouteName>(route: R, input: InputOf<R>): Promise<WireError>
  upload(
    request: Omit<InputOf<'evidence.requestUpload'>, 'size' | 'firmNoteId'> &
      Readonly<{ firmNoteId?: string | null }>,
    bytes: Uint8Array,
  ): Promise<Evidence>
  /** Sends bytes for a ticket, as the wire has it. */
  send(ticket: string, bytes: Uint8Array): Promise<Result<Evidence>>
  download(ticket: string): Promise<Result<FileContent>>
  closeWindow(): Promise<void>
}>

export class Refused extends Error {
  readonly error: WireError
  constructor(route: string, error: WireError) {
    super(`${route}: ${JSON.stringify(error)}`)
    this.error = error
  }
}

export type TestApp = Readonly<{
  engine: EngineName
  dataDir: string
  databaseUrl: string | undefined
  clock: { now(): Instant; set(at: Instant): void; forward(minutes: number): void }
  events: readonly Readonly<{ event: AppEvent; windowId?: string }>[]
  /** Resolves with the next event of which this is true. */
  nextEvent(isMeant: (event: AppEvent) => boolean): Promise<AppEvent>
  logs: readonly LogEntry[]
  /** A window of its own; the same name is the same window. */
  window(name: string): Caller
  as(key: PersonKey): Caller
  /** Person ids by key, once they are on record. */
  ids: Readonly<Record<PersonKey, string>>
  /** The board as a first run leaves it: set up, recovery key confirmed, every account made and signed in. */
  populate(): Promise<void>
  signIn(key: PersonKey, windowName?: string): Promise<void>
  /** Signs in by the one-time password and sets this one. */
  takeOver(username: string, windowName: string, password: string): Promise<void>
  /** The machine is locked, or goes to sleep. */
  away(): Promise<void>
  /** Ends the core and starts it again on the same data. */
  restart(changes?: Partial<AppOptions>): Promise<void>
  close(): Promise<void>
  remove(): Promise<void>
}>

export type StartOptions = Readonly<{
  dataDir?: string
  /** Where the machine keeps what belongs to no board; without it, nowhere. */
  profileRoot?: string
  options?: Partial<AppOptions>
}>

/** Cheap on purpose: what a guess costs is tested with the vault. */
export const CHEAP_ARGON = { memoryKiB: 8, passes: 1, lanes: 1 }

export const SET_UP: InputOf<'setup.create'> = {
  organisation: {
    legalName: 'Công ty TNHH Chia Sẻ Phiếu Quà',
    boardName: 'Ban quản trị website',
    address: '12 Đường Số 3, Quận 1, TP. Hồ Chí Minh',
    taxCode: '0312345678',
    phone: '028 38 49 40 88',
    email: 'hotro@vouchersharing.com',
    website: 'https://ledu.vn',
    place: 'TP. Hồ Chí Minh',
  },
  sites: [
    { id: 'ledu', name: 'Ledu.vn' },
    { id: 'vouchersharing', name: 'vouchersharing.com' },
  ],
  chair: {
    username: 'chair',
    fullName: PEOPLE.chair.fullName,
    title: PEOPLE.chair.title,
    password: passwordOf('chair'),
  },
}

/** Starts the core on a real engine and an empty folder of its own. */
export async function startApp(
  engine: EngineName = 'sqlite',
  start: StartOptions = {},
): Promise<TestApp> {
  // Whatever a test plays, no command may leave a case unsettled.
  expectSettledCases()
  const dataDir = start.dataDir ?? (await mkdtemp(join(tmpdir(), 'hoi-am-app-')))
  const database = engine === 'postgres' ? await createDatabase() : null
  let now = START
  const clock = {
    now: () => now,
    set: (at: Instant) => void (now = at),
    forward: (minutes: number) => void (now = addMinutes(now, minutes)),
  }
  const events: { event: AppEvent; windowId?: string }[] = []
  const listeners = new Set<(event: AppEvent) => void>()
  const logs: LogEntry[] = []
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  let lastId = 0

  const open = (changes: Partial<AppOptions> = {}): Promise<App> =>
    createApp(
      {
        dataDir,
        resourcesDir: RESOURCES,
        demo: false,
        ...(start.profileRoot === undefined ? {} : { profileRoot: start.profileRoot }),
        ...(database === null ? {} : { databaseUrl: database.url }),
      },
      {
        send: receive,
        workerUrl: TYPESET_WORKER,
        version: '0.0.0-test',
        clock,
        running: () => Date.parse(now),
        vault: { argon: CHEAP_ARGON },
        logger: { write: keepFaults(logs) },
        ...start.options,
        ...changes,
      },
    )
  const reader = startPatientReader()
  let app = await open()

  function receive(message: CoreMessage): void {
    if (message.type === 'event') {
      events.push(message)
      for (const listen of listeners) listen(message.event)
    }
    if (message.type === 'read') {
      const { id } = message
      void reader.read(message).then((outcome) => app.receive({ type: 'read-answer', id, outcome }))
    }
    if (message.type !== 'response' && message.type !== 'file') return
    waiting.get(message.id)?.(message.result)
    waiting.delete(message.id)
  }

  function post(
    message:
      | { type: 'request'; windowId: string; route: string; input: Uint8Array }
      | { type: 'upload'; windowId: string; ticket: string; bytes: Uint8Array }
      | { type: 'download'; windowId: string; ticket: string },
  ): Promise<Result<unknown>> {
    const id = (lastId += 1)
    return new Promise((resolve, reject) => {
      waiting.set(id, resolve)
      app.receive({ ...message, id }).catch(reject)
    })
  }

  function window(name: string): Caller {
    const windowId = `window-${name}`
    const askRaw = (route: string, input: unknown) =>
      post({ type: 'request', windowId, route, input: bytesOf(input) })
    const ask = askRaw as Caller['ask']
    const call: Caller['call'] = async (route, input) => {
      const result = await ask(route, input)
      if (!result.ok) throw new Refused(route, result.error)
      return result.data
    }
    const send = (ticket: string, bytes: Uint8Array) =>
      post({ type: 'upload', windowId, ticket, bytes }) as Promise<Result<Evidence>>
    return {
      windowId,
      ask,
      askRaw,
      call,
      async refused(route, input) {
        const result = await ask(route, input)
        if (result.ok) throw new Error(`${route} was not refused`)
        return result.error
      },
      async upload(request, bytes) {
        const { ticket } = await call('evidence.requestUpload', {
          firmNoteId: null,
          ...request,
          size: bytes.byteLength,
        })
        const result = await send(ticket, bytes)
        if (!result.ok) throw new Refused('upload', result.error)
        return result.data
      },
      send,
      download: (ticket) =>
        post({ type: 'download', windowId, ticket }) as Promise<Result<FileContent>>,
      closeWindow: () => app.receive({ type: 'window-closed', windowId }),
    }
  }

  const ids: Record<string, string> = {}
  async function signIn(key: PersonKey, windowName: string = key): Promise<void> {
    const person = await window(windowName).call('session.signIn', {
      username: key,
      password: passwordOf(key),
      // Tests turn the clock as they please; clock-question.db.test.ts is asked.
      clockConfirmed: true,
    })
    ids[key] = person.id
  }

  /** Comes in by a one-time password and sets one of one's own. */
  async function takeOver(username: string, windowName: string, password: string): Promise<void> {
    const caller = window(windowName)
    await caller.call('session.signIn', { username, password: ONE_TIME_PASSWORD })
    await caller.call('session.changePassword', {
      currentPassword: ONE_TIME_PASSWORD,
      newPassword: password,
    })
  }

  async function populate(): Promise<void> {
    const chair = window('chair')
    const shown = await chair.call('setup.create', SET_UP)
    await chair.call('setup.confirmRecoveryKey', { groups: groupsAsked(shown) })
    ids['chair'] = (await chair.call('session.current', {}))?.id ?? ''
    for (const key of PERSON_KEYS.filter((each) => each !== 'chair')) {
      const { role, fullName, title } = PEOPLE[key]
      await chair.call('people.create', {
        ...{ username: key, fullName, title, role, password: ONE_TIME_PASSWORD },
      })
      await takeOver(key, key, passwordOf(key))
      ids[key] = (await window(key).call('session.current', {}))?.id ?? ''
    }
  }

  return {
    engine,
    dataDir,
    databaseUrl: database?.url,
    clock,
    events,
    nextEvent: (isMeant) =>
      new Promise((resolve) => {
        const listen = (event: AppEvent): void => {
          if (!isMeant(event)) return
          listeners.delete(listen)
          resolve(event)
        }
        listeners.add(listen)
      }),
    logs,
    window,
    as: window,
    ids: ids as Record<PersonKey, string>,
    populate,
    takeOver,
    signIn,
    away: () => app.receive({ type: 'away' }),
    async restart(changes) {
      await app.close()
      app = await open(changes)
    },
    close: () => app.close(),
    async remove() {
      // It goes with its folder: a copy at closing is a third of a second, for nobody.
      app.leaveCopy()
      await app.close()
      reader.close()
      if (unsettled.length > 0) throw new Error(unsettled.join('; '))
      await database?.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Input as it crosses the wire, also what no window would send: `null`, a text, nothing at all. */
function bytesOf(input: unknown): Uint8Array {
  const json: unknown = JSON.stringify(input)
  return new TextEncoder().encode(typeof json === 'string' ? json : '')
}

/** A board with its people signed in. */
export async function startBoard(
  engine: EngineName = 'sqlite',
  start: StartOptions = {},
): Promise<TestApp> {
  const app = await startApp(engine, start)
  await app.populate()
  return app
}

/** The groups of a shown recovery key that the window asks to be typed back. */
export function groupsAsked(
  shown: Readonly<{ recoveryKey: string; askGroups: readonly number[] }>,
): string[] {
  const groups = shown.recoveryKey.split('-')
  return shown.askGroups.map((asked) => groups[asked - 1] ?? '')
}
