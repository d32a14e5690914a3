import type { Clock } from '../ports/clock.ts'

/** A window counts as used for so long after it asked something. */
const USED_MS = 1000
/** A page of a sync keeps the engine busy for some 40 ms; with this after it the window has the machine for a third of the time. */
const REST_MS = 25

/** A sync gives way to whoever works at a window, and runs at full speed when nobody does. */
export class GiveWay {
  readonly #clock: Pick<Clock, 'monotonic'>
  #askedAt = Number.NEGATIVE_INFINITY

  constructor(clock: Pick<Clock, 'monotonic'>) {
    this.#clock = clock
  }

  /** A window asked something. */
  asked(): void {
    this.#askedAt = this.#clock.monotonic()
  }

  /** Milliseconds to rest before the next page. */
  rest(): number {
    return this.#clock.monotonic() - this.#askedAt < USED_MS ? REST_MS : 0
  }
}
