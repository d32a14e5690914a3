import { hash } from 'node:crypto'
import type { HashText } from '../../services/ports/hash-text.ts'

const encoder = new TextEncoder()
const room = new Uint8Array(65_536)
/** Bytes that one unit of a text takes in UTF-8 at most. */
const WIDEST = 3

/** Texts of usual length are encoded one after another into the same bytes: joining them first would copy each of them twice more. */
export const hashText: HashText = (...texts) => {
  const most = WIDEST * texts.reduce((sum, text) => sum + text.length, 0)
  if (most > room.length) return hash('sha256', texts.join(''), 'hex')
  let size = 0
  for (const text of texts) size += encoder.encodeInto(text, room.subarray(size)).written
  return hash('sha256', room.subarray(0, size), 'hex')
}
