import { createPublicKey, verify } from 'node:crypto'
import { headText } from '../domain/evidence/head-text.ts'
import type { OutboxEntry } from '../model/outbox-entry.ts'
import type { Queries } from './database.ts'

type Head = Extract<OutboxEntry, { readonly kind: 'evidenceHead' }>

const isSigned = (publicKey: string, head: Head): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    const text = headText({ count: head.count, hash: head.hash, at: head.madeAt })
    return verify(null, Buffer.from(text), key, Buffer.from(head.signature, 'base64'))
  } catch {
    return false
  }
}

/**
 * Files the end of a device's chain of evidence. A chain that became shorter, or has another record at a length that was
 * announced before, was tampered with or put back from a backup: refused, which both sides can see.
 */
export const fileHead = async (tx: Queries, deviceId: string, head: Head, at: Date): Promise<string | null> => {
  const [device] = await tx.query<{ public_key: string | null }>('select public_key from devices where id = $1', [
    deviceId,
  ])
  if (device?.public_key === null || device?.public_key === undefined || device.public_key === '')
    return 'NO_KEY: the device enrolled without a key; enrol it again'
  if (!isSigned(device.public_key, head)) return 'SIGNATURE_WRONG'
  const [last] = await tx.query<{ count: string; hash: string }>(
    'select count, hash from evidence_heads where device = $1 order by count desc limit 1',
    [deviceId],
  )
  if (last !== undefined && head.count < Number(last.count))
    return `EVIDENCE_SHRANK: ${last.count} records were announced before, now ${head.count}`
  if (last !== undefined && head.count === Number(last.count))
    return last.hash === head.hash ? null : 'EVIDENCE_CHANGED: the same length ended in another record before'
  await tx.query(
    'insert into evidence_heads (device, count, hash, signed_at, signature, received_at) values ($1, $2, $3, $4, $5, $6)',
    [deviceId, head.count, head.hash, head.madeAt, head.signature, at.toISOString()],
  )
  return null
}
