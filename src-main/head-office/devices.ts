import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Office } from './office.ts'
import { Failure } from './failure.ts'

export interface Device {
  readonly id: string
  readonly book: string
  readonly name: string
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

// Without letters and digits that look alike
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A code that one device may use once. */
export const makeEnrolCode = async (office: Office, book: string, minutes = 10): Promise<string> => {
  const letters = Array.from({ length: 10 }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
  const code = `${letters.slice(0, 5)}-${letters.slice(5)}`
  const expires = new Date(office.now().getTime() + minutes * 60_000).toISOString()
  await office.db.query('insert into enrol_codes (code_hash, book, expires_at) values ($1, $2, $3)', [
    hash(code),
    book,
    expires,
  ])
  return code
}

export interface Enrolled {
  readonly token: string
  readonly deviceId: string
  readonly book: string
  readonly advisor: string | null
  readonly licence: string | null
}

/** Turns a code into a token; the code is spent in the same statement, so two devices cannot share it. */
export const enrol = async (
  office: Office,
  code: string,
  name: string,
  publicKey: string | null,
): Promise<Enrolled> => {
  const now = office.now().toISOString()
  const token = randomBytes(32).toString('base64url')
  const deviceId = randomUUID()
  return office.db.transaction(async tx => {
    const [spent] = await tx.query<{ book: string }>(
      'update enrol_codes set used_at = $2 where code_hash = $1 and used_at is null and expires_at > $2 returning book',
      [hash(code.trim().toUpperCase()), now],
    )
    if (spent === undefined)
      throw new Failure(403, 'CODE_INVALID', 'The code is wrong, used or expired. Ask head office for a new one.')
    await tx.query(
      'insert into devices (id, book, name, public_key, token_hash, enrolled_at) values ($1, $2, $3, $4, $5, $6)',
      [deviceId, spent.book, name, publicKey, hash(token), now],
    )
    const [book] = await tx.query<{ advisor: string | null; licence: string | null }>(
      'select advisor, licence from books where id = $1',
      [spent.book],
    )
    return { token, deviceId, book: spent.book, advisor: book?.advisor ?? null, licence: book?.licence ?? null }
  })
}

/** The device behind an `Authorization: Bearer` header. */
export const authorize = async (office: Office, header: string | undefined): Promise<Device> => {
  const token = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(header ?? '')?.[1]
  const [device] =
    token === undefined
      ? []
      : await office.db.query<Device>(
          'select id, book, name from devices where token_hash = $1 and revoked_at is null',
          [hash(token)],
        )
  if (device === undefined)
    throw new Failure(401, 'UNAUTHORIZED', 'The device is not enrolled, or was revoked. Enrol it with a new code.')
  return device
}

interface DeviceRow {
  readonly id: string
  readonly name: string
  readonly enrolled_at: Date | string
  readonly revoked_at: Date | string | null
}

const instant = (at: Date | string): string => new Date(at).toISOString()

/** Every device that ever opened this book, the newest first. */
export const devicesOf = async (
  office: Office,
  book: string,
): Promise<readonly { id: string; name: string; enrolledAt: string; revokedAt: string | null }[]> => {
  const rows = await office.db.query<DeviceRow>(
    'select id, name, enrolled_at, revoked_at from devices where book = $1 order by enrolled_at desc, id',
    [book],
  )
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    enrolledAt: instant(row.enrolled_at),
    revokedAt: row.revoked_at === null ? null : instant(row.revoked_at),
  }))
}

export const revoke = async (office: Office, deviceId: string): Promise<void> => {
  await office.db.query('update devices set revoked_at = $2 where id = $1 and revoked_at is null', [
    deviceId,
    office.now().toISOString(),
  ])
}
