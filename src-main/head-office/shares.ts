import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { PDFDocument } from '@cantoo/pdf-lib'
import { z } from 'zod'
import type { Device } from './devices.ts'
import { Failure } from './failure.ts'
import type { Office } from './office.ts'
import { pdfMark } from '../model/report-mark.ts'
import { findRow } from './outbox.ts'

export const ShareBody = z.object({
  /** Made by the device: sending the same share twice gives the same link. */
  id: z.string().regex(/^[\w-]{8,64}$/),
  clientId: z.string().min(1).max(64),
  reportId: z.string().min(1).max(64),
  title: z.string().min(1).max(200),
  expiresAt: z.iso.datetime(),
  accessCode: z.string().regex(/^\d{6,12}$/),
  pdf: z.base64(),
})
export type ShareBody = z.infer<typeof ShareBody>

export interface Share {
  readonly token: string
  readonly url: string
  readonly expiresAt: string
  readonly pages: number
}

const day = 86_400_000
const longest = 90 * day

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Derived, not stored: only who holds the server's secret can tell the link of a share. */
const tokenOf = (office: Office, book: string, id: string): string =>
  createHmac('sha256', office.secret)
    .update(JSON.stringify(['share', book, id]))
    .digest('base64url')
    .slice(0, 32)

const derive = async (code: string, salt: string): Promise<Buffer> =>
  (await promisify(scrypt)(code, Buffer.from(salt, 'hex'), 32)) as Buffer

export const checkCode = async (code: string, salt: string, hash: string): Promise<boolean> =>
  timingSafeEqual(await derive(code, salt), Buffer.from(hash, 'hex'))

/** A salt of its own and the slow hash of an access code. */
export const codeHash = async (code: string): Promise<{ readonly salt: string; readonly hash: string }> => {
  const salt = randomBytes(16).toString('hex')
  return { salt, hash: (await derive(code, salt)).toString('hex') }
}

const pageCount = async (bytes: Buffer): Promise<number> => {
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Failure(400, 'BAD_REQUEST', 'pdf: not a PDF file.')
  try {
    return (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount()
  } catch {
    throw new Failure(400, 'BAD_REQUEST', 'pdf: the file cannot be read.')
  }
}

/** Files a report under a link, if the client agreed to that. */
export const addShare = async (office: Office, device: Device, body: ShareBody): Promise<Share> => {
  const client = await findRow(office.db, device.book, 'clients', body.clientId)
  if (client === null) throw new Failure(404, 'NOT_FOUND', 'There is no such client in this book.')
  if (client.row['consentShare'] !== true)
    throw new Failure(403, 'NO_CONSENT', 'The client has not agreed to links. Record the consent first.')
  const now = office.now().getTime()
  const ends = Date.parse(body.expiresAt)
  if (ends <= now || ends > now + longest)
    throw new Failure(400, 'BAD_REQUEST', 'expiresAt: must be in the future and within 90 days.')
  const bytes = Buffer.from(body.pdf, 'base64')
  const mark = pdfMark(bytes)
  if (mark?.edition !== 'client')
    throw new Failure(
      400,
      'BAD_REQUEST',
      'pdf: not the client edition of a report; an internal edition is never shared.',
    )
  if (mark.reportId !== body.reportId)
    throw new Failure(400, 'BAD_REQUEST', `pdf: the file is report ${mark.reportId}.`)
  const pages = await pageCount(bytes)
  const token = tokenOf(office, device.book, body.id)
  const { salt, hash } = await codeHash(body.accessCode)
  await office.db.query(
    `insert into shares (token_hash, book, id, client, report, title, consent, created_at, expires_at, code_salt, code_hash, pages, pdf)
     values ($1, $2, $3, $4, $5, $6, true, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
    [
      hashToken(token),
      device.book,
      body.id,
      body.clientId,
      body.reportId,
      body.title,
      new Date(now).toISOString(),
      body.expiresAt,
      salt,
      hash,
      pages,
      bytes,
    ],
  )
  const [kept] = await office.db.query<{ client: string; report: string; expires_at: Date | string; pages: number }>(
    'select client, report, expires_at, pages from shares where book = $1 and id = $2',
    [device.book, body.id],
  )
  if (kept === undefined || kept.client !== body.clientId || kept.report !== body.reportId)
    throw new Failure(409, 'BAD_REQUEST', 'id: already used for another share.')
  return { token, url: `/r/${token}`, expiresAt: new Date(kept.expires_at).toISOString(), pages: kept.pages }
}

/** Ends links whose day has come: the files are erased. */
export const eraseExpired = async (office: Office): Promise<void> => {
  await office.db.query('update shares set pdf = null where pdf is not null and expires_at <= $1', [
    office.now().toISOString(),
  ])
}
