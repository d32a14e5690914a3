import { hash } from 'node:crypto'
import type { HashText } from '../../services/ports/hash-text.ts'

const encoder = new TextEncoder()
let room = new Uint8Array(65_536)

/** The texts are encoded one after another into the same bytes: joining them first would copy each of them twice more. */
export const hashText: HashText = (...texts) => {
  let size = 0
  for (const text of texts) {
    const most = size + text.length * 3
    if (most > room.length) {
      const larger = new Uint8Array(most * 2)
      larger.set(room.subarray(0, size))
      room = larger
    }
    size += encoder.encodeInto(text, room.subarray(size)).written
  }
  return hash('sha256', room.subarray(0, size), 'hex')
}
