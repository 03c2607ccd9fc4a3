import { PROOF_MINUTES } from '#core/people/fresh-proof.ts'
import type { MissingFactor } from '#core/people/second-factor.ts'
import type { SteadyClock } from './steady-clock.ts'

/** Who is signed in at a window. Rights are read anew for every act; this only says who it is. */
export type Session = Readonly<{
  windowId: string
  personId: string
  fullName: string
  /** Since when it lasts, and when there was last a sign of the person; by the steady clock. */
  startedAt: number
  seenAt: number
  /** When they last proved who they are; by the steady clock. */
  provedAt: number
  /** What must come before anything else; null once they are wholly in. */
  lacks: MissingFactor | null
  /** The cases whose persons they revealed here. */
  revealed: ReadonlySet<string>
}>

/** Minutes without any act after which a window is locked (ASVS 7.3.1), and hours after which it is in any case. */
export const IDLE_MINUTES = 10
export const LONGEST_HOURS = 12

export type Sessions = Readonly<{
  of(windowId: string): Session | null
  start(
    windowId: string,
    person: Readonly<{ id: string; fullName: string }>,
    lacks?: MissingFactor | null,
  ): Session
  /** Notes that nothing is missing any more to this person; nothing where somebody else sits there by now. */
  complete(windowId: string, personId: string): void
  /** Reveals to this person whose case this is, until their session ends; likewise. */
  reveal(windowId: string, personId: string, complaintId: string): void
  /** Notes that this person has proved at a window who they are; nothing where somebody else sits there by now. */
  prove(windowId: string, personId: string): void
  /** Whether whoever sits at a window proved who they are within the last {@link PROOF_MINUTES}. */
  isProven(windowId: string): boolean
  /** Notes an act or another sign of the person, which puts off the idle lock. */
  touch(windowId: string): void
  end(windowId: string): Session | null
  /** Sessions that have been idle or have lasted too long by now. */
  expired(): readonly Session[]
  ofPerson(personId: string): readonly Session[]
  all(): readonly Session[]
  /**
   * Says that somebody is about to be let in, so that the last one leaving meanwhile does not lock the
   * board under them. Call what it returns when they are in, or are not.
   */
  startSignIn(): () => void
  /** Nobody is signed in or about to be. */
  isEmpty(): boolean
}>

/** Sessions by a clock that nobody can set: whoever sits at the machine may change its time. */
export function createSessions(clock: SteadyClock): Sessions {
  const byWindow = new Map<string, Session>()
  let arriving = 0
  return {
    of: (windowId) => byWindow.get(windowId) ?? null,
    start(windowId, person, lacks = null) {
      const now = clock()
      const session: Session = {
        windowId,
        personId: person.id,
        fullName: person.fullName,
        startedAt: now,
        seenAt: now,
        provedAt: now,
        lacks,
        revealed: new Set(),
      }
      byWindow.set(windowId, session)
      return session
    },
    complete(windowId, personId) {
      const session = byWindow.get(windowId)
      if (session?.personId !== personId) return
      byWindow.set(windowId, { ...session, lacks: null })
    },
    reveal(windowId, personId, complaintId) {
      const session = byWindow.get(windowId)
      if (session?.personId !== personId) return
      const revealed = new Set([...session.revealed, complaintId])
      byWindow.set(windowId, { ...session, revealed })
    },
    prove(windowId, personId) {
      const session = byWindow.get(windowId)
      if (session?.personId !== personId) return
      const now = clock()
      byWindow.set(windowId, { ...session, seenAt: now, provedAt: now })
    },
    isProven(windowId) {
      const session = byWindow.get(windowId)
      return session !== undefined && clock() - session.provedAt <= PROOF_MINUTES * 60_000
    },
    touch(windowId) {
      const session = byWindow.get(windowId)
      if (session === undefined) return
      byWindow.set(windowId, { ...session, seenAt: clock() })
    },
    end(windowId) {
      const session = byWindow.get(windowId) ?? null
      byWindow.delete(windowId)
      return session
    },
    expired() {
      const now = clock()
      return [...byWindow.values()].filter((session) => isExpired(session, now))
    },
    ofPerson: (personId) =>
      [...byWindow.values()].filter((session) => session.personId === personId),
    all: () => [...byWindow.values()],
    startSignIn() {
      arriving += 1
      return () => void (arriving -= 1)
    },
    isEmpty: () => byWindow.size === 0 && arriving === 0,
  }
}

function isExpired({ startedAt, seenAt }: Session, now: number): boolean {
  return now - startedAt > LONGEST_HOURS * 3_600_000 || now - seenAt > IDLE_MINUTES * 60_000
}
