import { Readable } from 'node:stream'

const CHUNK = 65_536

export interface MessageStream {
  readonly stream: Readable
  /** Whether the last byte was handed to the socket: from then on the message may arrive. */
  readonly hasLeft: () => boolean
  /** Whether the first byte was held back. */
  readonly isHeld: () => boolean
}

/** A message in chunks; `mayLeave` is asked before the first of them. */
export const messageStream = (message: Buffer, mayLeave: () => boolean): MessageStream => {
  let at = 0
  let asked = false
  let held = false
  const stream = new Readable({
    read() {
      if (!asked) {
        asked = true
        held = !mayLeave()
      }
      if (held) {
        this.destroy(new Error('held back'))
        return
      }
      const next = message.subarray(at, at + CHUNK)
      at += next.length
      this.push(next)
      if (at >= message.length) this.push(null)
    },
  })
  return { stream, hasLeft: () => !held && at >= message.length, isHeld: () => held }
}
