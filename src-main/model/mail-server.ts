import { z } from 'zod'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1'])

/** The office's mail server. Without encryption only a relay on this computer is used. */
export const MailServer = z
  .object({
    host: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .regex(/^[\w.:-]+$/),
    port: z.int().min(1).max(65_535),
    security: z.enum(['tls', 'starttls', 'plain']),
    user: z.string().max(200).nullable(),
    password: z.string().max(500).nullable(),
    fromName: z.string().trim().min(1).max(100),
    fromAddress: z.email().max(200),
    /** The office's own certificate authority in PEM, beside those of the system. */
    certificate: z.string().max(20_000).startsWith('-----BEGIN CERTIFICATE-----').nullable(),
  })
  .readonly()
  .refine(server => server.security !== 'plain' || LOOPBACK.has(server.host), {
    path: ['security'],
    message: 'mail leaves this computer encrypted only',
  })
export type MailServer = z.infer<typeof MailServer>
