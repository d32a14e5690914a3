import { hash } from 'node:crypto'
import type { HashText } from '../../services/ports/hash-text.ts'

const encoder = new TextEncoder()
const room = new Uint8Array(65_536)
/** Bytes that one unit of a text takes in UTF-8 at most. */
const WIDEST = 3

const most = (part: string | Uint8Array): number => part.length * (typeof part === 'string' ? WIDEST : 1)

/** Parts of usual length are laid one after another into the same bytes: joining them first would copy each of them twice more. */
export const hashText: HashText = (...parts) => {
  let wanted = 0
  for (const part of parts) wanted += most(part)
  if (wanted > room.length)
    return hash(
      'sha256',
      Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : part))),
      'hex',
    )
  let size = 0
  for (const part of parts) {
    if (typeof part === 'string') size += encoder.encodeInto(part, size === 0 ? room : room.subarray(size)).written
    else {
      room.set(part, size)
      size += part.length
    }
  }
  return hash('sha256', room.subarray(0, size), 'hex')
}
