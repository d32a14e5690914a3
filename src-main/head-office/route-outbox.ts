import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { readJson } from './body.ts'
import { authorize } from './devices.ts'
import type { Office } from './office.ts'
import { applyEntry } from './outbox.ts'
import { sendJson } from './respond.ts'

const OutboxBody = z.object({
  /** The device's own clock when it sent this; tells how far it is off. */
  sentAt: z.iso.datetime(),
  entries: z.array(z.unknown()).max(1000),
})

/** `POST /v1/outbox`: every entry is applied once, however often it arrives, in the order of the list. */
export const postOutbox = async (office: Office, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const device = await authorize(office, request.headers.authorization)
  const body = await readJson(request, OutboxBody, 4_000_000)
  const offset = office.now().getTime() - Date.parse(body.sentAt)
  const answers = []
  for (const entry of body.entries) answers.push(await applyEntry(office, device, entry, offset))
  await sendJson(request, response, 200, { time: office.now().toISOString(), answers })
}
