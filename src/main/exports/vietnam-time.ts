import { millisecondsOf, vietnamDate, vietnamTime, type Instant } from '#core/kernel/calendar.ts'

/**
 * A moment whose "local" parts are those of a Vietnamese clock, whatever the zone of the computer. A zip entry
 * holds the parts of a local clock without a zone, and yazl asks the date for them.
 */
export class VietnamTime extends Date {
  readonly #wall: Date

  /** @throws DomainError INVALID_INPUT / NOT_AN_INSTANT */
  constructor(instant: Instant) {
    super(millisecondsOf(instant))
    this.#wall = new Date(
      `${vietnamDate(instant)}T${vietnamTime(instant)}:${instant.slice(17, 19)}Z`,
    )
  }

  override getFullYear(): number {
    return this.#wall.getUTCFullYear()
  }

  override getMonth(): number {
    return this.#wall.getUTCMonth()
  }

  override getDate(): number {
    return this.#wall.getUTCDate()
  }

  override getHours(): number {
    return this.#wall.getUTCHours()
  }

  override getMinutes(): number {
    return this.#wall.getUTCMinutes()
  }

  override getSeconds(): number {
    return this.#wall.getUTCSeconds()
  }
}
