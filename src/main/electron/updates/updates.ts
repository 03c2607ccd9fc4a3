import type { KeyObject } from 'node:crypto'

import type { UpdateGrant, UpdateResult, UpdateStep } from '#core/updates/model.ts'
import type { Result } from '#shared/protocol/envelope.ts'
import type { UpdateOffer, UpdateState } from '#shared/contract/host.ts'
import { UPDATE_REFUSALS, type UpdateProblem } from '#shared/contract/updates.ts'

import type { UpdateAsking } from './asking.ts'
import { decide, type RunningProgram } from './decide.ts'
import type { Engine } from './engine-port.ts'
import { type Door, readRelease } from './feed.ts'
import type { Manifest } from './manifest.ts'
import { UpdateError } from './problem.ts'
import type { ProvedRelease } from './provider.ts'

export type UpdatesParts = Readonly<{
  version: string
  /** Null in a build that has none. */
  key: KeyObject | null
  /** Null when the program was not installed by an installer. */
  running: RunningProgram | null
  ask: UpdateAsking
  door: Door
  makeEngine: (proved: ProvedRelease) => Promise<Engine>
  /** Hears how far a download is, in bytes. */
  onProgress: (done: number, total: number) => void
  /** Begins the orderly end of the program, at which `last` is the last act. */
  endWith: (last: () => Promise<void>) => void
}>

/** Updates as the shell carries them out: each step on a press, in the name of the person who pressed. */
export type Updates = Readonly<{
  state: () => UpdateState
  check: (windowId: string) => Promise<Result<Checked>>
  download: (windowId: string) => Promise<Result<Readonly<{ version: string }>>>
  stop: () => boolean
  install: (windowId: string) => Promise<Result<Readonly<{ closing: true }>>>
}>

type Offered = ProvedRelease & Readonly<{ engine: Engine; downloaded: boolean }>
type Checked = Readonly<{ offered: UpdateOffer | null }>
type Step<Data> = Readonly<{ data: Data; result: UpdateResult | null }>

export function createUpdates(parts: UpdatesParts): Updates {
  const { version, key, running, ask, door, makeEngine, onProgress, endWith } = parts
  let offered: Offered | null = null
  let current: AbortController | null = null

  /** One step at a time, on record from its beginning to its end. */
  async function take<Data>(
    windowId: string,
    step: UpdateStep,
    act: (grant: UpdateGrant, signal: AbortSignal) => Promise<Step<Data>>,
  ): Promise<Result<Data>> {
    if (current !== null) return failed('UPDATE_NOT_READY')
    const own = new AbortController()
    current = own
    try {
      const about = step === 'check' ? null : (offered?.release.version ?? null)
      const grant = await ask.begin(windowId, step, about)
      if (!grant.ok) return grant
      const { data, result } = await act(grant.data, own.signal)
      if (result === null) return { ok: true, data }
      const settled = await ask.settle(windowId, result)
      return settled.ok ? { ok: true, data } : settled
    } catch (error) {
      if (!(error instanceof UpdateError)) return { ok: false, error: { code: 'INTERNAL' } }
      const { problem } = error
      const outcome = isRefusal(problem) ? 'refused' : 'failed'
      // The person hears the reason also when it could not be put on record any more.
      await ask.settle(windowId, { outcome, version: null, created: null, code: problem })
      return failed(problem)
    } finally {
      current = null
    }
  }

  /** The release decided on once more: time has passed, and another address or release may stand by now. */
  function stillOffered(grant: UpdateGrant): Offered {
    if (running === null || offered === null || offered.base !== grant.address) {
      throw new UpdateError('UPDATE_NOT_READY')
    }
    const decision = decide(offered.release, running, grant.seen, grant.now)
    if (decision.kind === 'refuse') throw new UpdateError(decision.why)
    return offered
  }

  return {
    state() {
      const impossible = running === null ? 'not-installed' : 'possible'
      return { version, updates: key === null ? 'no-key' : impossible }
    },

    async check(windowId) {
      if (key === null) return failed('UPDATE_NO_KEY')
      if (running === null) return failed('UPDATE_NOT_INSTALLED')
      return take<Checked>(windowId, 'check', async ({ address: base, seen, now }, signal) => {
        offered = null
        const release = await readRelease(door, base, key, signal)
        const decision = decide(release, running, seen, now)
        switch (decision.kind) {
          case 'refuse':
            throw new UpdateError(decision.why)
          case 'newest':
            return { data: { offered: null }, result: resultOf('none', release) }
          case 'offer': {
            const { file } = decision
            const proved = { base, release, file }
            const engine = await makeEngine(proved)
            await engine.prepare(signal)
            offered = { ...proved, engine, downloaded: false }
            const { version: newer, created, notes } = release
            const offer = { version: newer, created, notes, size: file.size }
            return { data: { offered: offer }, result: resultOf('offered', release) }
          }
        }
      })
    },

    download(windowId) {
      return take(windowId, 'download', async (grant, signal) => {
        const found = stillOffered(grant)
        const { engine, file, release } = found
        await engine.download({ signal, onProgress: (done) => onProgress(done, file.size) })
        offered = { ...found, downloaded: true }
        const data = { version: release.version }
        return { data, result: resultOf('downloaded', release) }
      })
    },

    stop() {
      current?.abort()
      return current !== null
    },

    install(windowId) {
      return take(windowId, 'install', async (grant) => {
        const { engine, downloaded } = stillOffered(grant)
        if (!downloaded) throw new UpdateError('UPDATE_NOT_READY')
        await engine.prove()
        const { install } = engine
        if (install.when === 'while-open') await install.run()
        else endWith(() => installLast(engine, install.run))
        return { data: { closing: true as const }, result: null }
      })
    },
  }
}

/** The file has lain on a disk while the program closed: it is proved a last time. */
async function installLast(engine: Engine, run: () => boolean): Promise<void> {
  await engine.prove()
  if (!run()) throw new UpdateError('UPDATE_NOT_READY')
  // A start that fails is told in the next turn, and may then be tried another way (with more rights).
  await new Promise((resolve) => setImmediate(resolve))
}

function resultOf(outcome: UpdateResult['outcome'], release: Manifest): UpdateResult {
  const { version, created } = release
  return { outcome, version, created, code: null }
}

function isRefusal(problem: UpdateProblem): boolean {
  return UPDATE_REFUSALS.some((refusal) => refusal === problem)
}

function failed(problem: UpdateProblem): Extract<Result<never>, { ok: false }> {
  if (problem === 'UPDATE_STOPPED') return { ok: false, error: { code: 'CANCELLED' } }
  const code = isRefusal(problem) ? 'UPDATE_REFUSED' : 'UPDATE_FAILED'
  return { ok: false, error: { code, issues: [{ path: '', code: problem }] } }
}
