import type { ChainRecord } from '../../model/evidence.ts'

/** A record with its body as a value; undefined where it is no JSON. */
export interface ReadRecord {
  readonly kind: string
  readonly body: unknown
}

export const readRecord = ({ kind, body }: ChainRecord): ReadRecord => {
  try {
    return { kind, body: JSON.parse(body) as unknown }
  } catch {
    return { kind, body: undefined }
  }
}
