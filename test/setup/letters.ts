import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Variant } from '#core/letters/kind-record.ts'
import type { LetterKind } from '#core/letters/kinds.ts'
import type { Letter } from '#core/letters/model.ts'
import { NO_PARTICULARS, type Particulars } from '#core/letters/particulars.ts'
import type { LetterSituation } from '#core/letters/rules.ts'
import type { Verification } from '#core/letters/verification.ts'
import type { Settings } from '#core/settings/model.ts'
import { dataPaths } from '#main/common/files/data-paths.ts'
import { openVault } from '#main/vault/vault.ts'
import type { Result, WireError } from '#shared/protocol/envelope.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { CHEAP_ARGON, passwordOf, PERSON_KEYS, type PersonKey, type TestApp } from './app.ts'
import { approve, issue, submit } from './case.ts'
import { withSqlite } from './stores.ts'

/** Answers without Typst; see `stand-in-words.ts` for how it is made to fail. */
export const STAND_IN = new URL(
  '../main/app/letters/fixtures/stand-in-typesetter.ts',
  import.meta.url,
)

/** After the clock moved on further than a session lasts, or the core began anew. */
export async function signInAll(app: TestApp): Promise<void> {
  for (const key of PERSON_KEYS) await app.signIn(key)
}

export const codesOf = (error: WireError): readonly string[] =>
  (error.issues ?? []).map(({ code }) => code)

type Draft = Readonly<{
  variant?: Variant
  language?: 'vi' | 'en'
  replacesId?: string | null
  by?: PersonKey
}>

export function draftInput(
  complaintId: string,
  kind: Exclude<LetterKind, 'L9'>,
  { variant = '', language = 'vi', replacesId = null }: Draft = {},
): InputOf<'letters.draft'> {
  return { complaintId, kind, variant, language, replacesId }
}

export function draftOf(
  app: TestApp,
  complaintId: string,
  kind: Exclude<LetterKind, 'L9'>,
  draft: Draft = {},
): Promise<Letter> {
  const { by = 'investigator' } = draft
  return app.as(by).call('letters.draft', draftInput(complaintId, kind, draft))
}

/** A draft that goes to those of these lines; the case has a violation and a measure on record. */
export async function listedDraft(
  app: TestApp,
  complaintId: string,
  text: string,
  by: PersonKey = 'investigator',
): Promise<Letter> {
  const draft = await draftOf(app, complaintId, 'L6', { variant: 'listed', by })
  const incident = { happened: 'Một tệp được gửi nhầm.', consequence: 'Bị gọi quảng cáo.' }
  const told = await setParticulars(app, draft, incident, by)
  await app.as(by).call('letters.addAddressees', { id: told.id, text, insteadOf: [] })
  return (await app.as(by).call('letters.get', { id: told.id })).letter
}

export function setParticulars(
  app: TestApp,
  { id, version, variant }: Letter,
  particulars: Partial<Particulars>,
  by: PersonKey = 'investigator',
): Promise<Letter> {
  const all = { ...NO_PARTICULARS, ...particulars }
  return app.as(by).call('letters.setParticulars', { id, version, variant, particulars: all })
}

export function situation(app: TestApp, { id }: Pick<Letter, 'id'>): Promise<LetterSituation> {
  return app.as('chair').call('letters.get', { id })
}

export async function toIssued(app: TestApp, draft: Letter): Promise<Letter> {
  return issue(app, await approve(app, await submit(app, draft)))
}

/** What a person at this window gets when they save the letter. */
export async function exported(app: TestApp, letter: Letter, by: PersonKey = 'chair') {
  const { ticket } = await app.as(by).call('letters.export', { id: letter.id })
  return downloaded(app, ticket, by)
}

export async function downloaded(app: TestApp, ticket: string, by: PersonKey = 'chair') {
  const file = await app.as(by).download(ticket)
  if (!file.ok) throw new Error(`no file: ${file.error.code}`)
  return file.data
}

/** A file sent to learn whether it is a letter of this board. */
export async function verifyFile(
  app: TestApp,
  bytes: Uint8Array,
  by: PersonKey = 'auditor',
): Promise<Verification> {
  const size = bytes.byteLength
  const { ticket } = await app.as(by).call('letters.requestVerification', { size })
  const result = (await app.as(by).send(ticket, bytes)) as unknown as Result<Verification>
  if (!result.ok) throw new Error(`not verified: ${result.error.code}`)
  return result.data
}

/** A picture sent for the letterhead, with the answer as it crosses the wire. */
export async function uploadLogo(app: TestApp, bytes: Uint8Array): Promise<Result<Settings>> {
  const size = bytes.byteLength
  const { ticket } = await app.as('chair').call('settings.requestLogo', { size })
  return (await app.as('chair').send(ticket, bytes)) as unknown as Result<Settings>
}

/** Where the encrypted bytes of an issued letter lie. */
export function storedAt({ dataDir }: TestApp, sha256: string): string {
  return join(dataPaths(dataDir).files, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

/** Plays with one bit of a stored file in the middle; whole again afterwards. */
export async function whileAltered(path: string, play: () => Promise<void>): Promise<void> {
  const whole = await readFile(path)
  const middle = Math.floor(whole.byteLength / 2)
  await writeFile(path, Uint8Array.from(whole).with(middle, (whole[middle] ?? 0) ^ 1))
  await play().finally(() => writeFile(path, whole))
}

/** The same with the file gone. */
export async function whileMissing(path: string, play: () => Promise<void>): Promise<void> {
  const aside = `${path}.aside`
  await rename(path, aside)
  await play().finally(() => rename(aside, path))
}

type Sql = (statement: string, values?: readonly unknown[]) => Promise<void>

/** SQL past the program, with the core ended meanwhile; everybody is signed in again afterwards. */
export async function behindTheBack(
  app: TestApp,
  work: (sql: Sql) => Promise<void>,
): Promise<void> {
  await app.close()
  await (app.databaseUrl === undefined
    ? onSqlite(app.dataDir, work)
    : onPostgres(app.databaseUrl, work))
  await app.restart()
  await signInAll(app)
}

async function onSqlite(dataDir: string, work: (sql: Sql) => Promise<void>): Promise<void> {
  const vault = await openVault(dataDir, { argon: CHEAP_ARGON })
  const { keys } = await vault.unlock({ username: 'chair', password: passwordOf('chair') })
  const { database } = dataPaths(dataDir)
  await work(async (statement, values = []) => {
    withSqlite(database, keys.databaseKey, (handle) => handle.prepare(statement).run(...values))
  })
}

async function onPostgres(url: string, work: (sql: Sql) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(async (statement, values = []) => {
      let place = 0
      await client.query(
        statement.replace(/\?/gu, () => `$${String((place += 1))}`),
        [...values],
      )
    })
  } finally {
    await client.end()
  }
}
