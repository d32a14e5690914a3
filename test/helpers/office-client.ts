import { createHash } from 'node:crypto'
import { ChangeLine, ClosingLine } from '../../src-main/model/change.ts'
import { Enrolment } from '../../src-main/model/head-office-status.ts'
import { OutboxAnswer } from '../../src-main/model/outbox-entry.ts'
import type { HeadOffice } from '../../src-main/head-office/start.ts'

export interface PageOf {
  readonly lines: readonly ChangeLine[]
  readonly end: ClosingLine
}

/** A device as plain as can be: what a person would do with curl. */
export interface OfficeClient {
  readonly token: string
  readonly deviceId: string
  readonly get: (path: string) => Promise<Response>
  readonly post: (path: string, body: unknown) => Promise<Response>
  readonly page: (stream: string, query?: Readonly<Record<string, string>>) => Promise<PageOf>
  readonly pull: (stream: string, query?: Readonly<Record<string, string>>) => Promise<PageOf>
  readonly push: (entries: readonly unknown[], sentAt?: string) => Promise<readonly OutboxAnswer[]>
}

const readPage = async (response: Response): Promise<PageOf> => {
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${response.status} ${text}`)
  const lines = text.trimEnd().split('\n')
  const last = lines.pop() ?? ''
  const end = ClosingLine.parse(JSON.parse(last))
  const body = text.slice(0, text.length - last.length - 1)
  if (createHash('sha256').update(body).digest('hex') !== end.sha256) throw new Error('wrong hash')
  return { lines: lines.map(line => ChangeLine.parse(JSON.parse(line))), end }
}

export const clientWith = (url: string, token: string, deviceId = ''): OfficeClient => {
  const headers = { authorization: `Bearer ${token}` }
  const get = (path: string): Promise<Response> => fetch(`${url}${path}`, { headers })
  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const page = async (stream: string, query: Readonly<Record<string, string>> = {}): Promise<PageOf> =>
    readPage(await get(`/v1/changes/${stream}?${new URLSearchParams(query)}`))
  return {
    token,
    deviceId,
    get,
    post,
    page,
    pull: async (stream, query = {}) => {
      const lines: ChangeLine[] = []
      for (let after = query['after'] ?? ''; ;) {
        const { lines: some, end } = await page(stream, { ...query, after })
        lines.push(...some)
        after = end.cursor
        if (!end.more) return { lines, end: { ...end, count: lines.length } }
      }
    },
    push: async (entries, sentAt = new Date().toISOString()) => {
      const response = await post('/v1/outbox', { sentAt, entries })
      const body = (await response.json()) as { answers: unknown[] }
      if (response.status !== 200) throw new Error(JSON.stringify(body))
      return body.answers.map(a => OutboxAnswer.parse(a))
    },
  }
}

export const enrolWith = async (url: string, code: string): Promise<OfficeClient> => {
  const response = await fetch(`${url}/v1/enrol`, {
    method: 'POST',
    body: JSON.stringify({ code, deviceName: 'test' }),
  })
  const body: unknown = await response.json()
  if (response.status !== 201) throw new Error(JSON.stringify(body))
  const enrolled = Enrolment.parse(body)
  return clientWith(url, enrolled.token, enrolled.deviceId)
}

export const enrolIn = async (office: HeadOffice, book = 'B0001'): Promise<OfficeClient> =>
  enrolWith(office.url, await office.enrolCode(book))
