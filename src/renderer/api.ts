import type { Evidence } from '#core/evidence/model.ts'
import type { ErrorCode, Issue } from '#core/kernel/errors.ts'
import type { Verification } from '#core/letters/verification.ts'
import type { Settings } from '#core/settings/model.ts'
import type { WireError } from '#shared/protocol/envelope.ts'
import type { AppEvent } from '#shared/protocol/events.ts'
import { contract, type InputOf, type OutputOf, type RouteName } from '#shared/contract/index.ts'
import { withCommandId } from '#shared/protocol/command-id.ts'
import { trusted } from '#shared/protocol/fields.ts'
import { untilHeard } from './lost-answer.ts'
import { createTransport } from './transport.ts'

/** A refusal or failure as the core told it. `issues` name fields and rules; nothing here is for eyes yet: see `errorText`. */
export class ApiError extends Error {
  readonly code: ErrorCode
  readonly issues: readonly Issue[]
  readonly correlationId: string | null

  constructor(error: WireError) {
    super(error.code)
    this.name = 'ApiError'
    this.code = error.code
    this.issues = error.issues ?? []
    this.correlationId = error.correlationId ?? null
  }
}

const transport = createTransport()
const unauthenticated = new Set<() => void>()
let askForProof: () => Promise<boolean> = async () => false
const storedEvidence = trusted<Evidence>()
const storedSettings = trusted<Settings>()
const verification = trusted<Verification>()

/** Set while the person here signs out: what the screens still ask for is for nobody. */
let leaving = false

/**
 * Asks the core. Where it wants a fresh proof of who sits here first, the person is asked for one and the very same is
 * asked again, once. A command goes under an id, its own or the one given by a form that may have sent it before, and is sent
 * again while its answer is lost. Throws {@link ApiError}, never anything else the core or the way to it brought about.
 */
export async function call<R extends RouteName>(
  route: R,
  input: InputOf<R>,
  commandId?: string,
): Promise<OutputOf<R>> {
  if (leaving && !route.startsWith('host.')) throw new ApiError({ code: 'UNAUTHENTICATED' })
  return ask(route, input, commandId)
}

/**
 * Signs out at this window, or at all. From now on this page asks for nothing more but of the host: a preview that is
 * being made is given up rather than refused. A sign-out that fails gives the page back.
 */
export async function leaveBy(
  route: 'session.signOut' | 'session.signOutEverywhere',
): Promise<void> {
  leaving = true
  try {
    await ask(route, {})
  } catch (error) {
    leaving = false
    throw error
  }
}

/** Under which id each answer of a command came about. */
const commandIds = new WeakMap<object, string>()
/** What is taken back by the commands that are sent just now. */
let undoing: string | null = null

/** The id of the command that this is the answer of, by which it can be taken back; null for what is none. */
export function commandOf(answer: unknown): string | null {
  return typeof answer === 'object' && answer !== null ? (commandIds.get(answer) ?? null) : null
}

/**
 * Sends what `act` sends at once as taking back the command of this id: the core refuses it when that is longer ago than ten
 * seconds, or was changed again.
 */
export function takingBack<Answer>(commandId: string, act: () => Answer): Answer {
  undoing = commandId
  try {
    return act()
  } finally {
    undoing = null
  }
}

async function ask<R extends RouteName>(
  route: R,
  input: InputOf<R>,
  commandId: string = crypto.randomUUID(),
): Promise<OutputOf<R>> {
  const { kind } = contract[route]
  const undoes = undoing
  const send = () =>
    kind === 'command'
      ? untilHeard(() => transport.request(route, withCommandId(input, commandId, undoes)))
      : transport.request(route, input)
  const first = await send()
  const proven = !first.ok && first.error.code === 'PROOF_REQUIRED' && (await askForProof())
  const result = proven ? await send() : first
  if (!result.ok) {
    // Nothing was to be saved, so nobody needs to fear for it.
    const isUnread = kind === 'query' && result.error.code === 'CORE_RESTARTED'
    if (isUnread) throw new ApiError({ code: 'NOT_READ' })
    if (result.error.code === 'UNAUTHENTICATED') unauthenticated.forEach((listener) => listener())
    throw new ApiError(result.error)
  }
  if (!isOutputOf(route, result.data)) throw new ApiError({ code: 'INTERNAL' })
  const answer: unknown = result.data
  if (kind === 'command' && typeof answer === 'object' && answer !== null) {
    commandIds.set(answer, commandId)
  }
  return result.data
}

/** Hears that a call was refused because nobody is signed in here any more. */
export function onUnauthenticated(listener: () => void): void {
  unauthenticated.add(listener)
}

/** Says how the person is asked to prove who they are; the answer tells whether they did. */
export function onProofAsked(ask: () => Promise<boolean>): void {
  askForProof = ask
}

/** Sends one file under a ticket of `evidence.requestUpload`. `onProgress` hears a share from 0 to 1. */
export function upload(ticket: string, file: Blob, onProgress?: Progress): Promise<Evidence> {
  return send(ticket, file, onProgress, isEvidence)
}

/** Sends a picture under a ticket of `settings.requestLogo`; it is checked before it is kept. */
export function uploadLogo(ticket: string, file: Blob, onProgress?: Progress): Promise<Settings> {
  return send(ticket, file, onProgress, isSettings)
}

/** Sends a PDF under a ticket of `letters.requestVerification`; it is compared and forgotten. */
export function uploadForVerification(
  ticket: string,
  file: Blob,
  onProgress?: Progress,
): Promise<Verification> {
  return send(ticket, file, onProgress, isVerification)
}

type Progress = (share: number) => void

async function send<Answer>(
  ticket: string,
  file: Blob,
  onProgress: Progress = () => {},
  isAnswer: (data: unknown) => data is Answer,
): Promise<Answer> {
  const result = await transport.upload(ticket, file, onProgress)
  if (!result.ok) throw new ApiError(result.error)
  if (!isAnswer(result.data)) throw new ApiError({ code: 'INTERNAL' })
  return result.data
}

/** Fetches the bytes of a download ticket, to show them. The ticket is used up. */
export async function download(ticket: string): Promise<Blob> {
  if (leaving) throw new ApiError({ code: 'UNAUTHENTICATED' })
  const result = await transport.download(ticket)
  if (!result.ok) throw new ApiError(result.error)
  return result.data
}

/** Where the bytes of a download ticket can be fetched, once. `inline` is for showing, otherwise the browser saves. */
export function fileUrl(ticket: string, options: Readonly<{ inline: boolean }>): string {
  return transport.fileUrl(ticket, options)
}

/** Hears what the core tells the windows, until the returned function is called. */
export function onEvent(listener: (event: AppEvent) => void): () => void {
  return transport.onEvent(listener)
}

/**
 * Lets the person keep a file: a dialog in Electron, a download in the browser. False when they
 * closed the dialog without choosing a place.
 */
export async function saveFile(ticket: string): Promise<boolean> {
  const host = await call('host.info', {})
  if (host.kind === 'electron') return (await call('host.saveFile', { ticket })).saved
  const link = document.createElement('a')
  link.href = fileUrl(ticket, { inline: false })
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
  return true
}

/** Outputs are built by the trusted core; this gives them their type back after the crossing. */
function isOutputOf<R extends RouteName>(route: R, data: unknown): data is OutputOf<R> {
  return contract[route].output.safeParse(data).success
}

function isEvidence(data: unknown): data is Evidence {
  return storedEvidence.safeParse(data).success
}

function isSettings(data: unknown): data is Settings {
  return storedSettings.safeParse(data).success
}

function isVerification(data: unknown): data is Verification {
  return verification.safeParse(data).success
}
