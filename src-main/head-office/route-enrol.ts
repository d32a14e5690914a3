import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { readJson } from './body.ts'
import { authorize, devicesOf, enrol, revoke } from './devices.ts'
import { Failure } from './failure.ts'
import { type Office, schemaVersion } from './office.ts'
import type { Limiter } from './limiter.ts'
import { sendJson } from './respond.ts'
import { streamHeads } from './stream-heads.ts'

const EnrolBody = z.object({
  code: z.string().min(1).max(40),
  deviceName: z.string().min(1).max(100).default('workstation'),
  /** Ed25519, SubjectPublicKeyInfo in base64; signs what the device writes. */
  publicKey: z.string().max(200).nullable().default(null),
})

/** `POST /v1/enrol` */
export const postEnrol = async (
  office: Office,
  limiter: Limiter,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const from = request.socket.remoteAddress ?? ''
  const wait = limiter.wait(from, office.now().getTime())
  if (wait > 0) throw new Failure(429, 'TOO_MANY', 'Too many wrong codes. Wait, then try again.', wait)
  const body = await readJson(request, EnrolBody, 4096)
  try {
    const enrolled = await enrol(office, body.code, body.deviceName, body.publicKey)
    limiter.clear(from)
    await sendJson(request, response, 201, { ...enrolled, epoch: office.epoch, schemaVersion })
  } catch (error) {
    if (error instanceof Failure && error.code === 'CODE_INVALID') limiter.count(from, office.now().getTime())
    throw error
  }
}

/** `POST /v1/revoke`: a device gives up its own token. */
export const postRevoke = async (office: Office, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const device = await authorize(office, request.headers.authorization)
  await revoke(office, device.id)
  await sendJson(request, response, 200, { revoked: device.id })
}

/** `GET /v1/devices`: every device of the book that asks. */
export const getDevices = async (office: Office, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const device = await authorize(office, request.headers.authorization)
  const all = await devicesOf(office, device.book)
  await sendJson(request, response, 200, { devices: all.map(each => ({ ...each, own: each.id === device.id })) })
}

/** `POST /v1/devices/{id}/revoke`: a lost computer is shut out from another one of the same book. */
export const postRevokeOther = async (
  office: Office,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> => {
  const device = await authorize(office, request.headers.authorization)
  const known = await devicesOf(office, device.book)
  if (known.every(each => each.id !== id)) throw new Failure(404, 'NOT_FOUND', 'There is no such device of this book.')
  await revoke(office, id)
  await sendJson(request, response, 200, { revoked: id })
}

/** `GET /v1/status`: open to everyone; with a token it also tells about the book. */
export const getStatus = async (office: Office, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const general = { time: office.now().toISOString(), schemaVersion, epoch: office.epoch }
  if (request.headers.authorization === undefined) {
    await sendJson(request, response, 200, general)
    return
  }
  const device = await authorize(office, request.headers.authorization)
  const rows = await office.db.query<{ id: string; seq: number; advisor: string | null; licence: string | null }>(
    `select id, seq::float8 as seq, advisor, licence from books where id in ($1, '*')`,
    [device.book],
  )
  const own = rows.find(r => r.id === device.book)
  const shared = rows.find(r => r.id === '*')
  await sendJson(request, response, 200, {
    ...general,
    book: device.book,
    deviceId: device.id,
    advisor: own?.advisor ?? null,
    licence: own?.licence ?? null,
    publicUrl: office.publicUrl(),
    seq: { book: own?.seq ?? 0, reference: shared?.seq ?? 0 },
    heads: await streamHeads(office.db, device.book),
  })
}
