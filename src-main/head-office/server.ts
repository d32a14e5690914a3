import { type Server, createServer } from 'node:http'
import { Failure } from './failure.ts'
import { makeLimiter } from './limiter.ts'
import type { Office } from './office.ts'
import { sendFailure } from './respond.ts'
import { changes } from './route-changes.ts'
import { getDevices, getStatus, postEnrol, postRevoke, postRevokeOther } from './route-enrol.ts'
import { postOutbox } from './route-outbox.ts'
import { reply } from './route-reply.ts'
import { postShare, postWithdraw } from './route-shares.ts'

/** The HTTP face of head office. */
export const makeServer = (office: Office, log: (line: string) => void): Server => {
  const enrolments = makeLimiter(5)
  const server = createServer(
    { requestTimeout: 60_000, headersTimeout: 10_000, maxHeaderSize: 16_384 },
    (request, response) => {
      const url = new URL(request.url ?? '/', 'http://head-office')
      const method = request.method === 'HEAD' ? 'GET' : request.method
      const only = (wanted: string): void => {
        if (method !== wanted) throw new Failure(405, 'METHOD', `Use ${wanted} here.`)
      }
      const route = async (): Promise<void> => {
        if (url.pathname === '/v1/status') return (only('GET'), getStatus(office, request, response))
        if (url.pathname.startsWith('/v1/changes/')) return (only('GET'), changes(office, request, response, url))
        if (url.pathname === '/v1/enrol') return (only('POST'), postEnrol(office, enrolments, request, response))
        if (url.pathname === '/v1/revoke') return (only('POST'), postRevoke(office, request, response))
        if (url.pathname === '/v1/devices') return (only('GET'), getDevices(office, request, response))
        const lost = /^\/v1\/devices\/([\w-]{8,64})\/revoke$/.exec(url.pathname)?.[1]
        if (lost !== undefined) return (only('POST'), postRevokeOther(office, request, response, lost))
        if (url.pathname === '/v1/outbox') return (only('POST'), postOutbox(office, request, response))
        if (url.pathname === '/v1/shares') return (only('POST'), postShare(office, request, response))
        const withdrawn = /^\/v1\/shares\/([\w-]{8,64})\/withdraw$/.exec(url.pathname)?.[1]
        if (withdrawn !== undefined) return (only('POST'), postWithdraw(office, request, response, withdrawn))
        if (url.pathname.startsWith('/r/')) {
          if (method !== 'POST') only('GET')
          return reply(office, request, response, url.pathname)
        }
        throw new Failure(404, 'NOT_FOUND', 'There is nothing at this address.')
      }
      route().catch((error: unknown) => sendFailure(request, response, error, log))
    },
  )
  return server
}
