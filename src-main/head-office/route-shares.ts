import type { IncomingMessage, ServerResponse } from 'node:http'
import { readJson } from './body.ts'
import { authorize } from './devices.ts'
import { Failure } from './failure.ts'
import type { Office } from './office.ts'
import { sendJson } from './respond.ts'
import { recordShareEvent } from './share-events.ts'
import { ShareBody, addShare, eraseExpired } from './shares.ts'

/** Room for a PDF of 15 MB in base64. */
const limit = 20_500_000

/** `POST /v1/shares` */
export const postShare = async (office: Office, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const device = await authorize(office, request.headers.authorization)
  const body = await readJson(request, ShareBody, limit)
  await eraseExpired(office)
  const share = await addShare(office, device, body)
  await sendJson(request, response, 201, { id: body.id, ...share, url: `${office.publicUrl()}${share.url}` })
}

/** `POST /v1/shares/<id>/withdraw`: the link ends now and the file is erased. */
export const postWithdraw = async (
  office: Office,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> => {
  const device = await authorize(office, request.headers.authorization)
  const at = office.now()
  await office.db.transaction(async tx => {
    const [share] = await tx.query<{ id: string; client: string; report: string; first: boolean }>(
      `update shares set withdrawn_at = coalesce(withdrawn_at, $3), pdf = null where book = $1 and id = $2
       returning id, client, report, withdrawn_at = $3 as first`,
      [device.book, id, at.toISOString()],
    )
    if (share === undefined) throw new Failure(404, 'NOT_FOUND', 'There is no such share in this book.')
    if (share.first)
      await recordShareEvent(tx, share, { kind: 'withdrawn', mark: 'withdrawn', at, pages: null, answers: null })
  })
  await sendJson(request, response, 200, { id, withdrawn: true })
}
