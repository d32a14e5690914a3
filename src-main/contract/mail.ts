import { z } from 'zod'
import { DeliveryFault } from '../model/delivery.ts'
import { MailServer } from '../model/mail-server.ts'
import { base, none } from './base.ts'

/** The server as the settings show it: the password itself never leaves the engine. */
export const MailView = z
  .object({
    server: MailServer.unwrap().extend({ password: z.null() }).readonly().nullable(),
    hasPassword: z.boolean(),
  })
  .readonly()
export type MailView = z.infer<typeof MailView>

/** `password` null keeps the one that is there. */
export const MailInput = MailServer
export type MailInput = z.infer<typeof MailInput>

export const MailTrial = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('works') }).readonly(),
  z.object({ kind: z.literal('fails'), fault: DeliveryFault, detail: z.string() }).readonly(),
])
export type MailTrial = z.infer<typeof MailTrial>

export const mail = {
  get: base.input(none).output(MailView),
  set: base.input(MailInput).output(MailView),
  forget: base.input(none).output(MailView),
  /** Connects and signs in with what is typed; sends nothing and keeps nothing. */
  try: base.input(MailInput).output(MailTrial),
}
