import { addHours, type Instant } from '#core/kernel/calendar.ts'
import { compareVersions } from '#core/kernel/version-number.ts'
import type { SeenRelease } from '#core/updates/model.ts'
import type { UpdateRefusal } from '#shared/contract/updates.ts'

import type { Manifest, PackageKind, ReleaseFile } from './manifest.ts'

/** The program that runs here. */
export type RunningProgram = Readonly<{
  version: string
  platform: string
  arch: string
  kind: PackageKind
}>

export type Decision = Readonly<
  | { kind: 'offer'; file: ReleaseFile }
  /** The release is the one that runs. */
  | { kind: 'newest' }
  | { kind: 'refuse'; why: UpdateRefusal }
>

/** How far clocks of honest machines may be apart, in hours. */
const CLOCK_SLACK = 1

/**
 * Whether a well-signed release may be offered. `seen` is the newest the board was ever shown: nothing older comes
 * after it, and a clock that stands before it was set back, perhaps to bring an expired release to life again.
 */
export function decide(
  release: Manifest,
  running: RunningProgram,
  seen: SeenRelease | null,
  now: Instant,
): Decision {
  const latestKnown = latest([release.created, ...(seen === null ? [] : [seen.created, seen.at])])
  if (now < addHours(latestKnown, -CLOCK_SLACK)) return refuse('UPDATE_CLOCK_BEHIND')
  if (now >= release.expires) return refuse('UPDATE_EXPIRED')
  const compared = compareVersions(release.version, running.version)
  if (compared < 0 || isOlderThanSeen(release, seen)) return refuse('UPDATE_OLDER')
  if (compared === 0) return { kind: 'newest' }
  const file = release.files.find(
    ({ platform, arch, kind }) =>
      platform === running.platform && arch === running.arch && kind === running.kind,
  )
  return file === undefined ? refuse('UPDATE_NO_FILE') : { kind: 'offer', file }
}

/** The same version signed anew is newer; signed earlier, it is an old feed brought back. */
function isOlderThanSeen(release: Manifest, seen: SeenRelease | null): boolean {
  return (
    seen !== null &&
    (compareVersions(release.version, seen.version) < 0 || release.created < seen.created)
  )
}

function latest(moments: readonly Instant[]): Instant {
  return moments.reduce((one, other) => (other > one ? other : one))
}

function refuse(why: UpdateRefusal): Decision {
  return { kind: 'refuse', why }
}
